"""Who is who and who is where, as Slack tells it."""

import pytest

from bot.desk import Desk, Who
from bot.sandbox import Channel, Sandbox
from bot.slack import Slack
from bot.slack.roster import roster
from tests.bot.slack.asked import Clock, calls


@pytest.fixture
def desk(sandbox: Sandbox) -> Channel:
    """A channel with Sana, Imran, a guest and somebody of another organisation in it."""
    channel = sandbox.channel("desk")
    for name in ("Sana", "Imran"):
        sandbox.person(name)
    sandbox.person("Gus", guest=True)
    sandbox.person("Stella", stranger=True)
    return channel


async def test_members(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """The members of a desk are people of the team: no guest, no stranger, no app."""
    there = await roster(slack.people, desk.id, Desk(), "")
    assert sorted(there.names.values()) == ["Imran", "Sana"]
    assert there.members == set(there.names)
    assert (there.editors, there.legal, there.standards) == (None, None, None)


async def test_asked_once(slack: Slack, sandbox: Sandbox, desk: Channel, clock: Clock) -> None:
    """Slack is asked once in a few minutes, and anew as soon as something changed."""
    sana = sandbox.person("Sana")
    for clock.now, times in ((0.0, 1), (299.0, 1), (301.0, 2)):
        await roster(slack.people, desk.id, Desk(), sana.id)
        assert calls(sandbox, "conversations.members") == times
    slack.people.forget_channel(desk.id)
    await roster(slack.people, desk.id, Desk(), sana.id)
    assert calls(sandbox, "conversations.members") == 3
    assert calls(sandbox, "users.info") == 5


async def test_somebody_came_in_unseen(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """Whoever acts is looked for, though the list of a minute ago does not have them."""
    await roster(slack.people, desk.id, Desk(), "")
    leila = sandbox.person("Leila")
    assert leila.id not in (await roster(slack.people, desk.id, Desk(), "")).members
    assert leila.id in (await roster(slack.people, desk.id, Desk(), leila.id)).members


async def test_roles(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A role is given to groups and to people; guests in a group have no part in it."""
    sana, imran, gus = (sandbox.person(name) for name in ("Sana", "Imran", "Gus"))
    editors = sandbox.group("editors", [imran, gus])
    settings = Desk(
        editors=Who(groups=(editors.id,)),
        legal=Who(people=(sana.id,), groups=("S0GONE",)),
        standards=Who(groups=("S0GONE",)),
    )
    there = await roster(slack.people, desk.id, settings, imran.id)
    told = {*(there.editors or ())}, {*(there.legal or ())}, {*(there.standards or ())}
    assert told == ({imran.id}, {sana.id}, set())
    assert there.standards is not None

    sandbox.group("editors", [sana])
    slack.people.forget_group(editors.id)
    there = await roster(slack.people, desk.id, settings, sana.id)
    assert there.editors == frozenset({sana.id})


async def test_a_crowd(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """Of a channel with many people, Slack is not asked about each."""
    for n in range(60):
        sandbox.person(f"Writer {n}")
    there = await roster(slack.people, desk.id, Desk(), "")
    assert len(there.members) == 62
    assert calls(sandbox, "users.info") == 0


async def test_a_direct_message(slack: Slack, sandbox: Sandbox) -> None:
    """In a direct message there is one person on the desk."""
    sana = sandbox.person("Sana")
    there = await roster(slack.people, sana.direct.id, Desk(), sana.id)
    assert there.members == {sana.id}
    assert await slack.is_member(sana.direct.id, sana.id)
    assert not await slack.is_member(sana.direct.id, sandbox.person("Imran").id)


async def test_who_is_in_a_channel(slack: Slack, sandbox: Sandbox) -> None:
    """Somebody outside a private channel does not see what is in it."""
    sana, imran = sandbox.person("Sana"), sandbox.person("Imran")
    closed = sandbox.channel("investigations", private=True)
    closed.members.remove(imran.id)
    assert await slack.is_member(closed.id, sana.id)
    assert not await slack.is_member(closed.id, imran.id)


async def test_groups(slack: Slack, sandbox: Sandbox) -> None:
    """The user groups of the workspace are known by their handles."""
    for handle in ("legal", "editors"):
        sandbox.group(handle)
    assert [group.handle for group in await slack.people.groups()] == ["editors", "legal"]

"""How often Slack is asked who is who and who is where: once for everybody who wants to know."""

import asyncio

import pytest

from bot.desk import Desk
from bot.sandbox import Channel, Sandbox
from bot.slack import Slack
from bot.slack.kept import Kept
from bot.slack.roster import roster
from tests.bot.slack.asked import Clock, calls


@pytest.fixture
def closed(sandbox: Sandbox) -> Channel:
    """A private channel with Sana in it, and Imran outside."""
    sandbox.person("Sana")
    imran = sandbox.person("Imran")
    closed = sandbox.channel("investigations", private=True)
    closed.members.remove(imran.id)
    return closed


async def test_somebody_outside(slack: Slack, sandbox: Sandbox, closed: Channel) -> None:
    """That somebody is not in a channel is asked once, too; until we hear that they came in."""
    imran = sandbox.person("Imran")
    for _ in range(3):
        assert not await slack.is_member(closed.id, imran.id)
    assert calls(sandbox, "conversations.members") == 1
    closed.members.append(imran.id)
    slack.people.forget_channel(closed.id)
    assert await slack.is_member(closed.id, imran.id)
    assert calls(sandbox, "conversations.members") == 2


async def test_what_is_known_waits_for_nobody(
    slack: Slack, sandbox: Sandbox, closed: Channel
) -> None:
    """While Slack is asked about one person who is not there, others are answered."""
    sana, imran = sandbox.person("Sana"), sandbox.person("Imran")
    assert await slack.is_member(closed.id, sana.id)
    held = sandbox.fail("conversations.members", how="hold")
    asking = asyncio.create_task(slack.people.members(closed.id, imran.id))
    await held.reached()
    async with asyncio.timeout(5):
        assert await slack.is_member(closed.id, sana.id)
        assert not await slack.is_member(closed.id, imran.id)
    held.release()
    await asking


async def test_many_who_are_not_there(slack: Slack, sandbox: Sandbox, closed: Channel) -> None:
    """Of those who act at the same time in a channel, one asks for all."""
    imran = sandbox.person("Imran")
    await slack.people.members(closed.id)
    await asyncio.gather(*(slack.people.members(closed.id, imran.id) for _ in range(5)))
    assert calls(sandbox, "conversations.members") == 2


@pytest.mark.parametrize(("people", "infos", "lists"), [(10, 10, 0), (60, 0, 1)])
async def test_many_at_once(
    slack: Slack, sandbox: Sandbox, clock: Clock, people: int, infos: int, lists: int
) -> None:
    """Five who act when what was known has become old cost no more than one."""
    desk = sandbox.channel("desk")
    for n in range(people):
        sandbox.person(f"Writer {n}")
    for times, clock.now in enumerate((0.0, 4000.0), 1):
        await asyncio.gather(*(roster(slack.people, desk.id, Desk(), "") for _ in range(5)))
        assert calls(sandbox, "users.info") <= times * (infos + 2)  # and whoever was there before
        assert calls(sandbox, "users.list") == times * lists


async def test_somebody_nobody_knows(slack: Slack, sandbox: Sandbox) -> None:
    """That Slack does not know an id is remembered like any answer."""
    for _ in range(3):
        assert await slack.people.colleagues(["U0GONE"]) == {}
    assert calls(sandbox, "users.info") == 1


class Counted(str):
    """An id that counts how often it is looked at."""

    looks = 0

    def __hash__(self) -> int:
        Counted.looks += 1
        return str.__hash__(self)


def test_old_values_are_let_go_now_and_then(clock: Clock) -> None:
    """Not at each that comes: of many, that would take for ever; and none is there for good."""
    kept: Kept[int] = Kept(clock, 10.0)
    for n in range(100):
        kept.keep(Counted(n), n)
    assert Counted.looks <= 200
    clock.now = 21.0
    kept.keep("new", 1)
    assert len(kept) == 1
    assert kept.get("new") == 1

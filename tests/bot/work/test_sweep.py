"""Second copies of a message: found and deleted, and nothing else with them."""

import asyncio

import pytest

from bot.model import Draft, Person, Place
from bot.sandbox import Message
from tests.bot.work.conftest import COPY, Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk where a second copy turns up within three seconds, or never."""
    desk.work._sweep._within = 3.0
    return desk


async def doubtful(desk: Desk, *, own_message: bool) -> tuple[Draft, Message]:
    """A draft whose first post broke off and was made again, and its card."""
    desk.sandbox.fail("chat.postMessage", how="drop")
    if own_message:
        draft = await desk.read()
    else:
        draft = await desk.work.check_text(desk.handed())
        await desk.sandbox.until(desk.ours)
    [card] = desk.ours()
    return draft, card


def arrives(desk: Desk, card: Message, key: str | None = None, by: str | None = None) -> Message:
    """A copy of a message arrives in Slack, as what was on its way for long does."""
    event = {"key": key or card.metadata["event_payload"]["key"]} if card.metadata else {}
    return desk.sandbox.hub.post(
        desk.channel,
        by or desk.sandbox.bot.id,
        card.text,
        blocks=card.blocks,
        thread_ts=card.thread_ts,
        metadata={"event_type": "copychief", "event_payload": event},
    )


@pytest.mark.parametrize("own_message", [True, False])
async def test_a_second_copy(desk: Desk, own_message: bool) -> None:
    """A copy that arrives after the message it was given up for is deleted; that one stays."""
    draft, card = await doubtful(desk, own_message=own_message)
    arrives(desk, card)
    assert len(desk.ours()) == 2
    await desk.sandbox.until(lambda: desk.ours() == [card])
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: "Imran" in str(card.blocks))


async def test_one_after_the_other(desk: Desk) -> None:
    """Copies that arrive later are found at later looks."""
    _, card = await doubtful(desk, own_message=True)
    for _ in range(2):
        arrives(desk, card)
        await desk.sandbox.until(lambda: desk.ours() == [card])


async def test_a_line_beside_a_draft_in_a_direct_message(desk: Desk) -> None:
    """What is said to the writer there is not in the draft's thread, and neither is its copy."""
    alone, sana = desk.sana.direct, Person(id=desk.sana.id, name="Sana")
    ts = await desk.sana.posts(COPY, alone)
    place = Place(team=desk.slack.team, channel=alone.id, ts=ts)
    await desk.work.check_message("Ev1", place, sana.id)
    await desk.sandbox.until(lambda: "clipboard" in desk.sandbox.message(ts, alone).reactions)
    draft = await desk.newsroom.draft_at(place)
    assert draft
    by = Person(id=desk.imran.id, name="Imran")
    await desk.newsroom.assign(draft.id, [1], sana, None, by, "a1")
    await desk.work.turns.ask("a1", draft.id, sana.id, (1,))

    def lines() -> list[Message]:
        return [m for m in desk.sandbox.messages(alone) if m.text.startswith("Imran asks you")]

    await desk.sandbox.until(lines)
    (line,) = lines()
    await desk.sandbox.settled()
    await desk.work._sweep.expect("asked:a1")
    desk.sandbox.hub.post(alone, line.user, line.text, metadata=line.metadata)
    await desk.sandbox.until(lambda: lines() == [line])


async def test_nothing_else_is_touched(desk: Desk) -> None:
    """Another message of ours stays, and so does one of somebody else's with our key."""
    _, card = await doubtful(desk, own_message=True)
    page, theirs = arrives(desk, card, key="1:1:1"), arrives(desk, card, by=desk.imran.id)
    copy = arrives(desk, card)
    await desk.sandbox.until(lambda: copy.deleted)
    await desk.sandbox.settled()
    assert [m for m in (card, page, theirs) if m.deleted] == []


async def test_it_ends(desk: Desk) -> None:
    """After its time a message is not looked after any more, and one posted plainly never is."""
    await desk.read()
    assert await desk.newsroom.doubted() == ()
    draft, card = await doubtful_second(desk)
    assert [m.draft for m in await desk.newsroom.doubted()] == [draft.id]
    before = looks(desk)
    await over(desk)
    made = looks(desk)
    assert before < made <= before + 6
    arrives(desk, card)
    await desk.sandbox.settled()
    assert looks(desk) == made


async def doubtful_second(desk: Desk) -> tuple[Draft, Message]:
    """Another draft, whose post broke off."""
    desk.sandbox.fail("chat.postMessage", how="drop")
    draft = await desk.read("Another ferry slammed the pier.")
    return draft, desk.ours()[-1]


async def over(desk: Desk) -> None:
    """Wait until no message is in doubt any more."""
    async with asyncio.timeout(30):
        while await desk.newsroom.doubted():
            await desk.sandbox.settled()


def looks(desk: Desk) -> int:
    """How often threads were searched for messages of ours."""
    calls = desk.sandbox.api.calls
    return len([m for m, a in calls if m == "conversations.replies" and "oldest" not in a
                and "include_all_metadata" in a])  # fmt: skip


async def test_slack_away(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look that Slack did not answer is made again."""
    monkeypatch.setattr("bot.work.sweep._BUSY", 0.1)
    _, card = await doubtful(desk, own_message=True)
    desk.sandbox.fail("conversations.replies", how="error:internal_error")
    desk.sandbox.fail("chat.delete", how="drop")
    arrives(desk, card)
    await desk.sandbox.until(lambda: desk.ours() == [card])


async def test_sent_away(desk: Desk) -> None:
    """Where Slack refuses to show the channel, the sweep comes to its end all the same."""
    await doubtful(desk, own_message=True)
    desk.sandbox.fail("conversations.replies", times=100, how="error:channel_not_found")
    assert len(await desk.newsroom.doubted()) == 1
    await over(desk)

"""Messages drawn again, not too often and not for nothing."""

import asyncio

import pytest

from bot.model import Person
from tests.bot.work.conftest import Desk


async def test_draws_a_decision(desk: Desk) -> None:
    """A flag that was settled is shown so, in the message it is on."""
    draft = await desk.read()
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: "Imran" in str(desk.ours()[0].blocks))
    assert len(desk.ours()) == 1


@pytest.mark.parametrize("own_message", [True, False])
async def test_decided_while_the_first_post_is_on_its_way(desk: Desk, own_message: bool) -> None:
    """A flag that is settled before the checklist is known to be posted is drawn as settled."""
    post = desk.sandbox.fail("chat.postMessage", how="hold_after")
    ts = await desk.posted() if own_message else None
    draft = await desk.work.check_text(desk.handed(ts=ts))
    await post.reached()
    await desk.settles(draft, 1)
    post.release()
    await desk.sandbox.until(lambda: "Imran" in str(desk.ours()[0].blocks))


async def test_many_decisions_are_drawn_together(desk: Desk) -> None:
    """Ten decisions in a moment cost two or three updates, and the last of them shows."""
    draft = await desk.read("It slammed. " * 10)
    for number in range(1, 11):
        await desk.settles(draft, number)
    await desk.sandbox.until(lambda: str(desk.ours()[0].blocks).count("Imran") == 10)
    assert desk.calls("chat.update") <= 3


async def test_nothing_new(desk: Desk) -> None:
    """Waking the painter when nothing changed, or nothing that shows, sends nothing."""
    draft = await desk.read()
    await desk.newsroom.reopen(draft.id, [1], Person(id=desk.imran.id, name="Imran"), "act1")
    desk.work.redraw()
    await desk.sandbox.settled()
    assert desk.calls("chat.update") == 0


async def test_only_the_page_that_changed(desk: Desk) -> None:
    """A decision on a further page leaves the other pages alone."""
    draft = await desk.read("It slammed. " * 20)
    card, page = desk.ours()
    await desk.settles(draft, 20)
    await desk.sandbox.until(lambda: page.edited)
    await desk.sandbox.settled()
    updated = [args["ts"] for method, args in desk.sandbox.api.calls if method == "chat.update"]
    assert updated.count(page.ts) == 1
    assert updated.count(card.ts) <= 1  # its counts change


async def test_fewer_pages(desk: Desk) -> None:
    """A page that the next version does not need any more says so and is kept."""
    draft = await desk.read("It slammed. " * 20)
    _, page = desk.ours()
    await desk.work.check_text(desk.handed("It slammed.", "Ev2", draft.thread))
    await desk.sandbox.until(lambda: "Nothing is left" in page.text)
    assert len(desk.ours()) == 2


async def test_more_pages(desk: Desk) -> None:
    """A next version with more flags gets a further page in the same thread."""
    draft = await desk.read()
    await desk.work.check_text(desk.handed("It slammed. " * 20, "Ev2", draft.thread))
    await desk.sandbox.until(lambda: len(desk.ours()) == 2)
    assert desk.ours()[1].thread_ts == draft.thread


async def test_a_message_somebody_deleted(desk: Desk) -> None:
    """A card that was deleted is posted again when it next has something to show."""
    draft = await desk.read()
    desk.sandbox.hub.delete(desk.ours()[0])
    await desk.settles(draft, 1)
    await desk.sandbox.until(desk.ours)
    assert "Imran" in str(desk.ours()[0].blocks)
    await desk.settles(draft, 2)
    await desk.sandbox.until(lambda: desk.ours()[0].edited)
    assert len(desk.ours()) == 1


async def test_cleared(desk: Desk) -> None:
    """A cleared draft bears a check mark; reopening a flag takes it off again."""
    draft = await desk.read()
    imran = Person(id=desk.imran.id, name="Imran")
    assert draft.thread is not None
    await desk.newsroom.clear(draft.id, imran, "act1")
    desk.work.redraw()
    await desk.marked(draft.thread, "white_check_mark")
    await desk.newsroom.reopen(draft.id, [1], imran, "act2")
    desk.work.redraw()
    await desk.marked(draft.thread, "clipboard")


async def test_slack_away(desk: Desk) -> None:
    """An update that did not arrive is made again."""
    draft = await desk.read()
    desk.sandbox.fail("chat.update", how="drop")
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: "Imran" in str(desk.ours()[0].blocks))


async def test_one_that_cannot_be_drawn(desk: Desk) -> None:
    """A draft whose message Slack will not change holds up no other, and is not tried for ever."""
    first, second = await desk.read(), await desk.read()
    desk.sandbox.fail("chat.update", times=1, how="error:is_archived")
    await desk.settles(first, 1)
    await desk.sandbox.until(lambda: desk.calls("chat.update") == 1)
    await asyncio.wait_for(desk.settles(second, 2), 5)
    await desk.sandbox.until(lambda: "Imran" in str(desk.ours()[1].blocks))


async def test_lost_in_the_post(desk: Desk) -> None:
    """A checklist whose post was carried out and whose answer was lost is not posted again."""
    desk.sandbox.fail("chat.postMessage", how="drop_after")
    draft = await desk.read()
    assert len(desk.ours()) == 1
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: desk.ours()[0].edited)


async def test_no_reactions_allowed(desk: Desk) -> None:
    """Where reactions are refused, the checklist comes all the same."""
    desk.sandbox.fail("reactions.add", times=10, how="error:no_permission")
    ts = await desk.posted()
    await desk.asked(ts)
    await desk.sandbox.until(desk.ours)
    await desk.sandbox.settled()
    assert desk.whispered(desk.sana) == []

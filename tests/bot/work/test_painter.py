"""Messages drawn again, not too often and not for nothing."""

import asyncio
import threading
from typing import Any

import pytest

from bot.blocks.checklist import Page, pages
from bot.model import Checklist, Person
from bot.slack import SlackAway
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


async def test_away_for_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft whose update Slack never answers holds up no other, and is tried again."""
    first, second = await desk.read(), await desk.read()
    stuck, update, tries = desk.ours()[0].ts, desk.slack.update, list[str]()

    async def answers_but_for_one(channel: str, ts: str, *more: Any, **named: Any) -> None:
        if ts == stuck and len(tries) < 2:
            tries.append(ts)
            raise SlackAway("Slack does not answer.")
        await update(channel, ts, *more, **named)

    monkeypatch.setattr(desk.slack, "update", answers_but_for_one)
    await desk.settles(first, 1)
    await desk.sandbox.until(lambda: tries)
    await desk.settles(second, 2)
    await desk.sandbox.until(lambda: "Imran" in str(desk.ours()[1].blocks))
    assert "Imran" not in str(desk.ours()[0].blocks)
    await desk.sandbox.until(lambda: "Imran" in str(desk.ours()[0].blocks))
    assert len(tries) == 2


async def test_a_reaction_that_did_not_arrive(desk: Desk) -> None:
    """A check mark that Slack did not answer about is set again, with nothing else to draw."""
    draft = await desk.read()
    assert draft.thread is not None
    desk.sandbox.fail("reactions.add", how="error:internal_error")
    await desk.newsroom.clear(draft.id, Person(id=desk.imran.id, name="Imran"), "act1")
    desk.work.redraw()
    await desk.marked(draft.thread, "white_check_mark")


async def test_a_deleted_root(desk: Desk) -> None:
    """A card that was the root of its thread and was deleted begins a new thread."""
    draft = await desk.work.check_text(desk.handed("It slammed. " * 20))
    await desk.sandbox.until(lambda: len(desk.ours()) == 2)
    await desk.sandbox.settled()
    root = desk.ours()[0]
    desk.sandbox.hub.delete(root)
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: "Imran" in str([m.blocks for m in desk.ours()]))
    await desk.sandbox.settled()
    [card] = [m for m in desk.ours() if "Imran" in str(m.blocks)]
    assert card.thread_ts is None
    there = await desk.newsroom.draft_at(desk.place(card.ts))
    assert there is not None
    assert there.id == draft.id


@pytest.mark.parametrize("own_message", [True, False])
@pytest.mark.parametrize("code", ["edit_window_closed", "cant_update_message"])
async def test_a_message_that_cannot_be_changed(desk: Desk, own_message: bool, code: str) -> None:
    """A card that may not be edited any more is posted anew in its thread, and edited there."""
    ts = await desk.posted() if own_message else None
    draft = await desk.work.check_text(desk.handed(ts=ts))
    await desk.sandbox.until(desk.ours)
    await desk.sandbox.settled()
    desk.sandbox.fail("chat.update", times=2, how=f"error:{code}")
    # The answer to the new post is lost: it is found by its own key, not posted twice.
    desk.sandbox.fail("chat.postMessage", how="drop_after")
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: len(desk.ours()) > 1)
    await desk.sandbox.until(lambda: desk.ours()[1].edited)
    old, new = desk.ours()
    assert "Imran" not in str(old.blocks)
    assert "Imran" in str(new.blocks)
    assert new.thread_ts == (ts or old.ts)
    await desk.settles(draft, 2)
    await desk.sandbox.until(lambda: str(new.blocks).count("Imran") == 2)
    assert len(desk.ours()) == 2
    [row] = await desk.newsroom.messages(draft.id)
    assert (row.key, row.ts) == (f"{draft.id}:1:card:2", new.ts)


async def test_a_page_that_was_never_posted(desk: Desk) -> None:
    """A page that was to be posted and is not needed any more is not posted to say so."""
    draft = await desk.read()
    await desk.newsroom.claim("1:1:1", draft.id, desk.channel.id, 1)
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: desk.ours()[0].edited)
    await desk.settles(draft, 2)
    await desk.sandbox.until(lambda: str(desk.ours()[0].blocks).count("Imran") == 2)
    assert len(desk.ours()) == 1


async def test_a_long_checklist(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checklist of more than a hundred flags is put together where nobody waits for it."""
    where: list[threading.Thread] = []

    def seen(checklist: Checklist) -> tuple[Page, ...]:
        where.append(threading.current_thread())
        return pages(checklist)[:1]

    monkeypatch.setattr("bot.work.painter.pages", seen)
    await desk.read("It slammed. " * 101)
    assert where
    assert threading.current_thread() not in where

"""What a version changed is said once, and a draft whose message is gone is let go."""

from functools import partial

import pytest

from bot.model import Draft, Outcome, Person, State
from bot.sandbox import Message
from bot.work.versions import without_version
from tests.bot.work.conftest import COPY, Desk


def said(desk: Desk) -> list[Message]:
    """The lines about versions."""
    return [message for message in desk.ours() if message.text.startswith("Version ")]


async def edited(desk: Desk, draft: Draft, text: str, key: str = "edit:1") -> None:
    """Sana edits her draft, and its newest text is asked for."""
    assert draft.thread
    await desk.sana.edits(draft.thread, text, desk.channel)
    await desk.asked(draft.thread, key)


@pytest.mark.parametrize("how", ["503", "drop", "503_after", "drop_after"])
async def test_the_line_is_said_once(desk: Desk, how: str) -> None:
    """Slack may fail before or after it has the line: it stands in the thread once."""
    draft = await desk.read()
    desk.sandbox.fail("chat.postMessage", how=how)
    await edited(desk, draft, "The ferry left. The mayor slammed the crew.")
    await desk.sandbox.until(lambda: said(desk), seconds=20)
    await desk.sandbox.settled()
    (line,) = said(desk)
    assert (line.text, line.thread_ts) == ("Version 2: 1 fixed.", draft.thread)


async def test_a_thread_that_takes_no_more(desk: Desk) -> None:
    """Where the line cannot be said, the version is read all the same and nobody is bothered."""
    draft = await desk.read()
    desk.sandbox.fail("chat.postMessage", how="error:restricted_action_thread_locked")
    await edited(desk, draft, f"{COPY} It slammed again.")
    await desk.sandbox.until(lambda: "version 2" in str(desk.ours()[0].blocks))
    await desk.sandbox.settled()
    assert said(desk) == []
    assert desk.whispered(desk.sana) == []


async def test_a_version_that_cannot_be_read_undoes_a_clearing(desk: Desk) -> None:
    """Whoever cleared the text before is told, although a rule broke on the new one."""
    draft = await desk.read("The ferry left.")
    by = Person(id=desk.imran.id, name="Imran")
    await desk.newsroom.clear(draft.id, by, "clear")
    await edited(desk, draft, "A crash.")
    alone = desk.imran.direct
    await desk.sandbox.until(lambda: desk.sandbox.messages(alone))
    await desk.sandbox.settled()
    (told,) = desk.sandbox.messages(alone)
    assert "has changed since you cleared it" in told.text


async def test_a_cleared_draft_in_a_locked_thread(desk: Desk) -> None:
    """What cannot be said in the thread is told to whoever had cleared it all the same."""
    draft = await desk.read("The ferry left.")
    await desk.newsroom.clear(draft.id, Person(id=desk.imran.id, name="Imran"), "clear")
    desk.sandbox.fail("chat.postMessage", how="error:restricted_action_thread_locked")
    await edited(desk, draft, COPY)
    await desk.sandbox.until(lambda: desk.sandbox.messages(desk.imran.direct))
    await desk.sandbox.settled()
    (told,) = desk.sandbox.messages(desk.imran.direct)
    assert "has changed since you cleared it" in told.text
    assert said(desk) == []


async def test_somebody_who_cannot_be_reached(desk: Desk) -> None:
    """Whoever cleared a later version is told, although an earlier one's person is gone."""
    leila = desk.sandbox.person("Leila")
    draft = await desk.read("The ferry left.")
    desk.sandbox.fail("conversations.open", times=2, how="error:user_disabled")
    for n, who in enumerate((desk.imran, leila), 2):
        await desk.newsroom.clear(draft.id, Person(id=who.id, name=who.name), f"clear {n}")
        await edited(desk, draft, f"The ferry left at {n}.", f"edit:{n}")
        words = f"version {n}"
        await desk.sandbox.until(partial(lambda said: said in str(desk.ours()[0].blocks), words))
        await desk.sandbox.settled()
    (told,) = desk.sandbox.messages(leila.direct)
    assert "has changed since you cleared it" in told.text
    assert desk.sandbox.messages(desk.imran.direct) == []


async def test_what_was_decided_meanwhile_is_carried(desk: Desk) -> None:
    """A decision given while the version was on its way stands in it."""
    draft = await desk.read()
    held = desk.sandbox.fail("reactions.add", how="hold")
    await edited(desk, draft, f"{COPY} Rain fell.")
    await held.reached()
    await desk.settles(draft, 1)
    held.release()
    await desk.sandbox.until(lambda: said(desk))
    (entry, _) = (await desk.newsroom.checklist(draft.id)).entries
    assert entry.last
    assert entry.last.outcome is Outcome.STET
    assert "Everything you let stand still stands." in said(desk)[0].text


async def test_deleted_before_the_first_word(desk: Desk) -> None:
    """A draft whose message is gone when the checklist is to hang on it is closed."""
    ts = await desk.posted()
    held = desk.sandbox.fail("chat.postMessage", how="hold")
    await desk.asked(ts)
    await held.reached()
    await desk.sana.deletes(ts, desk.channel)
    held.release()
    await desk.sandbox.until(lambda: desk.calls("reactions.remove"))  # what comes after it
    draft = await desk.newsroom.draft_at(desk.place(ts))
    assert draft
    assert (draft.state, draft.closed_why) == (State.SPIKED, "its message was deleted")
    await desk.sandbox.settled()
    assert desk.ours() == []
    assert desk.whispered(desk.sana) == []


@pytest.mark.parametrize(
    ("typed", "copy"),
    [
        ("version:\nThe mayor left.", "The mayor left."),
        ("New version 2 - The mayor left.", "The mayor left."),
        ("version\n\nthe mayor left.", "the mayor left."),
        ("version “The mayor left.”", "“The mayor left.”"),
        ("Version control is what the mayor wants.", "Version control is what the mayor wants."),
        ("Versions differ.", "Versions differ."),
    ],
)
def test_the_word_before_a_version(typed: str, copy: str) -> None:
    """The word that hands a version in is taken off; a sentence that begins with it is copy."""
    assert without_version(typed) == copy

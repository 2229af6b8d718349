"""Settling a rule's or a pack's flags together."""

import pytest

from bot.blocks.fields import COMMON, OUTCOME, REASON
from bot.blocks.several import WHICH
from tests.bot.listeners.drafts import next_version
from tests.conversation import Editor, Room, Thread

DRAFT = (
    "The Velan regime slammed the offer. Critics say the harbour was secretly sabotaged. "
    "The mayor slammed the council. The Teshkan regime slammed the mill, and 41 per cent left. "
    + "The mill has nine rooms, and its wheel is older than the bridge, the council said. "
    * 5
)


async def _opened(editor: Editor, thread: Thread) -> None:
    await editor.presses("Settle several…", on=thread)
    await thread.room.sandbox.until(lambda: editor.member.view)


def _open(thread: Thread, words: str) -> list[int]:
    return [f.number for f in thread.flags() if words in f.text and not f.settled]


async def test_the_flags_of_a_question_are_settled_together(sana: Editor, imran: Editor) -> None:
    """One outcome and one reason for all of them; the window says which."""
    thread = await sana.hands_in(DRAFT)
    numbers = _open(thread, "Does the verb take sides?")
    assert numbers == [3, 5, 7]
    await _opened(imran, thread)
    which = ["Does the verb take sides? · 3 flags"]
    assert await imran.submits(**{WHICH: which, OUTCOME: "Stet", REASON: "house style"}) == {}
    view = imran.member.view
    assert view is not None
    assert "*Settled:* 3, 5 and 7\nAs stet: house style." in view.text
    await thread.settles(*(thread.flag(n) for n in numbers))
    assert "stet by Imran: house style" in thread.flag(numbers[0]).text


async def test_a_pack_is_settled_together_and_its_holds_wait(sana: Editor, imran: Editor) -> None:
    """A hold needs a second person however it is decided."""
    thread = await sana.hands_in(DRAFT)
    await _opened(imran, thread)
    which = ["Sourcing · 3 flags, 1 hold"]
    assert await imran.submits(**{WHICH: which, OUTCOME: "Fixed"}) == {}
    view = imran.member.view
    assert view is not None
    assert "*Wait for a second person:* " in view.text
    await thread.says("1 waits for a second person; 2 settled")


async def test_all_that_is_open_can_be_chosen(sana: Editor, imran: Editor) -> None:
    """What is settled already is left alone."""
    thread = await sana.hands_in(DRAFT)
    first = next(flag for flag in thread.flags("query") if not flag.folded)
    await imran.presses("Fixed", on=first)
    await thread.settles(first)
    many = len(thread.flags()) - 1
    await _opened(imran, thread)
    which = [f"Every open flag · {many} flags, 1 hold"]
    await imran.submits(**{WHICH: which, OUTCOME: "Wrong", REASON: "a test"})
    await thread.says(f"1 waits for a second person; {many} settled")
    assert "fixed by Imran" in first.text


async def test_a_common_reason_is_no_source(sana: Editor, imran: Editor) -> None:
    """House style lets a word stand, and vouches for nothing."""
    thread = await sana.hands_in(DRAFT)
    await _opened(imran, thread)
    filled = {WHICH: ["Language · 5 flags"], OUTCOME: "Sourced", COMMON: "House style"}
    errors = await imran.submits(**filled)
    assert errors == {REASON: "Name the source: who says it, and when."}


async def test_none_is_settled_without_a_reason(sana: Editor, imran: Editor, room: Room) -> None:
    """The window comes back with a line at the reason."""
    thread = await sana.hands_in(DRAFT)
    await _opened(imran, thread)
    errors = await imran.submits(**{WHICH: ["Language · 5 flags"], OUTCOME: "Stet"})
    assert errors == {REASON: "Say why: stet needs a reason."}
    await room.quiet()
    assert not any(flag.settled for flag in thread.flags())


async def test_what_another_settled_meanwhile_is_said(
    sana: Editor, imran: Editor, leila: Editor
) -> None:
    """Nothing of the choice is left to settle."""
    thread = await sana.hands_in(DRAFT)
    await _opened(leila, thread)
    await _opened(imran, thread)
    which = {WHICH: ["Does the verb take sides? · 3 flags"], OUTCOME: "Fixed"}
    assert await imran.submits(**which) == {}
    errors = await leila.submits(**which)
    assert "None of these is open any more" in errors[WHICH]


async def test_a_newer_version_asks_to_choose_again(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """What was written stands in the window; nothing is settled by it."""
    thread = await sana.hands_in(DRAFT)
    await _opened(imran, thread)
    await next_version(sana, thread, f"{DRAFT} The mayor slammed the bridge.")
    which = {WHICH: ["Language · 5 flags"], OUTCOME: "Stet", REASON: "house style"}
    assert await imran.submits(**which) == {}
    view = imran.member.view
    assert view is not None
    assert "Version 2 came in while you had this open" in view.text
    assert "You had written: “house style”" in view.text
    await room.quiet()
    assert "settled" not in thread.card


async def test_a_guest_settles_nothing(sana: Editor, room: Room) -> None:
    """The line stands in the window."""
    thread = await sana.hands_in(DRAFT)
    guest = room.editor("Gwen", guest=True)
    await _opened(guest, thread)
    errors = await guest.submits(**{WHICH: ["Language · 5 flags"], OUTCOME: "Fixed"})
    assert "ask somebody of the team" in errors[WHICH]


@pytest.mark.parametrize("words", ["Clear story", "Take it"])
async def test_one_flag_needs_no_window_for_several(sana: Editor, words: str) -> None:
    """The button is there for two flags or more."""
    thread = await sana.hands_in(
        "The mayor slammed the mill. " + "The mill has nine rooms, the council said. " * 12
    )
    assert words in thread.words
    assert "Settle several" not in thread.words

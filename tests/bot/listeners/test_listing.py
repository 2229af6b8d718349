"""The whole checklist in a window."""

import pytest

from bot.blocks.fields import OUTCOME, REASON
from bot.sandbox.model import View
from bot.serve import Bot
from tests.conversation import Editor, Room, Thread

FILLER = "The mill has nine rooms, and its wheel is older than the bridge, the council said. " * 6
_BAD = "".join(f"The mayor slammed crew {n}. " for n in range(1, 141))
BAD = f"Critics say the harbour was secretly sabotaged. {_BAD}{FILLER}"
TWO_PAGES = "".join(f"The mayor slammed crew {n}. " for n in range(1, 21)) + FILLER
REOPENED = "*1 · Does the verb take sides?* · query"


async def _shows(editor: Editor, thread: Thread) -> None:
    await editor.presses("Show them", on=thread)
    await thread.room.sandbox.until(lambda: editor.member.view)


def _view(editor: Editor) -> View:
    view = editor.member.view
    assert view is not None
    return view


async def test_a_bad_draft_is_read_in_a_window(sana: Editor, imran: Editor, room: Room) -> None:
    """The thread holds a few messages; the rest can be looked at and settled."""
    thread = await sana.hands_in(BAD)
    await thread.says("kept out of the thread")
    assert len(thread.ours) == 6
    await _shows(imran, thread)
    first = int(thread.ours[-1].text.split(" ")[0])
    assert f"{143 - first} to " in _view(imran).text
    await imran.member.presses_in_view("Earlier flags")
    await room.sandbox.until(lambda: f"{143 - first - 25} to " in _view(imran).text)
    await imran.member.presses_in_view("Further flags")
    await room.sandbox.until(lambda: f"{143 - first} to " in _view(imran).text)
    await imran.member.presses_in_view("Fixed")
    await room.sandbox.until(lambda: "~ fixed by Imran" in _view(imran).text)
    await thread.says("kept out of the thread: ")
    await thread.says("1 settled.")


async def test_a_finished_page_can_be_opened_and_a_flag_reopened(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """It is a line in the thread, and a list in the window; then it is a page again."""
    thread = await sana.hands_in(TWO_PAGES)
    await imran.replies("fixed 1-12", thread)
    await thread.says("Flags 1 to 12 are done: 12 fixed.")
    await _shows(imran, thread)
    assert "~*1 · Does the verb take sides?*~ fixed by Imran" in _view(imran).text
    await imran.member.presses_in_view("Reopen")
    await room.sandbox.until(lambda: REOPENED in _view(imran).text)
    await room.sandbox.until(lambda: "are done" not in thread.words)
    assert not thread.flag(1).settled


async def test_a_flag_of_the_list_is_settled_in_its_window(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """It lies on top of the list, and the list shows what was decided."""
    thread = await sana.hands_in(BAD)
    await thread.says("kept out of the thread")
    await _shows(imran, thread)
    await imran.member.presses_in_view("Stet…")
    await room.sandbox.until(lambda: _view(imran).title.startswith("Flag "))
    assert await imran.submits(**{OUTCOME: "Stet", REASON: "house style"}) == {}
    await room.sandbox.until(lambda: "stet by Imran: house style" in _view(imran).text)
    assert _view(imran).title == "The checklist"


async def test_what_another_settled_is_said_on_the_list(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """Who was first, and how the flags stand now."""
    thread = await sana.hands_in(TWO_PAGES)
    await imran.replies("fixed 1-12", thread)
    await thread.says("Flags 1 to 12 are done: 12 fixed.")
    await _shows(leila, thread)
    await leila.member.presses_in_view("Reopen")
    await room.sandbox.until(lambda: REOPENED in _view(leila).text)
    await room.sandbox.until(lambda: "are done" not in thread.words)
    await imran.replies("fixed 1", thread)
    await thread.says("Flags 1 to 12 are done: 12 fixed.")
    await leila.member.presses_in_view("Fixed")
    await room.sandbox.until(lambda: "Flag 1 is settled: fixed by Imran" in _view(leila).text)


async def test_a_flag_that_a_version_took_away(sana: Editor, imran: Editor, room: Room) -> None:
    """Its menu still stands in the list: a window on top says that it is gone."""
    thread = await sana.hands_in(TWO_PAGES)
    await imran.replies("fixed 1-12", thread)
    await thread.says("Flags 1 to 12 are done: 12 fixed.")
    await _shows(imran, thread)
    await sana.edits(thread, FILLER)
    await thread.says("version 2")
    await imran.member.presses_in_view("Open")
    await room.sandbox.until(lambda: "not in version 2 any more" in _view(imran).text)
    assert _view(imran).title == "Flag 1"


async def test_what_breaks_in_a_window_is_told_all_the_same(
    sana: Editor, imran: Editor, room: Room, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window has no channel to whisper in: it comes as a direct message."""
    thread = await sana.hands_in(TWO_PAGES)
    await imran.replies("fixed 1-12", thread)
    await thread.says("Flags 1 to 12 are done: 12 fixed.")
    await _shows(imran, thread)

    async def breaks(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(bot.work.newsroom, "reopen", breaks)
    await imran.member.presses_in_view("Reopen")
    await room.sandbox.until(
        lambda: any(
            "it was not recorded: do it again" in each.text
            for each in room.sandbox.messages(imran.member.direct)
        )
    )

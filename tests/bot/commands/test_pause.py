"""A desk that is paused."""

import pytest

from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room

SHORT = "The mayor slammed the plan, which the council will vote on next week."


async def test_nothing_is_read_unasked(sana: Editor, room: Room) -> None:
    """Posts are left alone, in silence, until it is off again."""
    assert "until `/desk pause off`" in await sana.types("/desk pause")
    told = len(sana.whispers)
    thread = await sana.posts(RIVER)
    await room.quiet()
    assert thread.ours == []
    assert thread.root.reactions == {}
    assert len(sana.whispers) == told
    assert "read in this channel again" in await sana.types("/desk pause off")
    assert (await sana.hands_in(CLEAN)).ours


async def test_who_asks_is_told(sana: Editor, imran: Editor, room: Room) -> None:
    """By whatever way, with what to do about it; nothing is kept of what was handed in."""
    await sana.types("/desk pause")
    thread = await sana.posts(RIVER)
    await imran.reacts("memo", thread)
    await imran.hears("“/desk pause off” lets me read again")
    await sana.replies(f"{room.me} check this", thread)
    await sana.hears("“/desk pause off” lets me read again")
    for text in ("/desk check", f"/desk check {SHORT}", "/desk check https://desk.example/a"):
        assert "is paused" in await sana.types(text)
    await room.quiet()
    assert thread.ours == []
    assert room.threads() == []


async def test_what_is_under_way_goes_on(sana: Editor, imran: Editor) -> None:
    """Flags are settled and drafts cleared as before."""
    thread = await sana.hands_in(CLEAN)
    await sana.types("/desk pause")
    await imran.presses("Clear story", on=thread)
    await thread.says("Cleared by Imran.")


async def test_other_channels_go_on(sana: Editor, room: Room) -> None:
    """A pause is one desk's."""
    room.sandbox.channel("canteen")
    await sana.types("/desk pause", "canteen")
    assert (await sana.hands_in(RIVER)).flags("hold")


async def test_a_window_that_was_open(sana: Editor) -> None:
    """The line stands in it, and what was written is not lost."""
    await sana.types("/desk check")
    await sana.types("/desk pause")
    errors = await sana.submits(check_text=SHORT)
    assert "is paused" in errors["check_text"]


@pytest.mark.parametrize("word", ["for lunch", "of"])
async def test_anything_else_is_not_guessed_at(sana: Editor, room: Room, word: str) -> None:
    """It says what can be typed, and nothing changes."""
    assert "Type `/desk pause`" in await sana.types(f"/desk pause {word}")
    assert (await sana.hands_in(RIVER)).flags("hold")


async def test_guests_pause_nothing(sana: Editor, room: Room) -> None:
    """They are told who may."""
    guest = room.editor("Gwen", guest=True)
    said = await guest.types("/desk pause")
    assert "ask somebody of the team" in said or "Settings belong" in said
    assert (await sana.hands_in(RIVER)).flags("hold")


async def test_what_was_cleared_and_is_changed_meanwhile(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """Nobody cleared that text: the draft is open again, and whoever had cleared it is told."""
    thread = await sana.hands_in(CLEAN)
    await imran.presses("Clear story", on=thread)
    await thread.says("Cleared by Imran.")
    await sana.types("/desk pause")
    await sana.edits(thread, RIVER)
    await room.sandbox.until(lambda: "Cleared by" not in thread.card)
    await room.sandbox.until(lambda: set(thread.root.reactions) == {"clipboard"})
    await room.quiet()
    (told,) = imran.told
    assert "has changed since you cleared it, so that is undone" in told
    assert "Nothing is read in that channel now" in told
    await sana.types("/desk pause off")
    await imran.replies(f"{room.me} version", thread)
    await thread.says("version 2")

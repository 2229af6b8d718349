"""The buttons of a card."""

from bot.blocks.version import NOTHING, TEXT
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room, Thread


async def test_take_it_puts_a_name_on_the_card(sana: Editor, imran: Editor) -> None:
    """Everybody sees who has the draft."""
    thread = await sana.hands_in(RIVER)
    await imran.presses("Take it", on=thread)
    await thread.says("Imran has it")


async def test_a_draft_can_be_taken_over(sana: Editor, imran: Editor, leila: Editor) -> None:
    """The last who took it has it."""
    thread = await sana.hands_in(RIVER)
    await imran.presses("Take it", on=thread)
    await thread.says("Imran has it")
    await leila.presses("Take it over", on=thread)
    await thread.says("Leila has it")
    assert "Imran has it" not in thread.card


async def test_a_guest_takes_nothing(sana: Editor, room: Room) -> None:
    """They are told who may."""
    thread = await sana.hands_in(RIVER)
    guest = room.editor("Gwen", guest=True)
    await guest.presses("Take it", on=thread)
    await guest.hears("ask somebody of the team")
    assert "has it" not in thread.card


async def test_sources_opens_the_map(sana: Editor, imran: Editor) -> None:
    """Who speaks, in which sentences, and what nobody vouches for."""
    thread = await sana.hands_in(CLEAN)
    said = await _opened(imran, "Sources", thread, "the council")
    assert "version 1 · 10 sentences" in said
    assert "the librarian" in said


async def test_new_version_tells_how(sana: Editor, imran: Editor) -> None:
    """A posted draft is edited where it stands, or followed by a file."""
    thread = await sana.hands_in(RIVER)
    said = await _opened(imran, "New version…", thread, "Edit the message")
    assert "Post the new file" in said


async def test_a_draft_that_was_not_posted_cannot_be_edited(sana: Editor, room: Room) -> None:
    """The window does not say that it can."""
    await sana.types(f"/desk check {CLEAN}")
    await room.sandbox.until(room.threads)
    (thread,) = room.threads()
    said = await _opened(sana, "New version…", thread, "Post the new file")
    assert "Edit the message" not in said


async def test_a_short_version_can_be_pasted(sana: Editor, room: Room) -> None:
    """It is read like the first; the same text again is none."""
    await sana.types(f"/desk check {CLEAN}")
    await room.sandbox.until(room.threads)
    (thread,) = room.threads()
    await _opened(sana, "New version…", thread, "Or paste the new text")
    assert await sana.submits() == {TEXT: NOTHING}
    errors = await sana.submits(**{TEXT: CLEAN})
    assert errors[TEXT].startswith("Nothing has changed since version 1")
    assert await sana.submits(**{TEXT: f"{CLEAN} The mayor slammed the crew."}) == {}
    await sana.hears("Reading the new version")
    await thread.says("version 2")
    await thread.says("1 query")
    assert len(room.threads()) == 1


async def _opened(editor: Editor, label: str, thread: Thread, words: str) -> str:
    await editor.presses(label, on=thread)

    def said() -> str:
        text = editor.member.view.text if editor.member.view else ""
        return text if words in text else ""

    return await thread.room.sandbox.until(said)

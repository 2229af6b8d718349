"""A story runs although it is held: one editor asks, a second stands by it."""

from bot.sandbox import View
from tests.bot.listeners.drafts import ASKED, HELD
from tests.conversation import Editor, Room, Thread


async def asks(editor: Editor, thread: Thread) -> View:
    """Somebody opens the window that asks."""
    await editor.types("/desk run")
    await thread.room.sandbox.until(lambda: editor.member.view)
    view = editor.member.view
    assert view is not None
    return view


async def test_run_with_its_holds(sana: Editor, imran: Editor, leila: Editor, room: Room) -> None:
    """Imran asks and names Leila; she is told, presses the button, and both are on the card."""
    thread = await sana.hands_in(HELD)
    view = await asks(imran, thread)
    assert "1 · Who accuses?" in view.text
    lines = await imran.submits(run_reason="the court has it", run_second=leila.member)
    assert lines == {}
    await room.sandbox.until(lambda: leila.told)
    (told,) = leila.told
    assert "Imran asks to run" in told
    assert "with 1 hold: the court has it." in told
    await thread.says("Leila has to agree")
    assert "white_check_mark" not in thread.root.reactions

    await imran.presses("Run with holds", on=thread)
    await imran.hears("only Leila can agree")
    await leila.presses("Run with holds", on=thread)
    await thread.says("Run with holds by Imran and Leila")
    await room.quiet()
    assert "has to agree" not in thread.words
    assert set(thread.root.reactions) == {"clipboard"}  # nobody cleared it


async def test_agreed_by_command(sana: Editor, imran: Editor, leila: Editor, room: Room) -> None:
    """The second finds the button by typing the command, too."""
    thread = await sana.hands_in(HELD)
    await asks(imran, thread)
    await imran.submits(run_reason="the court has it", run_second=leila.member)
    assert "asks to run" in await leila.types("/desk run")


async def test_who_may_not(sana: Editor, imran: Editor, leila: Editor, room: Room) -> None:
    """The writer does not get the window; what is wrong in it is told at its field."""
    thread = await sana.hands_in(HELD)
    line = await sana.types("/desk run")
    assert "Running your own copy with its holds needs two other editors: Imran or Leila" in line
    await asks(imran, thread)
    lines = await imran.submits(run_reason="the court has it", run_second=sana.member)
    assert "Leila can stand by it" in lines["run_second"]
    assert sana.member.view is None


async def test_nothing_holds_it(sana: Editor, imran: Editor, room: Room) -> None:
    """A story that nothing holds is cleared, not run with holds."""
    await sana.hands_in(ASKED)
    assert "Nothing holds this draft any more: clear it" in await imran.types("/desk run")

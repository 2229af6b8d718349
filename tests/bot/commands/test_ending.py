"""Clearing and spiking by command."""

from tests.bot.listeners.drafts import ASKED, CLEAN, HELD
from tests.conversation import Editor, Room


async def test_clear(sana: Editor, imran: Editor, room: Room) -> None:
    """An editor clears, and is told which queries go on record as unanswered."""
    thread = await sana.hands_in(ASKED)
    line = await sana.types("/desk clear")
    assert line == "Clearing your own copy needs another editor: Imran can clear it."
    line = await imran.types("/desk clear")
    assert line.startswith("Cleared: *Regime")
    assert line.endswith("Queries 1 and 2 go on record as unanswered.")
    await room.sandbox.until(lambda: "white_check_mark" in thread.root.reactions)


async def test_clear_while_it_is_held(sana: Editor, imran: Editor, room: Room) -> None:
    """A held story is not cleared; the line says what to do, and the way around."""
    await sana.hands_in(HELD)
    line = await imran.types("/desk clear")
    assert "Not cleared: hold 1 is open" in line
    assert "To run it with them, in two names: “/desk run minister" in line


async def test_spike(sana: Editor, imran: Editor, leila: Editor, room: Room) -> None:
    """A story is spiked by its writer or an editor, with a reason, and is off the list."""
    await sana.hands_in(HELD)
    draft = (await room.bot.work.newsroom.drafts(room.sandbox.find(room.channel).id))[0]
    assert "Say why it is spiked" in await imran.types(f"/desk spike {draft.slug}")
    line = await sana.types(f"/desk spike {draft.id} old news")
    assert line.startswith("Spiked: *Minister")
    assert line.endswith("“reopen” and the number of a flag opens it again.")
    assert await imran.types("/desk status") == "No draft is open in this channel."


async def test_what_brings_a_spiked_draft_back(sana: Editor, imran: Editor, room: Room) -> None:
    """One without flags has none to reopen: what is said instead is true."""
    thread = await sana.hands_in(CLEAN)
    line = await sana.types("/desk spike 1 old news")
    assert "“/desk clear library" in line
    await imran.types(line.partition("“")[2].partition("”")[0])
    await thread.says("Cleared by Imran.")

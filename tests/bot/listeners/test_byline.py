"""A draft that somebody else posts is still the copy of whoever its byline names."""

from tests.bot.listeners.drafts import HELD
from tests.conversation import Editor, Room

BYLINED = f"Ferry was sabotaged\n\nBy Leila Haddad in Istanbul\n\n{HELD}"


async def test_leila_settles_no_hold_on_what_imran_posted(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """She wrote it: by button and by reply she is told that Sana can, and Sana's word settles."""
    thread = await imran.hands_in(BYLINED)
    (hold,) = thread.flags("hold")
    await imran.presses("Fixed", on=hold)
    await room.sandbox.until(lambda: "waits for a second editor" in hold.text)

    refused = "A hold on your own copy needs another editor: Sana can settle it."
    await leila.presses("Agree", on=hold)
    await leila.hears(refused)
    await leila.replies(f"fixed {hold.number}", thread)
    await room.sandbox.until(lambda: sum(refused in line for line in leila.whispers) == 2)
    assert not hold.settled

    await sana.presses("Agree", on=hold)
    await thread.settles(hold)
    assert hold.text.endswith("fixed by Imran; Sana agrees")

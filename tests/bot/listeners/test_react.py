"""Putting :memo: on a post."""

from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room


async def test_memo_has_a_post_read(sana: Editor, imran: Editor, room: Room) -> None:
    """An editor's reaction is enough in any channel that Copychief is in; the draft is Sana's."""
    room.sandbox.channel("canteen")
    thread = await sana.posts(RIVER, "canteen")
    await imran.reacts("memo", thread)
    await thread.read()
    assert "posted by Sana" in thread.card


async def test_other_reactions_are_left_alone(sana: Editor, imran: Editor, room: Room) -> None:
    """A thumb is a thumb."""
    room.sandbox.channel("canteen")
    thread = await sana.posts(RIVER, "canteen")
    await imran.reacts("thumbsup", thread)
    await room.quiet()
    assert thread.ours == []


async def test_a_guest_is_told_who_may(sana: Editor, room: Room) -> None:
    """Guests have nothing read; they are told so, alone."""
    room.sandbox.channel("canteen")
    guest = room.editor("Gwen", guest=True)
    thread = await sana.posts(RIVER, "canteen")
    await guest.reacts("memo", thread)
    await guest.hears("ask somebody of the team")
    assert thread.ours == []


async def test_memo_on_a_checklist_is_ignored(sana: Editor, imran: Editor, room: Room) -> None:
    """Copychief does not read itself."""
    thread = await sana.hands_in(CLEAN)
    await imran.member.reacts("memo", thread.ours[0], thread.channel)
    await room.quiet()
    assert len(thread.ours) == 1
    assert imran.whispers == []


async def test_a_second_memo_brings_no_second_checklist(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """The same text at the same place is read once."""
    thread = await sana.hands_in(RIVER)
    before = len(thread.ours)
    await imran.reacts("memo", thread)
    await leila.reacts("memo", thread)
    await room.quiet()
    assert len(thread.ours) == before

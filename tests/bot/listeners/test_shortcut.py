"""Choosing “Review this draft” in the menu of a message."""

from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room


async def test_the_shortcut_has_a_message_read(sana: Editor, imran: Editor, room: Room) -> None:
    """However short it is, and in any channel."""
    room.sandbox.channel("canteen")
    thread = await sana.posts("The council slammed the plan.", "canteen")
    await imran.uses("Review this draft", thread)
    await thread.read()
    assert "posted by Sana" in thread.card


async def test_where_it_is_not_invited_it_says_so(sana: Editor, imran: Editor, room: Room) -> None:
    """The person who asked is told how to get Copychief into the channel."""
    room.sandbox.channel("secret", invited=False)
    thread = await sana.posts(RIVER, "secret")
    await imran.uses("Review this draft", thread)
    direct = imran.member.direct
    await room.sandbox.until(
        lambda: any("/invite" in m.text for m in room.sandbox.messages(direct))
    )
    assert thread.ours == []


async def test_copychiefs_own_messages_are_not_read(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """It says that a draft is what a person posts."""
    thread = await sana.hands_in(RIVER)
    await imran.member.uses("Review this draft", thread.ours[0], thread.channel)
    await imran.hears("That message is mine")


async def test_guests_have_nothing_read(sana: Editor, room: Room) -> None:
    """They are told so, alone."""
    room.sandbox.channel("canteen")
    thread = await sana.posts(RIVER, "canteen")
    guest = room.editor("Gwen", guest=True)
    await guest.uses("Review this draft", thread)
    await guest.hears("ask somebody of the team")
    await room.quiet()
    assert thread.ours == []


async def test_in_a_channel_shared_outside_nothing_is_read(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """Whoever asked is told, and the other organisation sees nothing."""
    room.sandbox.channel("partners").shared = True
    thread = await sana.posts(RIVER, "partners")
    await imran.uses("Review this draft", thread)
    await imran.hears("shared with another organisation")
    assert thread.ours == []

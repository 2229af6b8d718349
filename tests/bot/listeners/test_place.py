"""Archived channels, locked threads, and a bot that is sent away and invited back."""

from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room


async def test_what_was_decided_while_a_channel_was_archived(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """It is on record, and drawn as soon as the channel is open again."""
    query = (await sana.hands_in(RIVER)).flags("query")[0]
    await imran.opens(query, "Stet…")
    await sana.member.archives(room.channel)
    assert await imran.submits(reason="house style") == {}
    await room.quiet()
    assert not query.settled
    await sana.member.unarchives(room.channel)
    await query.thread.settles(query)


async def test_sent_away_and_invited_back(sana: Editor, imran: Editor, room: Room) -> None:
    """What was decided in between is drawn, and the next draft is read as before."""
    query = (await sana.hands_in(RIVER)).flags("query")[0]
    await imran.opens(query, "Stet…")
    await sana.member.removes(room.channel)
    assert await imran.submits(reason="house style") == {}
    await room.quiet()
    assert not query.settled
    await sana.member.invites(room.channel)
    await query.thread.settles(query)
    assert (await sana.hands_in(RIVER)).flags("query")


async def test_a_locked_thread(sana: Editor, room: Room) -> None:
    """Who asks is told that it is locked, and what to do."""
    thread = await sana.posts(f"Lunch at one? {RIVER[:60]}")
    await sana.member.locks(thread.ts, thread.channel)
    await sana.reacts("memo", thread)
    await sana.hears("That thread is locked")
    assert thread.ours == []

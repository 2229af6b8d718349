"""Asking a person to answer flags: `ask 6 @ines by 17:00`."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.model import Assignment
from bot.serve import Bot
from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room, Thread

LONDON = ZoneInfo("Europe/London")


async def turn(bot: Bot, thread: Thread, number: int) -> Assignment | None:
    """Whose turn a flag is."""
    draft = await bot.work.newsroom.draft_at(bot.work.place(thread.ours[0].channel, thread.ts))
    assert draft is not None
    (entry,) = await bot.work.newsroom.entries(draft.id, [number])
    return entry.assigned


async def test_a_person_is_asked_and_told(
    sana: Editor, imran: Editor, leila: Editor, room: Room, bot: Bot
) -> None:
    """The reply gets its mark, and Leila a message of her own."""
    thread = await sana.hands_in(RIVER)
    reply = await imran.replies(f"ask 2 {leila.member.mention}", thread)
    await imran.is_answered(reply)
    given = await turn(bot, thread, 2)
    assert given is not None
    assert (given.to.name, given.by.name, given.due) == ("Leila", "Imran", None)
    await room.sandbox.until(
        lambda: any("flag 2" in m.text for m in room.sandbox.messages(leila.member.direct))
    )
    assert imran.whispers == []


async def test_the_deadline_is_on_the_clock_of_who_asks(
    sana: Editor, imran: Editor, leila: Editor, bot: Bot
) -> None:
    """The next time that it is twelve in London, where Imran lives."""
    thread = await sana.hands_in(RIVER)
    reply = await imran.replies(f"ask 2-3 {leila.member.mention} by noon please", thread)
    await imran.is_answered(reply)
    typed = datetime.fromtimestamp(float(reply.ts), UTC)
    for number in (2, 3):
        given = await turn(bot, thread, number)
        assert given is not None
        assert given.due is not None
        assert f"{given.due.astimezone(LONDON):%H:%M}" == "12:00"
        assert 0 < (given.due - typed).total_seconds() <= 25 * 3600


async def test_a_deadline_that_is_not_understood_is_asked_about(
    sana: Editor, imran: Editor, leila: Editor, room: Room, bot: Bot
) -> None:
    """With the forms that are, and the person by name: nobody is asked yet."""
    thread = await sana.hands_in(RIVER)
    await imran.replies(f"ask 2 {leila.member.mention} by five or so", thread)
    line = await imran.hears("Did you mean “ask 2 @Leila by 17:00”")
    assert line.startswith("I read “ask 2 @Leila by five or so”")
    await room.quiet()
    assert await turn(bot, thread, 2) is None


async def test_a_time_of_today_that_is_past_is_told(
    sana: Editor, imran: Editor, leila: Editor, bot: Bot
) -> None:
    """Midnight at the beginning of today is past whenever this is typed."""
    thread = await sana.hands_in(RIVER)
    await imran.replies(f"ask 2 {leila.member.mention} by 00:00 today", thread)
    await imran.hears("asks for a time of today that is past: name a later one")
    assert await turn(bot, thread, 2) is None


async def test_a_settled_flag_is_not_asked_about(
    sana: Editor, imran: Editor, leila: Editor, bot: Bot
) -> None:
    """There is nothing to answer any more, and the line says by whom it was settled."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.is_answered(await imran.replies(f"fixed {query.number}", thread))
    await imran.replies(f"ask {query.number} {leila.member.mention}", thread)
    await imran.hears(f"Flag {query.number} is settled: fixed by Imran")


async def test_guests_are_not_asked(sana: Editor, imran: Editor, room: Room, bot: Bot) -> None:
    """No flag waits for somebody who may not settle it."""
    guest = room.editor("Gwen", guest=True)
    thread = await sana.hands_in(RIVER)
    await imran.replies(f"ask 2 {guest.member.mention}", thread)
    await imran.hears("Gwen is not of the team")
    assert await turn(bot, thread, 2) is None


async def test_who_is_not_asked_by_name_is_left_alone(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """“Ask 6 residents” is advice to the writer."""
    thread = await sana.hands_in(RIVER)
    said = await imran.replies(
        f"ask 6 residents\nask {leila.member.mention} about 6 million euros", thread
    )
    await room.quiet()
    assert said.reactions == {}
    assert imran.whispers == []


async def test_a_name_in_a_reason_stays_a_name(sana: Editor, imran: Editor, leila: Editor) -> None:
    """The record shows who it was, not an id."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.replies(f"stet {query.number} agreed with {leila.member.mention}", thread)
    await thread.settles(query)
    assert query.text.endswith("stet by Imran: agreed with @Leila")


async def test_who_cannot_see_the_draft_is_not_asked(
    sana: Editor, imran: Editor, leila: Editor, room: Room, bot: Bot
) -> None:
    """Nothing of a draft goes to somebody outside its channel; the line says what to do."""
    thread = await sana.hands_in(RIVER)
    await leila.member.leaves(room.channel)
    await imran.replies(f"ask 2 {leila.member.mention}", thread)
    await imran.hears("Leila is not in this channel: invite them first, then ask.")
    await room.quiet()
    assert await turn(bot, thread, 2) is None
    assert leila.told == []

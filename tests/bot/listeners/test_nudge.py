"""Deadlines typed in Slack: the person who is waited for is reminded once, alone, before them."""

from datetime import UTC, datetime

import pytest

from tests.bot.listeners.drafts import RIVER
from tests.bot.work.conftest import Clock
from tests.conversation import Editor, Room, Thread


@pytest.fixture
def clock(room: Room) -> Clock:
    """A Tuesday at ten in London, for Slack and for the newsroom, until somebody moves it."""
    clock = Clock()
    room.sandbox.clock.advance(clock().timestamp() - room.sandbox.clock.now())
    room.bot.work.newsroom._now = clock
    return clock


async def passes(room: Room, clock: Clock, hour: int, minute: int = 0) -> None:
    """It is that time of the day, and the bot looks at what is due."""
    clock.forward(clock().replace(hour=hour, minute=minute) - clock())
    room.bot.work.turns.wake()
    await room.quiet()


def wanted(hour: int, day: int = 3) -> str:
    """A moment of that month as it is drawn for everybody's own clock."""
    return f"<!date^{int(datetime(2026, 3, day, hour, tzinfo=UTC).timestamp())}^"


async def asks(by: Editor, to: Editor, thread: Thread, numbers: str, due: str) -> None:
    """Somebody asks another about flags, by a time; they are told at once."""
    ask = f"ask {numbers} {to.member.mention} by {due}"
    await by.is_answered(await by.replies(ask, thread))
    await by.room.sandbox.until(lambda: to.told)


async def takes(editor: Editor, thread: Thread, due: str) -> None:
    """Somebody takes a draft and says until when it is wanted."""
    await editor.presses("take", on=thread)
    await thread.says(f"{editor.name} has it")
    assert "is wanted off stone by" in await editor.types(f"/desk due {due}")


async def test_who_is_asked_is_reminded_once(
    sana: Editor, imran: Editor, leila: Editor, room: Room, clock: Clock
) -> None:
    """Leila is told at once, and again half an hour before; nobody else is."""
    thread = await sana.hands_in(RIVER)
    await asks(imran, leila, thread, "2", "17:00")
    await passes(room, clock, 16, 29)
    (asked,) = leila.told
    assert asked.startswith("Imran asks you about flag 2 of *<http")
    assert wanted(17) in asked
    await passes(room, clock, 16, 30)
    await room.sandbox.until(lambda: len(leila.told) == 2)
    assert leila.told[1].startswith("Flag 2 of *<http")
    assert f"waits for you: wanted by {wanted(17)}" in leila.told[1]
    await imran.is_answered(await imran.replies("fixed 3", thread))  # the draft has changed
    await passes(room, clock, 16, 45)
    await passes(room, clock, 17, 1)
    assert len(leila.told) == 2
    assert (imran.told, sana.told) == ([], [])


async def test_several_flags_are_one_reminder(
    sana: Editor, imran: Editor, leila: Editor, room: Room, clock: Clock
) -> None:
    """Two flags by one deadline are named together, those that are answered left out."""
    thread = await sana.hands_in(RIVER)
    await asks(imran, leila, thread, "2-4", "17:00")
    await imran.is_answered(await imran.replies("fixed 3", thread))
    await passes(room, clock, 16, 30)
    await room.sandbox.until(lambda: len(leila.told) == 2)
    assert leila.told[1].startswith("Flags 2 and 4 of")


async def test_nobody_is_reminded_at_night(
    sana: Editor, imran: Editor, leila: Editor, room: Room, clock: Clock
) -> None:
    """What is wanted at six in the morning is told of at the end of the working day before."""
    thread = await sana.hands_in(RIVER)
    await asks(imran, leila, thread, "2", "tomorrow 6:00")
    await passes(room, clock, 19, 59)
    assert len(leila.told) == 1
    await passes(room, clock, 20, 0)
    await room.sandbox.until(lambda: len(leila.told) == 2)
    assert f"waits for you: wanted by {wanted(6, day=4)}" in leila.told[1]


async def test_who_has_a_draft_is_reminded_once(
    sana: Editor, imran: Editor, leila: Editor, room: Room, clock: Clock
) -> None:
    """Of the whole draft, by the deadline that was typed for it."""
    await takes(imran, await sana.hands_in(RIVER), "1 17:00")
    await passes(room, clock, 16, 29)
    assert imran.told == []
    await passes(room, clock, 16, 30)
    await room.sandbox.until(lambda: imran.told)
    await passes(room, clock, 16, 45)
    (line,) = imran.told
    assert line.startswith("You have *<http")
    assert f"it is wanted off stone by {wanted(17)}" in line
    assert (sana.told, leila.told) == ([], [])


async def test_a_deadline_that_was_moved_is_the_one_that_counts(
    sana: Editor, imran: Editor, room: Room, clock: Clock
) -> None:
    """Nobody hears of the earlier one, nor of one that was taken back."""
    thread = await sana.hands_in(RIVER)
    await takes(imran, thread, "1 15:00")
    assert "is wanted off stone by" in await imran.types("/desk due 1 17:00")
    await passes(room, clock, 14, 45)
    assert imran.told == []
    await passes(room, clock, 16, 45)
    await room.sandbox.until(lambda: imran.told)
    (line,) = imran.told
    assert wanted(17) in line
    await imran.types("/desk due 1 19:00")
    assert (await imran.types("/desk due 1 none")).endswith("has no deadline now.")
    await passes(room, clock, 18, 45)
    assert len(imran.told) == 1


async def test_who_settled_meanwhile_is_not_reminded(
    sana: Editor, imran: Editor, leila: Editor, room: Room, clock: Clock
) -> None:
    """Of two that are asked by one deadline the one who answered hears nothing more."""
    thread = await sana.hands_in(RIVER)
    await asks(imran, leila, thread, "2", "17:00")
    await asks(imran, sana, thread, "3", "17:00")
    await leila.is_answered(await leila.replies("fixed 2", thread))
    await passes(room, clock, 16, 30)
    await room.sandbox.until(lambda: len(sana.told) == 2)
    await room.quiet()
    assert len(leila.told) == 1


async def test_whoever_took_a_draft_over_is_reminded(
    sana: Editor, imran: Editor, leila: Editor, room: Room, clock: Clock
) -> None:
    """Who had it before has it no more."""
    thread = await sana.hands_in(RIVER)
    await takes(imran, thread, "1 17:00")
    assert (await leila.types("/desk take 1")).endswith("You took it over from Imran.")
    await passes(room, clock, 16, 30)
    await room.sandbox.until(lambda: leila.told)
    await room.quiet()
    assert len(leila.told) == 1
    assert imran.told == []


async def test_a_draft_that_ended_reminds_nobody(
    sana: Editor, imran: Editor, leila: Editor, room: Room, clock: Clock
) -> None:
    """Spiked is done with, for who has it and for who was asked; another draft is not."""
    thread = await sana.hands_in(RIVER)
    await takes(imran, thread, "1 17:00")
    await asks(imran, leila, thread, "2", "17:00")
    await imran.types("/desk spike 1 old news")
    await takes(sana, await imran.hands_in(RIVER), "2 17:00")
    await passes(room, clock, 16, 30)
    await room.sandbox.until(lambda: sana.told)
    await room.quiet()
    assert (imran.told, len(leila.told)) == ([], 1)


async def test_a_desk_with_an_off_stone_time(
    sana: Editor, imran: Editor, room: Room, clock: Clock
) -> None:
    """Every new draft is wanted by the next one; who takes it is reminded without a word typed."""
    await imran.types("/desk settings")
    await room.sandbox.until(lambda: imran.member.view)
    assert await imran.submits(off_stone="18:00", zone="Europe/London") == {}
    thread = await sana.hands_in(RIVER)
    assert f"Off stone {wanted(18)}" in thread.card
    await imran.presses("Take it", on=thread)
    await thread.says(f"Imran has it · off stone {wanted(18)}")
    await passes(room, clock, 17, 30)
    await room.sandbox.until(lambda: imran.told)
    (line,) = imran.told
    assert f"it is wanted off stone by {wanted(18)}" in line
    await passes(room, clock, 18, 1)
    late = await sana.hands_in(RIVER)
    assert f"Off stone {wanted(18, day=4)}" in late.card

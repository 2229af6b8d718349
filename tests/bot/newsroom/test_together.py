"""Who has a draft, whose turn a flag is, and until when."""

from datetime import UTC, datetime

import pytest

from bot.errors import AlreadyClosed, AlreadySettled, UnknownDraft, UnknownFlag
from bot.model import Outcome
from bot.store import record
from tests.bot.newsroom.desk import IMRAN, LEILA, SANA, Desk

COPY = "The ferry {query slammed} the pier. He {hold stole} it."
FIVE = datetime(2026, 3, 3, 17, tzinfo=UTC)


async def test_somebody_takes_a_draft(desk: Desk) -> None:
    """Everybody sees who has it, and that is on record."""
    before = (await desk.reads(COPY)).draft
    draft = await desk.newsroom.take(1, IMRAN, "k1")
    assert draft.taken_by == IMRAN
    assert draft.change > before.change
    assert await kinds(desk) == ["handed in", "read", "taken"]


async def test_another_takes_it_over(desk: Desk) -> None:
    """The newest has it; the same press again takes nothing back."""
    await desk.reads(COPY)
    await desk.newsroom.take(1, IMRAN, "k1")
    await desk.newsroom.take(1, LEILA, "k2")
    assert (await desk.newsroom.take(1, IMRAN, "k1")).taken_by == LEILA


async def test_a_draft_that_was_ended_is_nobodys(desk: Desk) -> None:
    """Nobody takes it, asks about it or wants it by a time; the line says what brings it back."""
    await desk.reads(COPY)
    await desk.spikes("old news")
    for act in (
        desk.newsroom.take(1, IMRAN, "k1"),
        desk.newsroom.assign(1, [1], LEILA, FIVE, IMRAN, "k4"),
        desk.newsroom.set_due(1, FIVE, IMRAN, "k5"),
    ):
        with pytest.raises(
            AlreadyClosed, match=r"spiked by .*: “reopen” and the number of a flag"
        ):
            await act
    await desk.reads("The ferry sails.", ts="200.1")
    plain = await desk.newsroom.spike(2, "old news", IMRAN, "k2")
    with pytest.raises(AlreadyClosed, match=f"“/desk clear {plain.slug}” clears it"):
        await desk.newsroom.take(2, IMRAN, "k3")


async def test_where_a_person_was_asked(desk: Desk) -> None:
    """The drafts, whether it is their turn still or not."""
    await desk.reads(COPY)
    await desk.reads(COPY, ts="200.1")
    await desk.newsroom.assign(2, [1], SANA, None, IMRAN, "k1")
    assert await desk.newsroom.asked_in(SANA.id) == {2}
    assert await desk.newsroom.asked_in(LEILA.id) == frozenset()


async def test_a_deadline_can_be_set_and_taken_away(desk: Desk) -> None:
    """It is kept in UTC."""
    await desk.reads(COPY)
    assert (await desk.newsroom.set_due(1, FIVE, IMRAN, "k1")).due == FIVE
    assert (await desk.newsroom.set_due(1, None, IMRAN, "k2")).due is None


async def test_a_flag_is_somebodys_turn(desk: Desk) -> None:
    """The flag says whose turn it is, who asked them, and until when."""
    await desk.reads(COPY)
    (entry,) = await desk.newsroom.assign(1, [2], SANA, FIVE, IMRAN, "k1")
    turn = entry.assigned
    assert turn is not None
    assert (turn.to, turn.by, turn.due) == (SANA, IMRAN, FIVE)
    assert (await desk.entry(1)).assigned is None


async def test_the_newest_turn_counts(desk: Desk) -> None:
    """Asked again, it is somebody else's."""
    await desk.reads(COPY)
    await desk.newsroom.assign(1, [1, 2], SANA, None, IMRAN, "k1")
    await desk.newsroom.assign(1, [2], LEILA, None, IMRAN, "k2")
    turns = [(await desk.entry(number)).assigned for number in (1, 2)]
    assert [turn.to for turn in turns if turn] == [SANA, LEILA]


async def test_all_or_none(desk: Desk) -> None:
    """A number that no flag has assigns nothing; nor is a settled flag anybody's turn."""
    await desk.reads(COPY)
    with pytest.raises(UnknownFlag):
        await desk.newsroom.assign(1, [2, 7], SANA, None, IMRAN, "k1")
    await desk.decides(Outcome.FIXED, 2, by=IMRAN)
    with pytest.raises(AlreadySettled):
        await desk.newsroom.assign(1, [1, 2], SANA, None, IMRAN, "k2")
    assert (await desk.entry(1)).assigned is None


async def test_a_draft_that_is_not_there(desk: Desk) -> None:
    """Nobody can take it."""
    with pytest.raises(UnknownDraft):
        await desk.newsroom.take(9, IMRAN, "k1")


async def kinds(desk: Desk) -> list[str]:
    """What is on record of the first draft."""
    async with desk.store.look() as connection:
        return [row.kind for row in await record.of(connection, 1)]


async def wanted(desk: Desk) -> list[tuple[str, tuple[int, ...]]]:
    """Who is to be reminded of which flags."""
    return [(turn.to.name, turn.numbers) for turn in await desk.newsroom.turns()]


async def test_a_second_person_is_waited_for(desk: Desk) -> None:
    """Whoever is asked for the second word is reminded of it; who gave the first is not."""
    await desk.reads(COPY)
    await desk.newsroom.assign(1, [1], IMRAN, FIVE, SANA, "k1")
    await desk.newsroom.assign(1, [2], SANA, FIVE, IMRAN, "k2")
    assert await wanted(desk) == [("Imran", (1,)), ("Sana", (2,))]

    await desk.decides(Outcome.FIXED, 1, by=SANA)
    assert await wanted(desk) == [("Imran", (1,)), ("Sana", (2,))]
    await desk.newsroom.assign(1, [1], SANA, FIVE, IMRAN, "k3")
    assert await wanted(desk) == [("Sana", (2,))]
    await desk.decides(Outcome.FIXED, 1, by=IMRAN)
    await desk.decides(Outcome.FIXED, 2, by=SANA)
    assert await wanted(desk) == []


async def test_who_is_asked_for_any_time_is_asked_until_off_stone(desk: Desk) -> None:
    """The draft's own deadline counts where none was named; who has it is reminded once."""
    await desk.reads(COPY)
    await desk.newsroom.assign(1, [1], IMRAN, None, SANA, "k1")
    assert await wanted(desk) == []
    await desk.newsroom.set_due(1, FIVE, SANA, "k2")
    assert await wanted(desk) == [("Imran", (1,))]
    (turn,) = await desk.newsroom.turns()
    assert turn.due == FIVE
    await desk.newsroom.take(1, IMRAN, "k3")
    assert await wanted(desk) == [("Imran", (1,))]
    await desk.newsroom.take(1, LEILA, "k4")
    assert await wanted(desk) == [("Imran", (1,)), ("Leila", ())]

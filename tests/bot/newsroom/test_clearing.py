"""Clearing a draft."""

import asyncio

import pytest

from bot.errors import HoldsOpen
from bot.model import Outcome, Standing, State
from tests.bot.newsroom.desk import IMRAN, LEILA, SANA, Desk

QUERIES = "{query figure} {query when} {query who} {note word}"


async def test_cleared(desk: Desk) -> None:
    """An editor clears a draft; the queries that nobody answered are on record as such."""
    await desk.reads(QUERIES)
    await desk.decides(Outcome.FIXED, 1, by=SANA)
    await desk.decides(Outcome.STET, 2, by=SANA, because="they say so")
    draft = await desk.clears()

    assert (draft.state, draft.closed_by) == (State.CLEARED, IMRAN)
    assert await desk.newsroom.drafts("C1") == ()
    entries = [await desk.entry(n) for n in (1, 2, 3, 4)]
    outcomes = [entry.last and entry.last.outcome for entry in entries]
    assert outcomes == [Outcome.FIXED, Outcome.STET, Outcome.UNANSWERED, None]
    assert entries[2].open


async def test_holds_stand_in_the_way(desk: Desk) -> None:
    """While a hold is not settled nothing is cleared, and the line says which and what to do."""
    await desk.reads("{hold a} {hold b} {hold c} {hold d} {query e}")
    await desk.decides(Outcome.FIXED, 2, by=SANA)
    with pytest.raises(HoldsOpen) as told:
        await desk.clears()

    assert str(told.value) == (
        "Not cleared: holds 1, 3 and 4 are open (reply “fixed 1”, “source 1 …” or “stet 1 …”),"
        " and hold 2 waits for a second person, not the writer."
    )
    assert (await desk.newsroom.draft(1)).state is State.WITH_WRITER
    assert (await desk.entry(5)).resolutions == ()


async def test_cleared_when_the_holds_are_settled(desk: Desk) -> None:
    """With its last hold settled by a second person, a draft can be cleared."""
    await desk.reads("{hold a}")
    await desk.decides(Outcome.FIXED, 1, by=SANA)
    with pytest.raises(HoldsOpen, match="Not cleared: hold 1 waits for a second person"):
        await desk.clears(key="K1")
    await desk.decides(Outcome.FIXED, 1, by=LEILA)

    assert (await desk.clears(key="K1")).state is State.CLEARED


async def test_cleared_twice(desk: Desk) -> None:
    """Clearing twice, at once or later, is clearing once, by whoever was first."""
    await desk.reads(QUERIES)
    await asyncio.gather(*(desk.clears(by=IMRAN, key="K1") for _ in range(5)))
    draft = await desk.clears(by=LEILA)

    assert draft.closed_by == IMRAN
    assert [each.outcome for each in (await desk.entry(3)).resolutions] == [Outcome.UNANSWERED]


async def test_uncleared_by_reopening(desk: Desk) -> None:
    """Reopening a flag of a cleared draft un-clears it, even a flag that was open."""
    await desk.reads(QUERIES)
    await desk.clears(key="K1")
    await desk.reopens(3)
    draft = await desk.clears(key="K1")  # the old act, delivered again

    assert (draft.state, draft.closed_by) == (State.WITH_WRITER, None)
    (entry,) = await desk.decides(Outcome.STET, 3, by=IMRAN, because="known")
    assert entry.standing is Standing.SETTLED


async def test_uncleared_by_a_new_version(desk: Desk) -> None:
    """A new version of a cleared draft has to be cleared again, once it is read."""
    await desk.reads(QUERIES)
    await desk.clears()
    draft = await desk.hands_in("{query figure} and more")
    assert (draft.state, draft.closed_by) == (State.IN, None)
    with pytest.raises(HoldsOpen, match="still being read"):
        await desk.clears()

    await desk.newsroom.read(1)
    assert (await desk.clears()).state is State.CLEARED

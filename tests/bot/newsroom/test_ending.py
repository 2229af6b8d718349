"""How a draft ends: cleared, spiked, or run with its holds."""

import asyncio

import pytest

from bot.desk import Right
from bot.errors import AlreadyClosed, HoldsOpen, NotYours, ReasonNeeded
from bot.model import Outcome, Standing, State
from bot.newsroom import Newsroom
from bot.store import drafts, record
from rules.model import Review
from tests.bot.newsroom.desk import IMRAN, LEILA, PRIYA, SANA, Desk

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
        " To run it with them, in two names: “/desk run hold-hold-b-hold”."
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


async def broke_on_the_second(desk: Desk, first: str, second: str) -> Newsroom:
    """The newsroom of a draft whose second version no rule can take."""

    def breaks(text: str) -> Review:
        raise ValueError("broken")

    await desk.reads(first)
    await desk.hands_in(second)
    newsroom = Newsroom(desk.store, review=breaks)
    with pytest.raises(ValueError, match="broken"):
        await newsroom.read(1)
    return newsroom


async def test_a_version_that_nobody_read_is_not_cleared(desk: Desk) -> None:
    """What the rules broke on is neither cleared nor run on the flags of the version before."""
    await broke_on_the_second(desk, "{hold who}.", "{hold who}. {hold what}.")
    line = "Version 2 of this draft could not be read, and the flags here are those of version 1"
    for act in (
        desk.clears(),
        desk.asks_to_run("now", LEILA),
        desk.newsroom.refuse_run(1, IMRAN),
        desk.agrees_to_run(by=LEILA),
    ):
        with pytest.raises(HoldsOpen, match=line):
            await act
    assert (await desk.newsroom.draft(1)).state is State.WITH_WRITER

    await desk.reads("{hold who}. {hold what}.")  # the same text again, the rule being mended
    with pytest.raises(HoldsOpen, match="holds 1 and 2 are open"):
        await desk.clears()


async def test_a_retry_opens_nothing_that_is_closed(desk: Desk) -> None:
    """A version that was spiked unread stays so, and keeps who did it, when it is tried again."""
    broken = await broke_on_the_second(desk, "{query who}", "{query who} {query what}")
    spiked = await desk.spikes("old news")
    async with desk.store.look() as connection:
        assert (await record.of(connection, 1))[-1].body["version"] == 2
    await broken.read(1)
    assert await desk.newsroom.draft(1) == spiked

    async with desk.store.begin() as connection:  # as it could be left by an earlier release
        await drafts.set_state(connection, 1, State.CLEARED)
    assert (await desk.newsroom.read(1)).draft.state is State.CLEARED
    assert (await desk.newsroom.draft(1)).closed_by == IMRAN


async def test_a_writer_does_not_clear(desk: Desk) -> None:
    """Nobody clears their own copy, nor without the editor's role; the line says who may."""
    await desk.reads(QUERIES)
    with pytest.raises(NotYours) as told:
        await desk.clears(by=SANA)
    line = "Clearing your own copy needs another editor: Imran or Leila can clear it."
    assert str(told.value) == line

    desk.staffed(SANA, IMRAN, LEILA, editors=[LEILA])
    with pytest.raises(NotYours, match=r"^Clearing needs an editor: Leila can clear it\.$"):
        await desk.clears(by=IMRAN)
    assert (await desk.clears(by=LEILA)).closed_by == LEILA


async def test_alone_on_the_desk(desk: Desk) -> None:
    """The only person on a desk settles and clears their own copy, and the record says so."""
    desk.staffed(SANA)
    await desk.reads("{hold who} {query when}")
    (entry,) = await desk.decides(Outcome.STET, 1, by=SANA, because="I asked them")
    assert (entry.standing, entry.last and entry.last.right) == (Standing.SETTLED, Right.ALONE)
    assert (await desk.clears(by=SANA)).state is State.CLEARED
    async with desk.store.look() as connection:
        told = await record.of(connection, 1)
    assert told[2].body["right"] == "alone"


async def test_spiked(desk: Desk) -> None:
    """An editor or the writer spikes a draft, for a reason; reopening a flag takes it up again."""
    await desk.reads("{hold who} {query when}")
    desk.staffed(SANA, IMRAN, LEILA, editors=[LEILA])
    with pytest.raises(NotYours, match="Spiking is for the writer or an editor: Leila can do it"):
        await desk.spikes("old news", by=IMRAN)
    with pytest.raises(ReasonNeeded, match="Say why it is spiked"):
        await desk.spikes(" ", by=SANA)

    draft = await desk.spikes("old news", by=SANA, key="K1")
    assert (draft.state, draft.closed_by, draft.closed_why) == (State.SPIKED, SANA, "old news")
    assert await desk.newsroom.drafts("C1") == ()
    await desk.reopens(2, by=IMRAN)
    draft = await desk.spikes("old news", by=SANA, key="K1")  # the old act, delivered again
    assert (draft.state, draft.closed_by, draft.closed_why) == (State.WITH_WRITER, None, "")
    async with desk.store.look() as connection:
        kinds = [row.kind for row in await record.of(connection, 1)]
    assert kinds == ["handed in", "read", "spiked", "opened again"]


async def test_run_with_holds(desk: Desk) -> None:
    """Two editors run a draft that is held: one asks with a reason, the one named agrees."""
    await desk.reads("{hold who} {hold when} {query where}")
    run = await desk.asks_to_run("the minister confirmed on air", LEILA)
    assert run is not None
    assert (run.by, run.second, run.reason) == (IMRAN, LEILA, "the minister confirmed on air")
    listed = await desk.newsroom.checklist(1)
    assert (listed.run, listed.draft.state) == (run, State.WITH_WRITER)

    with pytest.raises(NotYours, match="Imran named Leila as the second: only Leila can agree"):
        await desk.agrees_to_run(by=SANA)
    draft = await desk.agrees_to_run(by=LEILA)
    assert (draft.state, draft.closed_by, draft.second) == (State.RUN_WITH_HOLDS, IMRAN, LEILA)
    assert draft.closed_why == "the minister confirmed on air"
    assert (await desk.newsroom.checklist(1)).run is None
    async with desk.store.look() as connection:
        asked, ran = (await record.of(connection, 1))[-2:]
    assert (asked.kind, asked.by, asked.body["holds"]) == ("asked to run", IMRAN, [1, 2])
    assert (ran.kind, ran.by, ran.body["asked_name"]) == ("run with holds", LEILA, "Imran")
    assert ran.body["unanswered"] == [3]


async def test_who_may_run_with_holds(desk: Desk) -> None:
    """Neither name is the writer's, and both are editors'; one person is not two."""
    await desk.reads("{hold who}")
    with pytest.raises(NotYours, match="your own copy with its holds needs two other editors"):
        await desk.asks_to_run("now", LEILA, by=SANA)
    second = "The second name has to be another editor's, not the writer's: Leila can stand by it."
    for named in (SANA, IMRAN, PRIYA):
        with pytest.raises(NotYours, match=second):
            await desk.asks_to_run("now", named)
    with pytest.raises(ReasonNeeded, match="Say why it runs although it is held"):
        await desk.asks_to_run("  ", LEILA)
    with pytest.raises(HoldsOpen, match="Nobody asks to run this draft"):
        await desk.agrees_to_run(by=LEILA)


async def test_run_with_a_legal_hold(desk: Desk) -> None:
    """While a legal hold is open, one of the two names is of the legal group."""
    desk.staffed(SANA, editors=[IMRAN, LEILA, PRIYA], legal=[PRIYA])
    await desk.reads("{legal hold name} {hold who}")
    line = "With hold 1 open, one of the two names has to be of the legal group: Priya can be"
    with pytest.raises(NotYours, match=line):
        await desk.asks_to_run("the court has named him", LEILA)
    await desk.asks_to_run("the court has named him", PRIYA)
    assert (await desk.agrees_to_run(by=PRIYA)).state is State.RUN_WITH_HOLDS


async def test_a_wish_to_run_lapses(desk: Desk) -> None:
    """A new version, or the last hold settled, and there is nothing to agree to any more."""
    await desk.reads("{hold who}.")
    await desk.asks_to_run("now", LEILA)
    await desk.reads("{hold who}. And more.")
    with pytest.raises(HoldsOpen, match="Nobody asks to run"):
        await desk.agrees_to_run(by=LEILA)

    await desk.asks_to_run("now", LEILA)
    await desk.decides(Outcome.FIXED, 1, by=SANA)
    await desk.decides(Outcome.FIXED, 1, by=IMRAN)
    with pytest.raises(HoldsOpen, match="Nothing holds this draft any more: clear it"):
        await desk.agrees_to_run(by=LEILA)
    await desk.clears()
    with pytest.raises(AlreadyClosed, match="was cleared by Imran"):
        await desk.asks_to_run("now", LEILA)


async def test_who_asked_is_an_editor_no_more(desk: Desk) -> None:
    """Agreeing needs two editors at that moment, not at the moment it was asked."""
    await desk.reads("{hold who}")
    await desk.asks_to_run("now", LEILA)
    desk.staffed(SANA, IMRAN, LEILA, editors=[LEILA])
    with pytest.raises(NotYours, match="takes two editors"):
        await desk.agrees_to_run(by=LEILA)

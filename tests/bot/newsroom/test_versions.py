"""Versions: what is carried over, what is gone, what comes back, and what is said of it."""

import asyncio

from bot.model import Changes, HandIn, Outcome, Place, Standing, State
from bot.newsroom import Newsroom
from bot.store import flags, record, resolutions
from bot.store.record import NOBODY
from bot.store.tables import flags as table
from rules.model import Review, Spoken
from tests.bot.newsroom.desk import IMRAN, LEILA, SANA, Desk, review

WHO, FIGURE, WHEN = "He {hold who} in May.", "Fares {query figure} rose.", "It {query when} began."
FIRST = f"{WHO} {FIGURE} {WHEN}"  # 1, 2, 3


async def changed(desk: Desk) -> Changes | None:
    """What the newest version changed."""
    return await desk.newsroom.changes(1)


async def stands(desk: Desk) -> dict[int, Standing]:
    """Where each flag stands now."""
    return {e.number: e.standing for e in (await desk.newsroom.checklist(1)).entries}


async def test_a_first_version_changes_nothing(desk: Desk) -> None:
    """Before there is a second version there is nothing to tell."""
    await desk.reads(FIRST)
    assert await changed(desk) is None


async def test_what_a_version_changed(desk: Desk) -> None:
    """Fixed, new, still there although called fixed, and what stands, each by its numbers."""
    await desk.reads(FIRST)
    await desk.decides(Outcome.FIXED, 2, by=SANA)
    await desk.decides(Outcome.STET, 3, by=IMRAN, because="he was there")
    await desk.reads(f"Rain fell. {WHEN} {FIGURE} She {{note word}} left.")
    assert await changed(desk) == Changes(
        version=2, fixed=(1,), new=(4,), still=(2,), stands=(3,), left=2
    )


async def test_what_is_new_knows_since_when(desk: Desk) -> None:
    """A flag knows the version it first appeared in, also when it was gone in between."""
    await desk.reads(FIRST)
    await desk.reads(f"{WHO} She {{note word}} left.")
    listed = await desk.reads(f"{WHEN} {WHO} She {{note word}} left.")
    assert {e.number: e.since for e in listed.entries} == {1: 1, 3: 1, 4: 2}


async def test_what_is_gone_is_on_record_as_fixed(desk: Desk) -> None:
    """Nobody said so: the record names the version that it was gone from."""
    await desk.reads(FIRST)
    await desk.reads(WHO)
    async with desk.store.look() as connection:
        decided = await resolutions.of(connection, 1)
        told = [r.body for r in await record.of(connection, 1) if r.kind == "decided"]
    assert {n: [(r.outcome, r.reason, r.by) for r in each] for n, each in decided.items()} == {
        2: [(Outcome.FIXED, "gone in version 2", NOBODY)],
        3: [(Outcome.FIXED, "gone in version 2", NOBODY)],
    }
    assert [each["number"] for each in told] == [2, 3]


async def test_what_comes_back_is_open_again(desk: Desk) -> None:
    """It has its old number, and is told as back and not as new."""
    await desk.reads(FIRST)
    await desk.reads(WHO)
    await desk.reads(f"{FIGURE} {WHO}")
    assert await stands(desk) == {1: Standing.OPEN, 2: Standing.OPEN}
    assert await changed(desk) == Changes(version=3, back=(2,), left=2)


async def test_what_was_let_stand_stands_when_it_comes_back(desk: Desk) -> None:
    """Half a text pasted by mistake costs no decision."""
    await desk.reads(FIRST)
    await desk.decides(Outcome.STET, 2, by=IMRAN, because="house style")
    await desk.reads(WHO)
    listed = await desk.reads(FIRST)
    (entry,) = [e for e in listed.entries if e.number == 2]
    assert entry.standing is Standing.SETTLED
    assert [r.by for r in entry.resolutions] == [IMRAN]


async def test_a_passage_that_moved_keeps_its_decisions(desk: Desk) -> None:
    """It is known by its words, whatever stands before it now."""
    await desk.reads(FIRST)
    await desk.decides(Outcome.STET, 1, by=IMRAN, because="in court")
    await desk.decides(Outcome.STET, 1, by=LEILA, because="in court")
    await desk.reads(
        f"{WHEN} Rain fell for a week. {WHO.replace('in May', 'in the month of May')}"
    )
    assert await stands(desk) == {1: Standing.SETTLED, 3: Standing.OPEN}


def attributed(text: str) -> Review:
    """A review in which a sentence that ends "…, X said." is what X says."""
    found = review(text)
    told = []
    for start, end in found.sentences:
        name, comma, _ = text[start:end].partition(", Roke")
        if comma:
            at = start + len(name) + 2
            told.append(
                Spoken(
                    source=(at, at + 4), cue=(at + 5, at + 9), content=((start, at - 2),),
                    kind="indirect", class_="speech", vouches=True,
                )
            )  # fmt: skip
    return found.model_copy(update={"attributions": tuple(told)})


async def test_another_speaker_opens_it_again(desk: Desk) -> None:
    """It is the same flag, but what was decided was decided on what somebody else said."""
    desk.newsroom = Newsroom(desk.store, review=attributed)
    await desk.reads("Fares {query figure} rose, Roke said.")
    await desk.decides(Outcome.STET, 1, by=IMRAN, because="she counts them")
    listed = await desk.reads("Fares {query figure} rose.")
    (entry,) = listed.entries
    assert (entry.number, entry.standing) == (1, Standing.OPEN)
    assert entry.last
    assert (entry.last.outcome, entry.last.by) == (Outcome.REOPENED, NOBODY)
    assert entry.last.reason == "somebody else says it now, or nobody"
    assert await changed(desk) == Changes(version=2, again=(1,), left=1)


async def test_a_version_that_was_never_read(desk: Desk) -> None:
    """What changed is told against the version that people saw."""
    await desk.reads(FIRST)
    await desk.hands_in(WHO)
    await desk.reads(f"{WHO} {FIGURE}")
    assert await changed(desk) == Changes(version=3, fixed=(3,), left=2)


async def test_flags_from_before_traces_were_kept(desk: Desk) -> None:
    """A flag of an older Copychief is known by its mark."""
    await desk.reads(FIRST)
    async with desk.store.begin() as connection:
        await connection.execute(table.update().values(trace=None))
    listed = await desk.reads(f"{WHEN} {WHO} She {{note word}} left.")
    assert [e.number for e in listed.entries] == [1, 3, 4]
    async with desk.store.look() as connection:
        kept = await flags.last(connection, 1)
    assert {n: each.trace is not None for n, each in kept.items()} == {
        1: True, 2: False, 3: True, 4: True,
    }  # fmt: skip


async def test_a_reading_that_is_done_twice_decides_once(desk: Desk) -> None:
    """What a reading found gone is on record once, however often it is asked for."""
    await desk.reads(FIRST)
    await desk.reads(WHO)
    await desk.newsroom.read(1)
    async with desk.store.look() as connection:
        assert [len(each) for each in (await resolutions.of(connection, 1)).values()] == [1, 1]


async def test_a_new_version_takes_a_clearing_back(desk: Desk) -> None:
    """What was cleared was another text; who cleared it is known, to be told."""
    await desk.reads(FIGURE)
    await desk.clears(by=IMRAN)
    draft = await desk.hands_in(f"{FIGURE} Rain fell.")
    assert (draft.state, draft.closed_by) == (State.IN, None)
    (undone,) = await desk.newsroom.unclearings(1)
    assert (undone.version, undone.was, undone.person) == (2, State.CLEARED, IMRAN.id)


async def test_the_same_text_takes_nothing_back(desk: Desk) -> None:
    """Whoever has the same text read again clears nothing up."""
    await desk.reads(FIGURE)
    await desk.clears(by=IMRAN)
    draft = await desk.hands_in(FIGURE)
    assert (draft.state, draft.closed_by, draft.version) == (State.CLEARED, IMRAN, 1)
    assert await desk.newsroom.unclearings(1) == ()


async def test_a_draft_whose_message_was_deleted(desk: Desk) -> None:
    """It is spiked, with the reason, once; its flags stay where they were."""
    before = await desk.reads(FIRST)
    for _ in range(2):
        draft = await desk.newsroom.withdraw(1, "gone")
        assert (draft.state, draft.closed_why) == (State.SPIKED, "its message was deleted")
    listed = await desk.newsroom.checklist(1)
    assert listed.entries == before.entries
    assert await desk.newsroom.drafts("C1") == ()
    async with desk.store.look() as connection:
        kinds = [row.kind for row in await record.of(connection, 1)]
    assert kinds == ["handed in", "read", "spiked"]


async def test_nobody_wants_to_run_what_was_deleted(desk: Desk) -> None:
    """With its message goes the wish to run it: nobody can agree to it once it is taken up."""
    await desk.reads("{hold who}")
    await desk.asks_to_run("now", LEILA)
    await desk.newsroom.withdraw(1, "gone")
    await desk.reopens(1)
    assert (await desk.newsroom.checklist(1)).run is None


async def test_what_was_cleared_stays_cleared(desk: Desk) -> None:
    """A message that is tidied away after the story was cleared changes nothing."""
    await desk.reads(FIGURE)
    await desk.clears(by=IMRAN)
    assert (await desk.newsroom.withdraw(1, "gone")).state is State.CLEARED


async def test_deleted_before_it_was_read(desk: Desk) -> None:
    """A draft that is gone is not read any more."""
    await desk.hands_in(FIRST)
    await desk.newsroom.withdraw(1, "gone")
    listed = await desk.newsroom.read(1)
    assert (listed.draft.state, listed.entries) == (State.SPIKED, ())


async def test_deleted_while_it_is_read(desk: Desk) -> None:
    """The reading that was under way does not bring it back."""
    await desk.hands_in(FIRST)

    def slowly(text: str) -> Review:
        asyncio.run_coroutine_threadsafe(desk.newsroom.withdraw(1, "gone"), loop).result(10)
        return review(text)

    loop = asyncio.get_running_loop()
    listed = await Newsroom(desk.store, review=slowly).read(1)
    assert (listed.draft.state, len(listed.entries)) == (State.SPIKED, 3)


async def test_where_a_version_came_from(desk: Desk) -> None:
    """The message is known that holds the newest text."""
    await desk.hands_in(FIRST)
    assert await desk.newsroom.came_from(1) == "100.1"
    place = Place(team="T1", channel="C1", ts="100.1")
    handed = HandIn(key="file", place=place, writer=SANA, text=WHO, message="100.7")
    await desk.newsroom.hand_in(handed)
    assert await desk.newsroom.came_from(1) == "100.7"


async def test_what_was_not_looked_for_is_not_gone(desk: Desk) -> None:
    """Of a rule that is stopped on a version nothing is called fixed; its flags come back."""

    def stopped(text: str) -> Review:
        return review(text).model_copy(update={"flags": (), "timed_out": ("desk.asked",)})

    await desk.reads(FIRST)
    await desk.decides(Outcome.STET, 3, by=IMRAN, because="he was there")
    draft = await desk.hands_in(f"{FIRST} Rain fell.")
    listed = await Newsroom(desk.store, review=stopped).read(draft.id)
    assert (listed.entries, listed.stopped) == ((), ("desk.asked",))
    assert await changed(desk) == Changes(version=2)
    await desk.reads(f"{FIRST} Snow fell.")
    assert await stands(desk) == {1: Standing.OPEN, 2: Standing.OPEN, 3: Standing.SETTLED}

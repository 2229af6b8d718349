"""Reading: once for each version, and numbers that are given for life."""

import asyncio
import threading

import pytest

from bot.errors import UnknownDraft
from bot.model import Checklist, Outcome, Standing, State
from bot.newsroom import Newsroom
from bot.newsroom.reading import sourced
from rules.model import Review, Spoken
from tests.bot.newsroom.desk import IMRAN, LEILA, SANA, Desk, review

FIRST = "Fares up.\n{query figure}. {hold who}. {note word}. {query when}."


def numbers(listed: Checklist) -> dict[str, int]:
    """Each mark's number, in the order of the checklist."""
    return {entry.flag.mark: entry.number for entry in listed.entries}


async def test_the_first_reading(desk: Desk) -> None:
    """Flags are numbered holds first, then queries, then notes, each in reading order."""
    listed = await desk.reads(FIRST)

    assert list(numbers(listed).items()) == [("who", 1), ("figure", 2), ("when", 3), ("word", 4)]
    assert {entry.standing for entry in listed.entries} == {Standing.OPEN}
    assert (listed.draft.state, listed.title) == (State.WITH_WRITER, "Fares up.")
    assert listed.draft.words == 10


async def test_what_is_asked_of_the_whole_draft_comes_first(desk: Desk) -> None:
    """On top of its level, wherever its first words stand; it is numbered so as well."""
    listed = await desk.reads("{query figure} {hold who} {query all single} {hold all reply}")

    in_order = [("reply", 1), ("who", 2), ("single", 3), ("figure", 4)]
    assert list(numbers(listed).items()) == in_order


async def test_read_again(desk: Desk) -> None:
    """A version that was read is not read again."""
    listed = await desk.reads(FIRST)

    def refuse(text: str) -> Review:
        raise AssertionError("read twice")

    again = Newsroom(desk.store, review=refuse)
    assert await again.read(1) == listed


async def test_two_readings_at_once(desk: Desk) -> None:
    """Two readings of one version at the same moment give one set of flags."""
    await desk.hands_in(FIRST)
    one, other = await asyncio.gather(desk.newsroom.read(1), desk.newsroom.read(1))

    assert one == other
    assert len(one.entries) == 4


async def test_the_next_version(desk: Desk) -> None:
    """A flag keeps its number in the next version; what is new gets one never given before."""
    await desk.reads(FIRST)
    second = await desk.reads("{hold reply}. {note word}. {query when}. {query rate}.")
    assert numbers(second) == {"reply": 5, "when": 3, "rate": 6, "word": 4}

    third = await desk.reads("{query figure}. {hold law}.")
    assert numbers(third) == {"law": 7, "figure": 2}
    assert third.version == 3


async def test_what_stands_still_stands(desk: Desk) -> None:
    """Stet, sourced and wrong stand in the next version; fixed, and still there, is open."""
    await desk.reads("{query a} {query b} {query c} {query d}")
    await desk.decides(Outcome.STET, 1, by=IMRAN, because="house style")
    await desk.decides(Outcome.SOURCED, 2, by=SANA, because="the port, 3 June")
    await desk.decides(Outcome.WRONG, 3, by=IMRAN, because="a title")
    await desk.decides(Outcome.FIXED, 4, by=SANA)

    listed = await desk.reads("Changed. {query a} {query b} {query c} {query d}")

    stands = {entry.number: entry.standing for entry in listed.entries}
    settled = Standing.SETTLED
    assert stands == {1: settled, 2: settled, 3: settled, 4: Standing.OPEN}
    last = listed.entries[3].last
    assert last is not None
    assert (last.outcome, last.version) == (Outcome.FIXED, 1)


async def test_a_fixed_hold_that_is_still_there(desk: Desk) -> None:
    """A hold that was called fixed, and is still there, takes two people again."""
    await desk.reads("{hold who}")
    await desk.decides(Outcome.FIXED, 1, by=SANA)
    await desk.reads("Changed. {hold who}")

    (entry,) = await desk.decides(Outcome.STET, 1, by=IMRAN, because="in court")
    assert entry.standing is Standing.ANSWERED
    (entry,) = await desk.decides(Outcome.STET, 1, by=LEILA, because="in court")
    assert entry.standing is Standing.SETTLED


async def test_the_old_flags_until_the_new_are_there(desk: Desk) -> None:
    """Until the new version is read, the checklist shows the old one, and it can be settled."""
    await desk.reads(FIRST)
    await desk.hands_in("{query figure}. {query rate}.")
    before = await desk.newsroom.checklist(1)
    assert (before.version, before.draft.version, len(before.entries)) == (1, 2, 4)

    await desk.decides(Outcome.FIXED, 2, by=SANA)
    listed = await desk.newsroom.read(1)
    assert {entry.number: entry.open for entry in listed.entries} == {2: True, 5: True}


async def test_a_version_comes_in_while_one_is_read(desk: Desk) -> None:
    """When a newer version comes in during the reading, it is the newer one that is listed."""
    begun, go_on = threading.Event(), threading.Event()

    def slowly(text: str) -> Review:
        begun.set()
        assert go_on.wait(10)
        return review(text)

    newsroom = Newsroom(desk.store, review=slowly)
    await desk.hands_in(FIRST)
    reading = asyncio.create_task(newsroom.read(1))
    assert await asyncio.to_thread(begun.wait, 10)
    assert (await desk.newsroom.draft(1)).state is State.READING
    await desk.hands_in("{query rate}")
    go_on.set()

    listed = await reading
    assert (listed.version, numbers(listed)) == (2, {"rate": 1})


def breaks(text: str) -> Review:
    """A rule that cannot take a text about a crash."""
    if "crash" in text:
        raise ValueError(text)
    return review(text)


async def test_a_version_that_cannot_be_read(desk: Desk) -> None:
    """A version that a rule breaks on leaves the checklist of the one before, to be worked on."""
    newsroom = Newsroom(desk.store, review=breaks)
    before = await desk.reads(FIRST)
    await desk.hands_in("A crash. {query rate}")
    with pytest.raises(ValueError, match="crash"):
        await newsroom.read(1)

    listed = await newsroom.checklist(1)
    assert (listed.draft.state, listed.draft.version) == (State.WITH_WRITER, 2)
    assert (listed.version, listed.entries) == (1, before.entries)
    assert listed.draft.change > before.draft.change
    assert (await desk.newsroom.read(1)).version == 2  # once the rule is mended


async def test_a_first_version_that_cannot_be_read(desk: Desk) -> None:
    """A draft of which no version was read is still to be read."""
    await desk.hands_in("A crash.")
    with pytest.raises(ValueError, match="crash"):
        await Newsroom(desk.store, review=breaks).read(1)
    assert (await desk.newsroom.draft(1)).state is State.READING


async def test_no_such_draft(desk: Desk) -> None:
    """Reading a draft that is not there says so."""
    with pytest.raises(UnknownDraft, match=r"There is no draft 7\."):
        await desk.newsroom.read(7)


def test_sourced_sentences() -> None:
    """A sentence is sourced when somebody vouches for half of it or more, cue included."""
    text = "It rained, she said. He is said to know. Nobody saw the long and tall ship, he said."

    def said(start: int, end: int, cue: tuple[int, int], vouches: bool) -> Spoken:
        content = ((start, end),)
        return Spoken(
            source=None, cue=cue, content=content, kind="direct", class_="speech", vouches=vouches
        )

    found = review(text).model_copy(
        update={
            "sentences": ((0, 20), (21, 40), (41, 84)),
            "attributions": (
                said(0, 10, (11, 19), True),
                said(21, 40, (24, 31), False),
                said(41, 47, (79, 83), True),
            ),
        }
    )
    assert sourced(found, len(text)) == (0,)


def test_a_faceless_source_sources_nothing() -> None:
    """Words that only "critics" speak for are not counted as sourced."""
    text = "The plan is dead, critics say."
    told = Spoken(
        source=(18, 25), cue=(26, 29), content=((0, 16),), kind="indirect", class_="speech",
        vouches=True,
    )  # fmt: skip
    found = review("{query critics}").model_copy(
        update={"sentences": ((0, 30),), "attributions": (told,)}
    )
    asked = found.flags[0].model_copy(update={"rule": "sourcing.vague", "start": 18, "end": 25})
    assert sourced(found, len(text)) == (0,)
    assert sourced(found.model_copy(update={"flags": (asked,)}), len(text)) == ()


async def test_the_real_rules(desk: Desk) -> None:
    """With the real rules a draft gets flags on its own words and knows its sourced sentence."""
    text = (
        "Rents in the old town have risen 31 per cent since May. "
        "Rents have also risen 12 per cent in the harbour, the land registry said on Monday."
    )
    await desk.hands_in(text)
    listed = await Newsroom(desk.store).read(1)

    assert [text[e.flag.start : e.flag.end] for e in listed.entries] == ["31 per cent"]
    assert listed.sourced == (1,)

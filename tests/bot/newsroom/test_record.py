"""The record: every act in a row of its own, each sealed with its past."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.handback.record import as_html, as_json
from bot.model import HandIn, Outcome, Person, Place
from bot.newsroom.records import sealed
from bot.record import Happened, Record
from bot.store import Store, record, revisions
from tests.bot.newsroom.desk import IMRAN, LEILA, Desk

COPY = "The ferry {query slammed} the pier. He {hold stole} it."


async def rows(desk: Desk) -> tuple[Happened, ...]:
    """What is on record of the first draft."""
    async with desk.store.look() as connection:
        return await record.of(connection, 1)


async def test_everything_that_happens_has_a_row(desk: Desk) -> None:
    """Handing in, reading, deciding and clearing are told in their order, without the text."""
    await desk.reads(COPY)
    await desk.decides(Outcome.STET, 1, by=IMRAN, because="a court says so")
    await desk.decides(Outcome.STET, 1, by=LEILA, because="a court says so")
    await desk.clears()
    told = await rows(desk)
    assert [(each.kind, each.by.name) for each in told] == [
        ("handed in", "Sana"),
        ("read", ""),
        ("decided", "Imran"),
        ("decided", "Leila"),
        ("cleared", "Imran"),
    ]
    assert told[-1].body == {"version": 1, "unanswered": [2]}
    assert "ferry" not in "".join(record.canonical(each.body) for each in told)


async def test_each_row_holds_the_hash_of_the_one_before(desk: Desk) -> None:
    """Whoever changes a row breaks the chain behind it."""
    await desk.reads(COPY)
    await desk.decides(Outcome.FIXED, 2, by=IMRAN)
    told = await rows(desk)
    assert [each.before for each in told] == ["", *(each.hash for each in told[:-1])]
    again = [
        record.seal(r.before, 1, r.n, r.at, r.kind, r.by, record.canonical(r.body)) for r in told
    ]
    assert again == [each.hash for each in told]


async def test_the_same_act_again_adds_no_row(desk: Desk) -> None:
    """What Slack delivers twice is on record once."""
    await desk.reads(COPY)
    for _ in range(2):
        await desk.decides(Outcome.FIXED, 2, by=IMRAN, key="again")
    assert [each.kind for each in await rows(desk)] == ["handed in", "read", "decided"]


async def test_what_the_seal_shows(desk: Desk) -> None:
    """A row changed, taken out, or put in, and a text changed, are found; a missing end is not."""
    await desk.reads(COPY)
    for number, by in ((2, IMRAN), (1, IMRAN), (1, LEILA)):
        await desk.decides(Outcome.STET, number, by=by, because="known")
    told = await rows(desk)
    async with desk.store.look() as connection:
        (version,) = await revisions.every(connection, 1)
    for n, each in enumerate(told):
        changed = each.model_copy(update={"by": LEILA if each.by != LEILA else IMRAN})
        assert not sealed(1, (*told[:n], changed, *told[n + 1 :]), [version])
        assert not sealed(1, (*told[:n], each, *told[n:]), [version])
        if n < len(told) - 1:
            assert not sealed(1, (*told[:n], *told[n + 1 :]), [version])
    assert not sealed(1, told, [version.model_copy(update={"text": "another"})])
    assert sealed(1, told, [version])
    assert sealed(1, told[:-1], [version])


ANYTHING = st.text(st.characters(exclude_categories=()), min_size=1)  # half a character, too


@given(file=ANYTHING, name=ANYTHING, reason=ANYTHING)
@example(file="\ud83d.docx", name="Sana \ud83d", reason="half \ud83d")
@example(file="\0.docx", name="Sana \0", reason="none \0")
@settings(max_examples=10, deadline=None)
def test_whatever_people_are_called_and_say(file: str, name: str, reason: str) -> None:
    """Whatever stands in a name, a reason or the name of a file, the record is sealed."""
    with TemporaryDirectory() as folder:
        told = asyncio.run(recorded(Path(folder), file, Person(id="U9", name=name), f"x{reason}"))
    assert told.sealed
    assert [each.kind for each in told.rows][-2:] == ["decided", "spiked"]
    assert (as_json(told) + as_html(told)).encode()


async def recorded(folder: Path, file: str, by: Person, reason: str) -> Record:
    """The record of a draft that this person hands in, decides on and spikes."""
    store = await Store.open(f"sqlite:///{folder}/copychief.db")
    desk = Desk(store)
    desk.staffed(by)
    place = Place(team="T1", channel="C1", ts="100.1")
    handed = HandIn(key="K1", place=place, writer=by, text=f"{COPY} {reason}", name=file)
    await desk.newsroom.hand_in(handed)
    await desk.newsroom.read(1)
    await desk.decides(Outcome.STET, 1, by=by, because=reason)
    await desk.spikes(reason, by=by)
    told = await desk.newsroom.record(1)
    await store.close()
    return told

"""The record: every act in a row of its own, each sealed with its past."""

from bot.model import Outcome
from bot.store import record
from tests.bot.newsroom.desk import IMRAN, LEILA, Desk

COPY = "The ferry {query slammed} the pier. He {hold stole} it."


async def rows(desk: Desk) -> tuple[record.Row, ...]:
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
    sealed = [
        record.seal(r.before, r.draft, r.n, r.at, r.kind, r.by, record.canonical(r.body))
        for r in told
    ]
    assert sealed == [each.hash for each in told]


async def test_the_same_act_again_adds_no_row(desk: Desk) -> None:
    """What Slack delivers twice is on record once."""
    await desk.reads(COPY)
    for _ in range(2):
        await desk.decides(Outcome.FIXED, 2, by=IMRAN, key="again")
    assert [each.kind for each in await rows(desk)] == ["handed in", "read", "decided"]

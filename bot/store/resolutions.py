"""Resolutions: what people decided; rows are added and never changed."""

from collections.abc import Iterable
from itertools import groupby

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Right
from bot.model import Outcome, Person, Resolution
from bot.store.tables import acts, resolutions


async def add(
    connection: AsyncConnection, draft: int, act: str, decided: Iterable[Resolution]
) -> None:
    """Record what an act decided."""
    rows = [
        {
            "act": act,
            "draft": draft,
            "number": each.number,
            "version": each.version,
            "outcome": each.outcome,
            "reason": each.reason,
            "right": each.right,
        }
        for each in decided
    ]
    if rows:
        await connection.execute(insert(resolutions), rows)


async def of(connection: AsyncConnection, draft: int) -> dict[int, tuple[Resolution, ...]]:
    """Everything decided on a draft, by flag, in the order it was decided."""
    query = (
        select(resolutions, acts.c.by, acts.c.by_name, acts.c.at)
        .join(acts, acts.c.key == resolutions.c.act)
        .where(resolutions.c.draft == draft)
        .order_by(resolutions.c.number, resolutions.c.id)
    )
    decided = [
        Resolution(
            number=row.number,
            outcome=Outcome(row.outcome),
            reason=row.reason,
            by=Person(id=row.by, name=row.by_name),
            at=row.at,
            version=row.version,
            right=Right(row.right),
        )
        for row in await connection.execute(query)
    ]
    return {number: tuple(each) for number, each in groupby(decided, lambda r: r.number)}


async def numbers(connection: AsyncConnection, act: str, outcome: Outcome) -> frozenset[int]:
    """The flags on which this act decided so."""
    query = select(resolutions.c.number).where(
        resolutions.c.act == act, resolutions.c.outcome == outcome
    )
    return frozenset((await connection.execute(query)).scalars())

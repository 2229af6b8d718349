"""Assignments: whose turn a flag is; rows are only ever added, and the newest counts."""

from collections.abc import Iterable

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Assignment, Person
from bot.store.tables import acts, assignments


async def add(
    connection: AsyncConnection, draft: int, act: str, given: Iterable[Assignment]
) -> None:
    """Record what an act assigned."""
    rows = [
        {
            "act": act,
            "draft": draft,
            "number": each.number,
            "to": each.to.id,
            "to_name": each.to.name,
            "due": each.due,
        }
        for each in given
    ]
    if rows:
        await connection.execute(insert(assignments), rows)


async def of(connection: AsyncConnection, draft: int) -> dict[int, Assignment]:
    """The newest assignment of each flag of a draft, by its number."""
    query = (
        select(assignments, acts.c.by, acts.c.by_name, acts.c.at)
        .join(acts, acts.c.key == assignments.c.act)
        .where(assignments.c.draft == draft)
        .order_by(assignments.c.id)
    )
    return {
        row.number: Assignment(
            number=row.number,
            to=Person(id=row.to, name=row.to_name),
            by=Person(id=row.by, name=row.by_name),
            at=row.at,
            due=row.due,
        )
        for row in await connection.execute(query)
    }


async def drafts_of(connection: AsyncConnection, user: str) -> frozenset[int]:
    """The drafts in which a person, by id, was ever asked about a flag."""
    query = select(assignments.c.draft).where(assignments.c.to == user).distinct()
    return frozenset(await connection.scalars(query))

"""Wishes to run a draft although holds are open; one at a time for a draft."""

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Person, Run
from bot.store.tables import acts, runs


async def put(
    connection: AsyncConnection, draft: int, act: str, second: Person, reason: str, version: int
) -> None:
    """Keep a wish in place of the one before it."""
    await drop(connection, draft)
    await connection.execute(
        insert(runs).values(
            draft=draft,
            act=act,
            second=second.id,
            second_name=second.name,
            reason=reason,
            version=version,
        )
    )


async def get(connection: AsyncConnection, draft: int, version: int) -> Run | None:
    """The wish to run this version of the draft, if there is one."""
    query = (
        select(runs, acts.c.by, acts.c.by_name, acts.c.at)
        .join(acts, acts.c.key == runs.c.act)
        .where(runs.c.draft == draft, runs.c.version == version)
    )
    row = (await connection.execute(query)).first()
    if row is None:
        return None
    return Run(
        by=Person(id=row.by, name=row.by_name),
        second=Person(id=row.second, name=row.second_name),
        reason=row.reason,
        version=row.version,
        at=row.at,
    )


async def drop(connection: AsyncConnection, draft: int) -> None:
    """Forget the wish, if there was one."""
    await connection.execute(delete(runs).where(runs.c.draft == draft))

"""Acts: what a person did, once, however often Slack delivers it."""

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Person
from bot.store.tables import acts


async def draft_of(connection: AsyncConnection, key: str) -> int | None:
    """The draft this act was done on, or None if it is new."""
    found = await connection.execute(select(acts.c.draft).where(acts.c.key == key))
    return found.scalar_one_or_none()


async def add(
    connection: AsyncConnection, key: str, draft: int, verb: str, by: Person, at: datetime
) -> None:
    """Record that it was done."""
    await connection.execute(
        insert(acts).values(key=key, draft=draft, verb=verb, by=by.id, by_name=by.name, at=at)
    )


async def people(connection: AsyncConnection, draft: int, verb: str) -> frozenset[str]:
    """Who did this on the draft, by id."""
    query = select(acts.c.by).where(acts.c.draft == draft, acts.c.verb == verb)
    return frozenset((await connection.execute(query)).scalars())

"""Acts: what a person did, once, however often Slack delivers it."""

from collections.abc import Collection
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


async def newest(
    connection: AsyncConnection, draft: int, verbs: Collection[str]
) -> datetime | None:
    """When one of these was done on the draft last."""
    is_one = (acts.c.draft == draft) & acts.c.verb.in_(list(verbs))
    query = select(acts.c.at).where(is_one).order_by(acts.c.at.desc()).limit(1)
    return (await connection.execute(query)).scalar_one_or_none()

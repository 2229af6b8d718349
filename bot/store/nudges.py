"""Nudges: who was reminded of what; a key is written once."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import nudges


async def known(connection: AsyncConnection, keys: Collection[str]) -> frozenset[str]:
    """Those of ``keys`` that were sent."""
    query = select(nudges.c.key).where(nudges.c.key.in_(list(keys)))
    return frozenset((await connection.execute(query)).scalars())


async def add(connection: AsyncConnection, key: str, draft: int, at: datetime) -> None:
    """Record that it was sent."""
    await connection.execute(insert(nudges).values(key=key, draft=draft, at=at))

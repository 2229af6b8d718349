"""Flags: what each version of a draft was asked, under numbers that are given once."""

from collections.abc import Mapping

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import flags
from rules.model import Flag


async def numbers(connection: AsyncConnection, draft: int) -> dict[str, int]:
    """The number that each mark was given, in any version of the draft."""
    query = select(flags.c.mark, flags.c.number).where(flags.c.draft == draft).distinct()
    return {mark: number for mark, number in await connection.execute(query)}


async def highest(connection: AsyncConnection, draft: int) -> int:
    """The highest number given so far; 0 before the first."""
    query = select(func.max(flags.c.number)).where(flags.c.draft == draft)
    return (await connection.execute(query)).scalar_one() or 0


async def add(
    connection: AsyncConnection, draft: int, version: int, numbered: Mapping[int, Flag]
) -> None:
    """Keep the flags of a version."""
    rows = [
        {
            "draft": draft,
            "version": version,
            "number": number,
            "mark": flag.mark,
            "flag": flag,
        }
        for number, flag in numbered.items()
    ]
    if rows:
        await connection.execute(insert(flags), rows)


async def of(connection: AsyncConnection, draft: int, version: int) -> dict[int, Flag]:
    """The flags of a version by their numbers."""
    query = select(flags.c.number, flags.c.flag).where(
        flags.c.draft == draft, flags.c.version == version
    )
    return {number: flag for number, flag in await connection.execute(query)}


Asked = tuple[int, int, Flag]  # number, version, and the flag as it was then


async def every(connection: AsyncConnection, draft: int) -> tuple[Asked, ...]:
    """The flags of every version, oldest version first."""
    query = select(flags.c.number, flags.c.version, flags.c.flag).where(flags.c.draft == draft)
    rows = await connection.execute(query.order_by(flags.c.version, flags.c.number))
    return tuple((row.number, row.version, row.flag) for row in rows)

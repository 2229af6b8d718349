"""Flags: what each version of a draft was asked, under numbers that are given once."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import flags
from rules.model import Flag
from rules.traces import Trace


class Kept(NamedTuple):
    """What is kept of a number: the version that had the flag last, its mark there, its trace.

    ``trace`` is None for flags of the time before traces were kept.
    """

    version: int
    mark: str
    trace: Trace | None


async def numbers(connection: AsyncConnection, draft: int) -> frozenset[int]:
    """Every number that was ever given on the draft."""
    query = select(flags.c.number).where(flags.c.draft == draft).distinct()
    return frozenset((await connection.execute(query)).scalars())


async def last(connection: AsyncConnection, draft: int) -> dict[int, Kept]:
    """Every number ever given on the draft, as the flag was when it was last there."""
    query = (
        select(flags.c.number, flags.c.version, flags.c.mark, flags.c.trace)
        .where(flags.c.draft == draft)
        .order_by(flags.c.version)
    )
    rows = {row.number: row for row in await connection.execute(query)}
    return {
        number: Kept(
            row.version, row.mark, Trace.model_validate_json(row.trace) if row.trace else None
        )
        for number, row in sorted(rows.items())
    }


async def since(connection: AsyncConnection, draft: int) -> dict[int, int]:
    """The version in which each number was first given."""
    query = (
        select(flags.c.number, func.min(flags.c.version))
        .where(flags.c.draft == draft)
        .group_by(flags.c.number)
    )
    return {number: version for number, version in await connection.execute(query)}


async def add(
    connection: AsyncConnection,
    draft: int,
    version: int,
    numbered: Mapping[int, Flag],
    traces: Mapping[int, Trace],
) -> None:
    """Keep the flags of a version, and what each is known again by."""
    rows = [
        {
            "draft": draft,
            "version": version,
            "number": number,
            "mark": flag.mark,
            "flag": flag,
            "trace": traces[number].model_dump_json(exclude_defaults=True),
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

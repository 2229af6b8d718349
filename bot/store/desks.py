"""Desks: how a channel is set, and who set what when; changes are added and never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk
from bot.model import Person
from bot.store.tables import desk_changes, desks


@dataclass(frozen=True)
class Change:
    """Somebody set a desk; ``at`` is in UTC."""

    by: Person
    at: datetime
    before: Desk
    after: Desk


async def get(connection: AsyncConnection, team: str, channel: str) -> Desk | None:
    """The channel's settings; None until somebody makes them."""
    query = select(desks.c.desk).where(desks.c.team == team, desks.c.channel == channel)
    desk: Desk | None = (await connection.execute(query)).scalar_one_or_none()
    return desk


async def put(
    connection: AsyncConnection, key: str, team: str, channel: str, change: Change
) -> None:
    """Set the desk to what it is after the change, and keep who changed what."""
    there = (desks.c.team == team, desks.c.channel == channel)
    await connection.execute(delete(desks).where(*there))
    row = {"team": team, "channel": channel}
    await connection.execute(insert(desks).values(desk=change.after, **row))
    await connection.execute(
        insert(desk_changes).values(
            key=key,
            by=change.by.id,
            by_name=change.by.name,
            at=change.at,
            before=change.before,
            after=change.after,
            **row,
        )
    )


async def done(connection: AsyncConnection, key: str) -> bool:
    """Tell whether this change was made already."""
    query = select(desk_changes.c.key).where(desk_changes.c.key == key)
    return (await connection.execute(query)).first() is not None


async def changes(connection: AsyncConnection, team: str, channel: str) -> tuple[Change, ...]:
    """Every change of a channel's settings, oldest first."""
    query = (
        select(desk_changes)
        .where(desk_changes.c.team == team, desk_changes.c.channel == channel)
        .order_by(desk_changes.c.at, desk_changes.c.key)
    )
    return tuple(
        Change(
            by=Person(id=row.by, name=row.by_name), at=row.at, before=row.before, after=row.after
        )
        for row in await connection.execute(query)
    )

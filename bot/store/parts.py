"""Parts: the messages that a draft consists of after the one it lives under."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Place
from bot.store.drafts import CLOSED
from bot.store.tables import drafts, parts


@dataclass(frozen=True)
class Part:
    """What is known of a message: the first one of its draft, and whether more may follow."""

    root: str
    open: bool


async def add(
    connection: AsyncConnection, draft: int, place: Place, all_ts: Sequence[str]
) -> None:
    """Keep that these messages belong to the draft at ``place``; one has one draft for good."""
    rows = [
        {"team": place.team, "channel": place.channel, "ts": ts, "draft": draft}
        for ts in all_ts
        if ts != place.ts
    ]
    if rows:
        await connection.execute(insert(parts).on_conflict_do_nothing(), rows)


async def of(connection: AsyncConnection, draft: int) -> tuple[str, ...]:
    """The messages of a draft after its first, oldest first."""
    query = select(parts.c.ts).where(parts.c.draft == draft).order_by(parts.c.ts)
    return tuple((await connection.execute(query)).scalars())


async def known(
    connection: AsyncConnection, team: str, channel: str, all_ts: Collection[str]
) -> dict[str, Part]:
    """Those of these messages that belong to a draft, and which."""
    here = (drafts.c.team == team, drafts.c.channel == channel, drafts.c.own_message)
    first = select(drafts.c.thread.label("ts"), drafts.c.thread, drafts.c.state).where(
        *here, drafts.c.thread.in_(all_ts)
    )
    later = (
        select(parts.c.ts, drafts.c.thread, drafts.c.state)
        .join(drafts, drafts.c.id == parts.c.draft)
        .where(parts.c.team == team, parts.c.channel == channel, parts.c.ts.in_(all_ts))
    )
    found: dict[str, Part] = {}
    for query in (later, first):
        for row in await connection.execute(query):
            found[row.ts] = Part(root=row.thread, open=row.state not in CLOSED)
    return found


async def last_by(
    connection: AsyncConnection, team: str, channel: str, writer: str, since: str
) -> str | None:
    """The newest message of an open draft by this writer, if it is not older than ``since``."""
    by_writer = (
        drafts.c.team == team,
        drafts.c.channel == channel,
        drafts.c.writer == writer,
        drafts.c.own_message,
        drafts.c.state.not_in(CLOSED),
    )
    first = select(drafts.c.thread).where(*by_writer, drafts.c.thread >= since)
    later = (
        select(parts.c.ts)
        .join(drafts, drafts.c.id == parts.c.draft)
        .where(*by_writer, parts.c.ts >= since)
    )
    both = [*(await connection.execute(first)).scalars()]
    both += (await connection.execute(later)).scalars()
    return max(both, default=None)

"""Messages: what of ours is in Slack, and which change of the draft it shows."""

from datetime import datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Kind, Message
from bot.store.tables import drafts, messages


async def get(connection: AsyncConnection, key: str) -> Message | None:
    """The message of this key."""
    row = (await connection.execute(select(messages).where(messages.c.key == key))).first()
    return Message.model_validate(row._asdict()) if row else None


async def add(connection: AsyncConnection, message: Message) -> None:
    """Record a message that is about to be posted."""
    await connection.execute(insert(messages).values(message.model_dump()))


async def of(connection: AsyncConnection, draft: int) -> tuple[Message, ...]:
    """The pages of the draft's checklist, in their order."""
    is_page = (messages.c.draft == draft) & (messages.c.kind == Kind.PAGE)
    query = select(messages).where(is_page).order_by(messages.c.page, messages.c.key)
    rows = await connection.execute(query)
    return tuple(Message.model_validate(row._asdict()) for row in rows)


async def posted(
    connection: AsyncConnection, key: str, ts: str, drawn: int, sha: str, renamed: str
) -> None:
    """Record what a message shows; one that shows a later change already is left as it is."""
    await connection.execute(
        update(messages)
        .where(messages.c.key == key, messages.c.drawn <= drawn)
        .values(key=renamed, ts=ts, drawn=drawn, sha=sha)
    )


async def due(connection: AsyncConnection) -> tuple[int, ...]:
    """The drafts with a posted message that shows an older change, oldest change first."""
    query = (
        select(drafts.c.id)
        .join(messages, messages.c.draft == drafts.c.id)
        .where(
            messages.c.kind == Kind.PAGE,
            messages.c.ts.is_not(None),
            messages.c.drawn < drafts.c.change,
        )
        .group_by(drafts.c.id)
        .order_by(func.min(drafts.c.changed), drafts.c.id)
    )
    return tuple((await connection.execute(query)).scalars())


async def doubt(connection: AsyncConnection, key: str, until: datetime) -> None:
    """Record until when a second copy of a message may turn up."""
    await connection.execute(
        update(messages).where(messages.c.key == key).values(sweep_until=until)
    )


async def doubted(connection: AsyncConnection) -> tuple[Message, ...]:
    """The messages of which a second copy may turn up, of any kind, oldest doubt first."""
    in_doubt = messages.c.sweep_until.is_not(None)
    rows = await connection.execute(
        select(messages).where(in_doubt).order_by(messages.c.sweep_until, messages.c.key)
    )
    return tuple(Message.model_validate(row._asdict()) for row in rows)


async def sure(connection: AsyncConnection, key: str, until: datetime | None) -> None:
    """Record that no second copy will turn up, unless it was doubted again meanwhile."""
    await connection.execute(
        update(messages)
        .where(messages.c.key == key, messages.c.sweep_until == until)
        .values(sweep_until=None)
    )

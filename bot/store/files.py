"""Files: what versions were read from, and what we sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Original
from bot.store.tables import drafts, files, uploads


async def add(connection: AsyncConnection, draft: int, original: Original) -> None:
    """Keep which file a version was read from."""
    await connection.execute(
        insert(files).values(
            draft=draft,
            version=original.version,
            name=original.name,
            file=original.file,
            data=original.data,
        )
    )


async def of(connection: AsyncConnection, draft: int, version: int) -> Original | None:
    """The file that a version was read from, if it was."""
    query = select(files).where(files.c.draft == draft, files.c.version == version)
    row = (await connection.execute(query)).first()
    if row is None:
        return None
    return Original(version=row.version, name=row.name, file=row.file, data=row.data)


async def drafts_with(connection: AsyncConnection, file: str) -> tuple[int, ...]:
    """The drafts whose newest version was read from the file with this id."""
    is_newest = (drafts.c.id == files.c.draft) & (drafts.c.version == files.c.version)
    query = select(files.c.draft).join(drafts, is_newest).where(files.c.file == file)
    return tuple((await connection.execute(query.order_by(files.c.draft))).scalars())


async def sent(connection: AsyncConnection, key: str) -> tuple[str, ...]:
    """The ids of the files that were uploaded under a key, whether or not they were shown."""
    query = select(uploads.c.files).where(uploads.c.key == key)
    kept: tuple[str, ...] | None = (await connection.execute(query)).scalar_one_or_none()
    return kept or ()


async def times_sent(connection: AsyncConnection, key: str) -> int:
    """How often files were uploaded under keys that begin like this."""
    query = select(func.count()).where(uploads.c.key.startswith(key, autoescape=True))
    return int((await connection.execute(query)).scalar_one())


async def keep_sent(
    connection: AsyncConnection, key: str, ids: Sequence[str], at: datetime
) -> None:
    """Keep them, in the place of those that were there."""
    await connection.execute(delete(uploads).where(uploads.c.key == key))
    await connection.execute(insert(uploads).values(key=key, files=tuple(ids), at=at))

"""Revisions: a draft's text at each hand-in, and what one reading found of its sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.record import Version
from bot.store.tables import revisions


@dataclass(frozen=True)
class Revision:
    """A draft's text at one hand-in; what follows ``text`` is known once it is read."""

    version: int
    text: str
    sha256: str
    read: bool = False
    title: str | None = None
    language: str = "en"
    sentences: tuple[tuple[int, int], ...] = ()
    sourced: tuple[int, ...] = ()
    profile: str | None = None
    packs: Mapping[str, str] | None = None  # the hashes of the rules it was read with
    stopped: tuple[str, ...] = ()  # the rules, by id, that took too long on it
    authors: tuple[str, ...] = ()  # whom its bylines name


async def add(
    connection: AsyncConnection, draft: int, revision: Revision, words: int, at: datetime
) -> None:
    """Keep a version as it was handed in."""
    await connection.execute(
        insert(revisions).values(
            draft=draft,
            version=revision.version,
            text=revision.text,
            sha256=revision.sha256,
            words=words,
            handed_in=at,
        )
    )


async def latest(
    connection: AsyncConnection, draft: int, *, read: bool = False, before: int | None = None
) -> Revision | None:
    """The last version handed in, or the last one that has been read; ``before`` another."""
    query = select(revisions).where(revisions.c.draft == draft)
    if before is not None:
        query = query.where(revisions.c.version < before)
    if read:
        query = query.where(revisions.c.read_at.is_not(None))
    row = (await connection.execute(query.order_by(revisions.c.version.desc()).limit(1))).first()
    return _revision(row) if row else None


async def mark_read(
    connection: AsyncConnection, draft: int, revision: Revision, words: int, at: datetime
) -> None:
    """Keep what the reading found."""
    await connection.execute(
        update(revisions)
        .where(revisions.c.draft == draft, revisions.c.version == revision.version)
        .values(
            read_at=at,
            words=words,
            title=revision.title,
            language=revision.language,
            sentences=revision.sentences,
            sourced=revision.sourced,
            profile=revision.profile,
            packs=revision.packs,
            stopped=revision.stopped,
            authors=revision.authors,
        )
    )


async def every(connection: AsyncConnection, draft: int) -> tuple[Version, ...]:
    """Every version as it was handed in, oldest first."""
    query = select(revisions).where(revisions.c.draft == draft).order_by(revisions.c.version)
    return tuple(
        Version(
            version=row.version,
            sha256=row.sha256,
            words=row.words,
            handed_in=row.handed_in,
            profile=row.profile,
            packs=row.packs,
            stopped=row.stopped or (),
            text=row.text,
        )
        for row in await connection.execute(query)
    )


async def authors(connection: AsyncConnection, draft: int) -> frozenset[str]:
    """Everybody whom a byline names, in any version that was read."""
    query = select(revisions.c.authors).where(revisions.c.draft == draft)
    rows = (await connection.execute(query)).scalars()
    return frozenset(name for names in rows for name in names or ())


def _revision(row: Row[Any]) -> Revision:
    return Revision(
        version=row.version,
        text=row.text,
        sha256=row.sha256,
        read=row.read_at is not None,
        title=row.title,
        language=row.language or "en",
        sentences=row.sentences or (),
        sourced=row.sourced or (),
        profile=row.profile,
        packs=row.packs,
        stopped=row.stopped or (),
        authors=row.authors or (),
    )

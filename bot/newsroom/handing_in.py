"""Take a draft in: kept before anything else is done with it."""

import re
from datetime import datetime
from hashlib import sha256

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import EmptyDraft, TooLong
from bot.model import Draft, HandIn, Original, State
from bot.newsroom import finding, lines, versions
from bot.newsroom.own_copy import HANDED_IN
from bot.newsroom.slug import slug
from bot.store import Store, acts, drafts, files, parts, record, revisions
from bot.store.columns import storable
from bot.store.revisions import Revision

LONGEST = 500_000
_WORD_CHARACTER = re.compile(r"[^\W_]")


async def hand_in(
    store: Store, handed: HandIn, at: datetime, due: datetime | None = None
) -> Draft:
    """Keep the text as a new draft, wanted by ``due``, or as the next version of the one here."""
    if len(handed.text) > LONGEST:
        raise TooLong(lines.too_long(len(handed.text), LONGEST))
    if not _WORD_CHARACTER.search(handed.text):
        raise EmptyDraft(lines.EMPTY)
    async with store.begin() as connection:
        draft_id = await acts.draft_of(connection, handed.key)
        if draft_id is None:
            draft_id = await _place(connection, handed, at, due)
            await acts.add(connection, handed.key, draft_id, HANDED_IN, handed.writer, at)
            await _keep_version(connection, draft_id, handed, at)
            await parts.add(connection, draft_id, handed.place, handed.parts)
        return await finding.draft(connection, draft_id)


async def _place(
    connection: AsyncConnection, handed: HandIn, at: datetime, due: datetime | None
) -> int:
    there = await drafts.at(connection, handed.place) if handed.place.ts else None
    if there:
        return there.id
    taken = {each.slug for each in await drafts.open_in(connection, handed.place.channel)}
    return await drafts.add(connection, handed, slug(handed.text, taken), at, due)


async def _keep_version(
    connection: AsyncConnection, draft_id: int, handed: HandIn, at: datetime
) -> None:
    text = storable(handed.text)
    digest = sha256(text.encode()).hexdigest()
    before = await revisions.latest(connection, draft_id)
    if before and before.sha256 == digest:
        return
    revision = Revision(before.version + 1 if before else 1, text, digest)
    await revisions.add(connection, draft_id, revision, len(text.split()), at)
    if handed.file or handed.original:
        original = Original(
            version=revision.version,
            name=handed.name,
            file=handed.file,
            data=handed.original,
        )
        await files.add(connection, draft_id, original)
    body = {
        "version": revision.version,
        "sha256": digest,
        "file": handed.name,
        "message": handed.message or handed.place.ts or "",
    }
    await record.append(connection, draft_id, "handed in", handed.writer, at, body)
    if before:
        await versions.unclear(connection, draft_id, revision.version, handed.writer, at)
    await drafts.change(
        connection,
        draft_id,
        at,
        state=State.IN,
        version=revision.version,
        **drafts.NOT_CLOSED,
    )

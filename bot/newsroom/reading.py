"""Read a version once, and number what it is asked."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import State
from bot.newsroom import finding
from bot.newsroom.order import place
from bot.store import Store, drafts, flags, record, revisions
from bot.store.revisions import Revision
from rules.load import hashes
from rules.model import Flag, Review


async def read(
    store: Store,
    review: Callable[[str], Review],
    draft_id: int,
    now: Callable[[], datetime],
) -> None:
    """Read the newest version; one that comes in meanwhile is read instead."""
    while revision := await _unread(store, draft_id):
        try:
            found = await asyncio.to_thread(review, revision.text)
            await _keep(store, draft_id, revision, found, now())
        except Exception:
            await _give_up(store, draft_id, revision, now())
            raise


async def _unread(store: Store, draft_id: int) -> Revision | None:
    async with store.begin() as connection:
        await finding.draft(connection, draft_id)
        revision = await revisions.latest(connection, draft_id)
        if revision is None or revision.read:
            return None
        await drafts.set_state(connection, draft_id, State.READING)
        return revision


async def _keep(
    store: Store, draft_id: int, revision: Revision, found: Review, at: datetime
) -> None:
    async with store.begin() as connection:
        if await revisions.latest(connection, draft_id) != revision:
            return  # superseded, or read by somebody else meanwhile
        read = replace(
            revision,
            title=found.title,
            language=found.language,
            sentences=found.sentences,
            sourced=sourced(found, len(revision.text)),
            profile=found.profile,
            packs=dict(hashes()),
        )
        await revisions.mark_read(connection, draft_id, read, found.words, at)
        numbered = await _numbered(connection, draft_id, found.flags)
        await flags.add(connection, draft_id, revision.version, numbered)
        await record.append(connection, draft_id, "read", record.NOBODY, at, _told(read, numbered))
        await drafts.change(connection, draft_id, at, state=State.WITH_WRITER)


def _told(revision: Revision, numbered: dict[int, Flag]) -> dict[str, Any]:
    """What the record says of a reading: which rules asked what, and where; none of the text."""
    asked = [
        {
            "number": number,
            "rule": flag.rule,
            "level": flag.level,
            "mark": flag.mark,
            "start": flag.start,
            "end": flag.end,
        }
        for number, flag in sorted(numbered.items())
    ]
    return {
        "version": revision.version,
        "sha256": revision.sha256,
        "profile": revision.profile,
        "packs": revision.packs,
        "flags": asked,
    }


async def _give_up(store: Store, draft_id: int, revision: Revision, at: datetime) -> None:
    """Go on with the checklist of the version before, if there is one."""
    async with store.begin() as connection:
        newest = await revisions.latest(connection, draft_id)
        if newest == revision and await revisions.latest(connection, draft_id, read=True):
            await drafts.change(connection, draft_id, at, state=State.WITH_WRITER)


async def _numbered(
    connection: AsyncConnection, draft_id: int, found: tuple[Flag, ...]
) -> dict[int, Flag]:
    known = await flags.numbers(connection, draft_id)
    following = await flags.highest(connection, draft_id) + 1
    numbered: dict[int, Flag] = {}
    for flag in sorted(found, key=place):
        number = known.pop(flag.mark, None)
        if number is None:
            number, following = following, following + 1
        numbered[number] = flag
    return numbered


def sourced(review: Review, length: int) -> tuple[int, ...]:
    """The sentences, by index, of which somebody with a face vouches for half or more."""
    vouched = bytearray(length)
    asked = [(f.start, f.end) for f in review.flags if f.rule.startswith("sourcing.")]
    for spoken in review.attributions:
        named = spoken.source or spoken.cue
        faceless = any(start < named[1] and named[0] < end for start, end in asked)
        if spoken.vouches and not faceless:
            for span in (*spoken.content, spoken.cue, spoken.source):
                if span:
                    start, end = span
                    vouched[start:end] = b"\1" * (end - start)
    return tuple(
        n
        for n, (start, end) in enumerate(review.sentences)
        if 2 * sum(vouched[start:end]) >= end - start
    )

"""Read a version once, and number what it is asked by what was asked before."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.model import State
from bot.newsroom import finding, versions
from bot.newsroom.versions import Numbered
from bot.store import Store, drafts, flags, record, revisions
from bot.store.revisions import Revision
from rules.load import hashes
from rules.model import Review
from rules.text.bylines import authors
from rules.traces import Trace, traces


@dataclass(frozen=True)
class _Reading:
    """What one reading found, and what is known of it again."""

    found: Review
    left: tuple[Trace, ...]
    authors: tuple[str, ...]


async def read(
    store: Store,
    review: Callable[[str], Review],
    draft_id: int,
    now: Callable[[], datetime],
) -> None:
    """Read the newest version; one that comes in meanwhile is read instead."""
    while revision := await _unread(store, draft_id):
        try:
            reading = await asyncio.to_thread(_reviewed, review, revision.text)
            await _keep(store, draft_id, revision, reading, now())
        except Exception:
            await _give_up(store, draft_id, revision, now())
            raise


def _reviewed(review: Callable[[str], Review], text: str) -> _Reading:
    found = review(text)
    return _Reading(found, traces(text, found), authors(text))


async def _unread(store: Store, draft_id: int) -> Revision | None:
    async with store.begin() as connection:
        draft = await finding.draft(connection, draft_id)
        revision = await revisions.latest(connection, draft_id)
        if revision is None or revision.read or draft.state in drafts.CLOSED:
            return None  # what is closed is opened again by people, on record, and not by a retry
        await drafts.set_state(connection, draft_id, State.READING)
        return revision


async def _keep(
    store: Store,
    draft_id: int,
    revision: Revision,
    reading: _Reading,
    at: datetime,
) -> None:
    found = reading.found
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
            stopped=tuple(dict.fromkeys(found.timed_out)),
            authors=reading.authors,
        )
        before = await revisions.latest(connection, draft_id, read=True)
        numbered = await versions.numbered(connection, draft_id, before, found, reading.left)
        await revisions.mark_read(connection, draft_id, read, found.words, at)
        await flags.add(connection, draft_id, revision.version, numbered.flags, numbered.traces)
        await record.append(connection, draft_id, "read", record.NOBODY, at, _told(read, numbered))
        await versions.settle(connection, draft_id, revision.version, numbered, at)
        was = (await finding.draft(connection, draft_id)).state
        state = was if was in drafts.CLOSED else State.WITH_WRITER
        await drafts.change(connection, draft_id, at, state=state)


def _told(revision: Revision, numbered: Numbered) -> dict[str, Any]:
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
        for number, flag in sorted(numbered.flags.items())
    ]
    return {
        "version": revision.version,
        "sha256": revision.sha256,
        "profile": revision.profile,
        "packs": revision.packs,
        "stopped": revision.stopped,
        "flags": asked,
    }


async def _give_up(store: Store, draft_id: int, revision: Revision, at: datetime) -> None:
    """Go on with the checklist of the version before, if there is one."""
    async with store.begin() as connection:
        newest = await revisions.latest(connection, draft_id)
        draft = await finding.draft(connection, draft_id)
        if draft.state in drafts.CLOSED:
            return
        if newest == revision and await revisions.latest(connection, draft_id, read=True):
            await drafts.change(connection, draft_id, at, state=State.WITH_WRITER)


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

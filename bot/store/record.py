"""The record of a draft: what happened, in rows that are only added, each sealed with its past."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Person
from bot.record import Happened
from bot.store.columns import storable
from bot.store.tables import record

NOBODY = Person(id="", name="")  # what Copychief did by itself
_FIRST = ""  # before the first row there is nothing


async def append(
    connection: AsyncConnection,
    draft: int,
    kind: str,
    by: Person,
    at: datetime,
    body: Mapping[str, Any],
) -> None:
    """Write the next row, in the transaction of what it tells of.

    What no database holds is replaced first: the seal is of what is kept.
    """
    query = select(record.c.n, record.c.hash).where(record.c.draft == draft)
    last = (await connection.execute(query.order_by(record.c.n.desc()).limit(1))).first()
    n, before = (last.n + 1, last.hash) if last else (1, _FIRST)
    by = Person(id=by.id, name=storable(by.name))
    said = canonical(_storable(body))
    await connection.execute(
        insert(record).values(
            draft=draft,
            n=n,
            at=at,
            kind=kind,
            by=by.id,
            by_name=by.name,
            body=said,
            before=before,
            hash=seal(before, draft, n, at, kind, by, said),
        )
    )


async def of(
    connection: AsyncConnection, draft: int, kind: str | None = None
) -> tuple[Happened, ...]:
    """What happened to a draft, all of it or what is of one kind, in its order."""
    query = select(record).where(record.c.draft == draft).order_by(record.c.n)
    if kind is not None:
        query = query.where(record.c.kind == kind)
    return tuple(
        Happened(
            n=row.n,
            at=row.at,
            kind=row.kind,
            by=Person(id=row.by, name=row.by_name),
            body=json.loads(row.body),
            before=row.before,
            hash=row.hash,
        )
        for row in await connection.execute(query)
    )


def _storable(fact: Any) -> Any:
    if isinstance(fact, str):
        return storable(fact)
    if isinstance(fact, Mapping):
        return {key: _storable(each) for key, each in fact.items()}
    return [_storable(each) for each in fact] if isinstance(fact, list | tuple) else fact


def canonical(body: Mapping[str, Any]) -> str:
    """The one way to write these facts as JSON: keys sorted, no blanks, UTF-8 as it is."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def seal(before: str, draft: int, n: int, at: datetime, kind: str, by: Person, said: str) -> str:
    """The sha256, in hex, of a row: its facts as canonical JSON, a line break, its body.

    ``said`` is the body in canonical JSON; bot/README.md tells how to check it by hand.
    """
    facts = {
        "at": at.astimezone(UTC).isoformat(),
        "before": before,
        "by": by.id,
        "draft": draft,
        "kind": kind,
        "n": n,
        "name": by.name,
    }
    return sha256(f"{canonical(facts)}\n{said}".encode()).hexdigest()

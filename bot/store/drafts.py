"""Drafts: where each stands and in which thread it lives."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Draft, HandIn, Person, Place, State
from bot.store.tables import assignments, drafts, revisions

CLOSED = (State.CLEARED, State.RUN_WITH_HOLDS, State.SPIKED)
# The columns of a draft that nobody has cleared, run or spiked.
NOT_CLOSED: Mapping[str, str | None] = {
    **dict.fromkeys(("closed_by", "closed_by_name", "second", "second_name")),
    "closed_why": "",
}
_DIGITS = 16
_OPEN = drafts.c.state.not_in(CLOSED)


async def add(
    connection: AsyncConnection,
    handed: HandIn,
    slug: str,
    at: datetime,
    due: datetime | None = None,
) -> int:
    """Begin a draft, before its first version is in; gives its number."""
    place = handed.place
    added = await connection.execute(
        insert(drafts)
        .values(
            team=place.team,
            channel=place.channel,
            thread=place.ts,
            own_message=place.ts is not None,
            slug=slug,
            writer=handed.writer.id,
            writer_name=handed.writer.name,
            state=State.IN,
            version=0,
            change=0,
            changed=at,
            handed_in=at,
            due=due,
            link=handed.link,
        )
        .returning(drafts.c.id)
    )
    number: int = added.scalar_one()
    return number


async def get(connection: AsyncConnection, draft: int) -> Draft | None:
    """The draft of this number."""
    return _only(await _found(connection, _all().where(drafts.c.id == draft)))


async def at(connection: AsyncConnection, place: Place) -> Draft | None:
    """The draft whose thread begins at this place."""
    query = _all().where(
        drafts.c.team == place.team,
        drafts.c.channel == place.channel,
        drafts.c.thread == place.ts,
    )
    return _only(await _found(connection, query))


async def open_in(connection: AsyncConnection, channel: str) -> tuple[Draft, ...]:
    """The channel's drafts that nobody has cleared or spiked, oldest first."""
    query = _all().where(drafts.c.channel == channel, _OPEN).order_by(drafts.c.id)
    return await _found(connection, query)


async def open_anywhere(connection: AsyncConnection) -> tuple[Draft, ...]:
    """The drafts that nobody has closed, oldest first."""
    return await _found(connection, _all().where(_OPEN).order_by(drafts.c.id))


async def named(connection: AsyncConnection, channel: str, word: str) -> Draft | None:
    """The channel's draft of this number, or else its newest of this slug."""
    number = int(word) if word.isascii() and word.isdigit() and len(word) < _DIGITS else 0
    is_it = (drafts.c.id == number) if number else (drafts.c.slug == word)
    query = _all().where(drafts.c.channel == channel, is_it).order_by(drafts.c.id.desc())
    found = await _found(connection, query.limit(1))
    return _only(found)


async def hanging(connection: AsyncConnection, channel: str) -> bool:
    """Tell whether an open draft of the channel has no thread yet, its card being on its way."""
    query = _all().where(drafts.c.channel == channel, drafts.c.thread.is_(None), _OPEN)
    return bool(await _found(connection, query.limit(1)))


async def unread(connection: AsyncConnection) -> tuple[Draft, ...]:
    """The drafts whose newest version has not been read yet, oldest first."""
    query = _all().where(drafts.c.state.in_((State.IN, State.READING))).order_by(drafts.c.id)
    return await _found(connection, query)


async def waited_for(connection: AsyncConnection, now: datetime) -> tuple[Draft, ...]:
    """The open drafts that somebody is wanted for by a deadline that has not passed."""
    asked = select(assignments.c.draft).where(assignments.c.due > now)
    query = _all().where(_OPEN, (drafts.c.due > now) | drafts.c.id.in_(asked))
    return await _found(connection, query.order_by(drafts.c.id))


async def change(connection: AsyncConnection, draft: int, at: datetime, **values: object) -> None:
    """Set these columns and count it as a change that shows."""
    await connection.execute(
        update(drafts)
        .where(drafts.c.id == draft)
        .values(change=drafts.c.change + 1, changed=at, **values)
    )


async def set_state(connection: AsyncConnection, draft: int, state: State) -> None:
    """Set the state without anything to draw again."""
    await connection.execute(update(drafts).where(drafts.c.id == draft).values(state=state))


async def hang(connection: AsyncConnection, draft: int, ts: str) -> None:
    """Hang a draft that has no message of its own on this one of ours."""
    await connection.execute(
        update(drafts).where(drafts.c.id == draft, ~drafts.c.own_message).values(thread=ts)
    )


def _all() -> Select[Any]:
    return select(drafts, revisions.c.words).join(
        revisions,
        (revisions.c.draft == drafts.c.id) & (revisions.c.version == drafts.c.version),
    )


async def _found(connection: AsyncConnection, query: Select[Any]) -> tuple[Draft, ...]:
    return tuple(_draft(row) for row in await connection.execute(query))


def _only(found: Sequence[Draft]) -> Draft | None:
    return found[0] if found else None


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        id=row.id,
        team=row.team,
        channel=row.channel,
        thread=row.thread,
        own_message=row.own_message,
        slug=row.slug,
        writer=Person(id=row.writer, name=row.writer_name),
        state=State(row.state),
        version=row.version,
        words=row.words,
        change=row.change,
        handed_in=row.handed_in,
        link=row.link,
        taken_by=_person(row.taken_by, row.taken_by_name),
        due=row.due,
        closed_by=_person(row.closed_by, row.closed_by_name),
        second=_person(row.second, row.second_name),
        closed_why=row.closed_why,
    )


def _person(id: str | None, name: str) -> Person | None:
    return Person(id=id, name=name) if id else None

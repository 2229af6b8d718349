"""Work on a draft together: who has it, whose turn a flag is, and until when."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import AlreadySettled
from bot.model import Assignment, Checklist, Draft, Entry, Person, Standing, Turn
from bot.newsroom import finding, lines
from bot.newsroom.base import Base, whole
from bot.newsroom.checklist import checklist
from bot.newsroom.deciding import Act, named, refuse_closed
from bot.store import acts, assignments, drafts, nudges, record


class Together(Base):
    """The part of the Newsroom that says who does what."""

    @whole
    async def take(self, draft_id: int, by: Person, key: str) -> Draft:
        """Let this person have the draft; whoever had it before has it no more.

        AlreadyClosed for one that somebody cleared, ran or spiked.
        """
        act = Act(key, draft_id, by, self._now())
        async with self._store.begin() as connection:
            if await acts.draft_of(connection, key) is None:
                had = (await _open(connection, draft_id)).draft.taken_by
                await acts.add(connection, key, draft_id, "take", by, act.at)
                body = {"from": had.id if had else ""}
                await record.append(connection, draft_id, "taken", by, act.at, body)
                taken = {"taken_by": by.id, "taken_by_name": by.name}
                await drafts.change(connection, draft_id, act.at, **taken)
            return await finding.draft(connection, draft_id)

    @whole
    async def set_due(self, draft_id: int, due: datetime | None, by: Person, key: str) -> Draft:
        """Say until when the draft is wanted (off stone, aware); None for no deadline.

        AlreadyClosed for one that somebody cleared, ran or spiked.
        """
        act = Act(key, draft_id, by, self._now())
        async with self._store.begin() as connection:
            if await acts.draft_of(connection, key) is None:
                await _open(connection, draft_id)
                await acts.add(connection, key, draft_id, "due", by, act.at)
                body = {"due": due.isoformat() if due else None}
                await record.append(connection, draft_id, "due", by, act.at, body)
                await drafts.change(connection, draft_id, act.at, due=due)
            return await finding.draft(connection, draft_id)

    @whole
    async def assign(
        self,
        draft_id: int,
        numbers: Sequence[int],
        to: Person,
        due: datetime | None,
        by: Person,
        key: str,
    ) -> tuple[Entry, ...]:
        """Ask one person to answer these flags, all or none; ``due`` is aware, None for any time.

        AlreadySettled if there is nothing to answer any more, AlreadyClosed if the draft is ended.
        """
        act = Act(key, draft_id, by, self._now())
        async with self._store.begin() as connection:
            if await acts.draft_of(connection, key) is None:
                await _assign(connection, act, numbers, to, due)
            listed = await checklist(connection, draft_id)
        wanted = frozenset(numbers)
        return tuple(entry for entry in listed.entries if entry.number in wanted)

    @whole
    async def asked_in(self, user: str) -> frozenset[int]:
        """The drafts, by id, in which a person was asked about a flag, now or before."""
        async with self._store.look() as connection:
            return await assignments.drafts_of(connection, user)

    @whole
    async def turns(self) -> tuple[Turn, ...]:
        """What people are wanted for by a deadline to come, and have not done; oldest first."""
        now = self._now()
        found: list[Turn] = []
        async with self._store.look() as connection:
            for draft in await drafts.waited_for(connection, now):
                listed = await checklist(connection, draft.id)
                taken = await acts.newest(connection, draft.id, ("take", "due"))
                wanted = await acts.newest(connection, draft.id, ("due",))
                turns = _turns(listed, taken or now, wanted or draft.handed_in)
                found += [turn for turn in turns if turn.due > now]
        return tuple(found)

    @whole
    async def nudged(self, keys: Collection[str]) -> frozenset[str]:
        """Those of the turns' ``keys`` whose person was reminded."""
        async with self._store.look() as connection:
            return await nudges.known(connection, keys)

    @whole
    async def nudge(self, key: str, draft_id: int) -> None:
        """Record that the person was reminded of this turn."""
        async with self._store.begin() as connection:
            if not await nudges.known(connection, [key]):
                await nudges.add(connection, key, draft_id, self._now())


def _turns(listed: Checklist, taken: datetime, wanted: datetime) -> Iterator[Turn]:
    """The turns of one draft: the flags of each person by deadline, and whose draft it is.

    Who is asked for any time is asked until the draft's own deadline, which was set at ``wanted``.
    """
    draft = listed.draft
    given: dict[tuple[str, datetime], list[Assignment]] = {}
    for entry in listed.unsettled():
        turn = entry.assigned
        if turn and (due := turn.due or draft.due) and entry.is_turn_of(turn.to.id):
            given.setdefault((turn.to.id, due), []).append(turn)
    for (_, due), several in given.items():
        asked = max(turn.at if turn.due else max(turn.at, wanted) for turn in several)
        numbers = tuple(sorted(turn.number for turn in several))
        yield Turn(draft=draft, to=several[-1].to, given=asked, due=due, numbers=numbers)
    if draft.taken_by and draft.due and (draft.taken_by.id, draft.due) not in given:
        yield Turn(draft=draft, to=draft.taken_by, given=taken, due=draft.due)


async def _assign(
    connection: AsyncConnection,
    act: Act,
    numbers: Sequence[int],
    to: Person,
    due: datetime | None,
) -> None:
    entries = await named(connection, await _open(connection, act.draft), numbers)
    for entry in entries:
        if entry.standing is Standing.SETTLED:
            raise AlreadySettled(lines.already_settled(entry))
    await acts.add(connection, act.key, act.draft, "assign", act.by, act.at)
    given = [
        Assignment(number=entry.number, to=to, by=act.by, at=act.at, due=due) for entry in entries
    ]
    await assignments.add(connection, act.draft, act.key, given)
    body = {
        "numbers": [each.number for each in given],
        "to": to.id,
        "due": due.isoformat() if due else None,
    }
    await record.append(connection, act.draft, "assigned", act.by, act.at, body)
    await drafts.change(connection, act.draft, act.at)


async def _open(connection: AsyncConnection, draft_id: int) -> Checklist:
    """The checklist of a draft that nobody has ended yet, or AlreadyClosed."""
    listed = await checklist(connection, draft_id)
    refuse_closed(listed)
    return listed

"""How a draft ends: cleared, spiked, or run with its holds in the name of two."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Roster
from bot.errors import HoldsOpen, NotYours, ReasonNeeded
from bot.model import Checklist, Draft, Entry, Outcome, Person, Run, State
from bot.newsroom import finding, lines, who_may
from bot.newsroom.base import Base, whole
from bot.newsroom.checklist import checklist
from bot.newsroom.deciding import Act, refuse_closed
from bot.newsroom.own_copy import owners
from bot.standing import guards, may_end, may_spike
from bot.store import acts, drafts, record, resolutions, runs
from rules.model import Level


@dataclass(frozen=True)
class _Case:
    """What a person wants to end, and who they are to it."""

    connection: AsyncConnection
    act: Act
    roster: Roster
    listed: Checklist
    own: Collection[str]


class Ending(Base):
    """The Newsroom's last word on a draft."""

    @whole
    async def clear(self, draft_id: int, by: Person, key: str) -> Draft:
        """Clear the draft; queries that nobody answered are recorded as unanswered."""
        roster = await self._roster_of(draft_id, by.id)
        async with self._store.begin() as connection:
            act = Act(key, draft_id, by, self._now())
            if case := await _new(connection, act, roster):
                await _clear(case)
            return await finding.draft(connection, draft_id)

    @whole
    async def spike(self, draft_id: int, reason: str, by: Person, key: str) -> Draft:
        """Spike the draft, for a reason; its holds stay as they are."""
        roster = await self._roster_of(draft_id, by.id)
        async with self._store.begin() as connection:
            act = Act(key, draft_id, by, self._now())
            if case := await _new(connection, act, roster, unread=True):
                await _spike(case, reason.strip())
            return await finding.draft(connection, draft_id)

    @whole
    async def ask_run(
        self, draft_id: int, reason: str, second: Person, by: Person, key: str
    ) -> Run | None:
        """Ask to run the draft with its holds; the wish waits for the second to agree."""
        await self._roster_of(draft_id, second.id)  # whoever is named must not be missed either
        roster = await self._roster_of(draft_id, by.id)
        async with self._store.begin() as connection:
            act = Act(key, draft_id, by, self._now())
            if case := await _new(connection, act, roster):
                await _ask_run(case, reason.strip(), second)
            draft = await finding.draft(connection, draft_id)
            return await runs.get(connection, draft_id, draft.version)

    @whole
    async def agree_run(self, draft_id: int, by: Person, key: str) -> Draft:
        """Agree, as the second, to run the draft with its holds."""
        roster = await self._roster_of(draft_id, by.id)
        async with self._store.begin() as connection:
            act = Act(key, draft_id, by, self._now())
            if case := await _new(connection, act, roster):
                await _agree_run(case)
            return await finding.draft(connection, draft_id)

    @whole
    async def refuse_run(self, draft_id: int, by: Person) -> None:
        """NotYours, or HoldsOpen with what is in the way, unless they may ask to run it."""
        roster = await self._roster_of(draft_id, by.id)
        async with self._store.look() as connection:
            act = Act("", draft_id, by, self._now())
            if case := await _new(connection, act, roster):
                _may_run(case)


async def _new(
    connection: AsyncConnection, act: Act, roster: Roster, *, unread: bool = False
) -> _Case | None:
    """The case, unless this act was done before.

    HoldsOpen where the newest version was not read, unless ``unread`` allows for that: its flags
    are those of the version before.
    """
    if act.key and await acts.draft_of(connection, act.key) is not None:
        return None
    listed = await checklist(connection, act.draft)
    if listed.draft.state in (State.IN, State.READING):
        raise HoldsOpen(lines.STILL_READING)
    if listed.version != listed.draft.version and not unread:
        raise HoldsOpen(lines.never_read(listed))
    own = await owners(connection, listed.draft, roster)
    return _Case(connection, act, roster, listed, own)


async def _clear(case: _Case) -> None:
    if not may_end(case.roster, case.own, case.act.by.id):
        raise NotYours(who_may.to_clear(case.roster, case.own, case.act.by.id))
    if case.listed.draft.state is State.CLEARED:
        return await _did(case, "clear")
    holds = case.listed.unsettled(Level.HOLD)
    if holds:
        raise HoldsOpen(lines.holds_open(holds, case.listed.draft))
    await _did(case, "clear")
    await _tell(case, "cleared", unanswered=await _leave_unanswered(case))
    await _close(case, State.CLEARED, case.act.by)


async def _spike(case: _Case, reason: str) -> None:
    if not may_spike(case.roster, case.own, case.act.by.id):
        raise NotYours(who_may.to_spike(case.roster, case.own))
    if not reason:
        raise ReasonNeeded(lines.SPIKE_WHY)
    await _did(case, "spike")
    if case.listed.draft.state is not State.SPIKED:
        await _tell(case, "spiked", reason=reason, version=case.listed.draft.version)
        await _close(case, State.SPIKED, case.act.by, why=reason)


async def _ask_run(case: _Case, reason: str, second: Person) -> None:
    holds = _may_run(case)
    by = case.act.by
    if not reason:
        raise ReasonNeeded(lines.RUN_WHY)
    if second.id == by.id or not may_end(case.roster, case.own, second.id):
        raise NotYours(who_may.to_second(case.roster, case.own, by.id))
    _refuse_unguarded(case, holds, by, second)
    await _did(case, "ask to run")
    told = {"reason": reason, "second": second.id, "second_name": second.name}
    await _tell(case, "asked to run", holds=_numbers(holds), **told)
    version = case.listed.version
    await runs.put(case.connection, case.act.draft, case.act.key, second, reason, version)
    await drafts.change(case.connection, case.act.draft, case.act.at)


async def _agree_run(case: _Case) -> None:
    run, by = case.listed.run, case.act.by
    if run is None:
        raise HoldsOpen(lines.NO_RUN)
    if by.id != run.second.id:
        raise NotYours(who_may.to_agree(run))
    holds = _may_run(case)
    if not may_end(case.roster, case.own, run.by.id):
        raise NotYours(who_may.to_run(case.roster, case.own, run.by.id))
    _refuse_unguarded(case, holds, run.by, by)
    await _did(case, "run with holds")
    told = {"reason": run.reason, "asked": run.by.id, "asked_name": run.by.name}
    unanswered = await _leave_unanswered(case)
    numbers = _numbers(holds)
    await _tell(case, "run with holds", holds=numbers, unanswered=unanswered, **told)
    await _close(case, State.RUN_WITH_HOLDS, run.by, why=run.reason, second=by)


def _may_run(case: _Case) -> tuple[Entry, ...]:
    """The holds that it would run with."""
    if not may_end(case.roster, case.own, case.act.by.id):
        raise NotYours(who_may.to_run(case.roster, case.own, case.act.by.id))
    refuse_closed(case.listed)
    holds = case.listed.unsettled(Level.HOLD)
    if not holds:
        raise HoldsOpen(lines.NOTHING_HOLDS)
    return holds


def _refuse_unguarded(
    case: _Case, holds: Collection[Entry], first: Person, second: Person
) -> None:
    """A legal or harm hold runs with the name of somebody of its group, where there is one."""
    for entry in holds:
        group = guards(case.roster, entry.flag)
        if group is not None and not group & {first.id, second.id}:
            line = who_may.to_guard(case.roster, group - set(case.own), str(entry.number))
            raise NotYours(line)


async def _did(case: _Case, verb: str) -> None:
    act = case.act
    await acts.add(case.connection, act.key, act.draft, verb, act.by, act.at)


async def _tell(case: _Case, kind: str, **told: Any) -> None:
    act, body = case.act, {"version": case.listed.version, **told}
    await record.append(case.connection, act.draft, kind, act.by, act.at, body)


async def _leave_unanswered(case: _Case) -> list[int]:
    """Record the open queries as unanswered; their numbers."""
    left = [
        case.act.decides(entry.number, Outcome.UNANSWERED, "", case.listed.version)
        for entry in case.listed.unsettled(Level.QUERY)
        if entry.open
    ]
    await resolutions.add(case.connection, case.act.draft, case.act.key, left)
    return [each.number for each in left]


async def _close(
    case: _Case, state: State, by: Person, *, why: str = "", second: Person | None = None
) -> None:
    await runs.drop(case.connection, case.act.draft)
    await drafts.change(
        case.connection,
        case.act.draft,
        case.act.at,
        state=state,
        closed_by=by.id,
        closed_by_name=by.name,
        second=second and second.id,
        second_name=second and second.name,
        closed_why=why,
    )


def _numbers(holds: Collection[Entry]) -> list[int]:
    return sorted(entry.number for entry in holds)

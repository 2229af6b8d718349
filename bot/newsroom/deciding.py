"""Record what people decide on flags."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Right, Roster
from bot.errors import (
    AlreadyClosed,
    AlreadySettled,
    AnswerChanged,
    NotYours,
    ReasonNeeded,
    UnknownFlag,
)
from bot.model import (
    Checklist,
    Entry,
    Outcome,
    Person,
    Resolution,
    Standing,
    State,
)
from bot.newsroom import finding, lines, who_may
from bot.newsroom.checklist import checklist
from bot.newsroom.own_copy import owners
from bot.standing import may, rights, second_voice, settlers
from bot.store import Store, acts, drafts, flags, record, resolutions

_DECISIONS = (Outcome.FIXED, Outcome.SOURCED, Outcome.STET, Outcome.WRONG)


@dataclass(frozen=True)
class Act:
    """What a person does on a draft, once; ``key`` is Slack's id of it."""

    key: str
    draft: int
    by: Person
    at: datetime

    def decides(
        self,
        number: int,
        outcome: Outcome,
        reason: str,
        version: int,
        right: Right = Right.ANSWERS,
    ) -> Resolution:
        """The resolution that this act puts on a flag, and what it is worth."""
        return Resolution(
            number=number,
            outcome=outcome,
            reason=reason,
            by=self.by,
            at=self.at,
            version=version,
            right=right,
        )


Seen = tuple[int, int]  # the version, and how often the flag had been decided on


async def resolve(
    store: Store,
    act: Act,
    numbers: Sequence[int],
    outcome: Outcome,
    reason: str,
    roster: Roster,
    expected: Seen | None,
) -> tuple[Entry, ...]:
    """Record one decision on all the flags named, or on none.

    ``roster`` says what the word of this person is worth now; that is kept with the decision.
    ``expected`` is what the person saw: if there is more to see by now, nothing is decided.
    """
    if outcome not in _DECISIONS:
        raise ValueError(f"{outcome} is not for a person to decide")
    reason = reason.strip()
    async with store.begin() as connection:
        if await acts.draft_of(connection, act.key) is None:
            listed = await checklist(connection, act.draft)
            entries = await named(connection, listed, numbers)
            if outcome is not Outcome.FIXED and not reason:
                raise ReasonNeeded(lines.reason_needed(outcome, [e.number for e in entries]))
            own = await owners(connection, listed.draft, roster)
            decided = [
                act.decides(
                    e.number, outcome, reason, listed.version,
                    rights(roster, own, e.flag, act.by.id),
                )
                for e in entries
            ]  # fmt: skip
            for entry, decision in zip(entries, decided, strict=True):
                _allow(entry, decision, expected)
                if not _may(roster, own, entry, decision):
                    only = len(entries) == 1
                    line = who_may.to_settle(entry, decision, roster, own, only=only)
                    raise NotYours(line)
            await acts.add(connection, act.key, act.draft, outcome, act.by, act.at)
            await resolutions.add(connection, act.draft, act.key, decided)
            await tell_decisions(connection, act, decided)
            await drafts.change(connection, act.draft, act.at)
        entries = await _as_they_stand(connection, act.draft, numbers)
        own = await owners(connection, await finding.draft(connection, act.draft), roster)
        return tuple(_waiting(entry, roster, own, act.by) for entry in entries)


def _waiting(entry: Entry, roster: Roster, own: Collection[str], by: Person) -> Entry:
    """The entry, with who can settle it if it is only answered."""
    if entry.standing is not Standing.ANSWERED:
        return entry
    who = who_may.waits_for(entry, roster, own, by.id)
    return entry.model_copy(update={"waits_for": who})


async def reopen(store: Store, act: Act, numbers: Sequence[int]) -> tuple[Entry, ...]:
    """Make flags open again; what is open stays so, and a draft that was closed is open again."""
    async with store.begin() as connection:
        if await acts.draft_of(connection, act.key) is None:
            listed = await checklist(connection, act.draft)
            entries = await named(connection, listed, numbers)
            again = [
                act.decides(e.number, Outcome.REOPENED, "", listed.version)
                for e in entries
                if not e.open
            ]
            await acts.add(connection, act.key, act.draft, "reopen", act.by, act.at)
            await resolutions.add(connection, act.draft, act.key, again)
            await tell_decisions(connection, act, again)
            if listed.draft.state in drafts.CLOSED:
                body = {"version": listed.version, "was": listed.draft.state}
                await record.append(connection, act.draft, "opened again", act.by, act.at, body)
                await drafts.change(
                    connection, act.draft, act.at, state=State.WITH_WRITER, **drafts.NOT_CLOSED
                )
            elif again:
                await drafts.change(connection, act.draft, act.at)
        return await _as_they_stand(connection, act.draft, numbers)


async def tell_decisions(
    connection: AsyncConnection, act: Act, decided: Sequence[Resolution]
) -> None:
    """Write into the record what an act decided, a row for each flag."""
    for each in decided:
        body = {
            "number": each.number,
            "outcome": each.outcome,
            "reason": each.reason,
            "right": each.right,
            "version": each.version,
        }
        await record.append(connection, act.draft, "decided", act.by, act.at, body)


def refuse_closed(listed: Checklist) -> None:
    """AlreadyClosed for a draft that somebody cleared, ran or spiked."""
    if listed.draft.state in drafts.CLOSED:
        raise AlreadyClosed(lines.closed_already(listed))


async def named(
    connection: AsyncConnection, listed: Checklist, numbers: Sequence[int]
) -> tuple[Entry, ...]:
    """The entries of these numbers; UnknownFlag if one of them has none."""
    there = {entry.number: entry for entry in listed.entries}
    wanted = dict.fromkeys(numbers)
    missing = [number for number in wanted if number not in there]
    if missing or not wanted:
        earlier = await flags.numbers(connection, listed.draft.id)
        raise UnknownFlag(lines.unknown_flag(missing, listed, earlier))
    return tuple(there[number] for number in wanted)


async def _as_they_stand(
    connection: AsyncConnection, draft_id: int, numbers: Sequence[int]
) -> tuple[Entry, ...]:
    # An act delivered again may name flags that a later version has no more.
    there = {entry.number: entry for entry in (await checklist(connection, draft_id)).entries}
    return tuple(there[number] for number in dict.fromkeys(numbers) if number in there)


def _may(roster: Roster, own: Collection[str], entry: Entry, decision: Resolution) -> bool:
    if may(entry.flag.level, entry.resolutions, decision):
        return True
    can = settlers(roster, own, entry.flag)
    return second_voice(can, entry.resolutions, decision)


def _allow(entry: Entry, decision: Resolution, expected: Seen | None) -> None:
    if entry.standing is Standing.SETTLED:
        raise AlreadySettled(lines.already_settled(entry))
    if expected and expected != (decision.version, len(entry.resolutions)):
        raise AnswerChanged(lines.ANSWER_CHANGED)

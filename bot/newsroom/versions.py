"""Versions: what is known again in the next one, what is gone from it, and what that changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Changes, Outcome, Person, Resolution, Standing
from bot.newsroom import finding
from bot.newsroom.checklist import checklist, is_gone
from bot.newsroom.deciding import Act, tell_decisions
from bot.newsroom.order import place
from bot.store import acts, drafts, flags, record, resolutions, revisions
from bot.store.record import NOBODY
from bot.store.revisions import Revision
from rules.carry import Change, carry
from rules.model import Flag, Review
from rules.traces import Trace

_LET = (Outcome.STET, Outcome.SOURCED, Outcome.WRONG)
UNCLEARED = "uncleared"  # that row of the record
_READ = "read"  # the verb of the act that a reading is
_AGAIN = {
    Change.SPEAKER: "somebody else says it now, or nobody",
    Change.PLACE: "it stands in one more place now",
    Change.WORDS: "it is about something else now",
}


@dataclass(frozen=True)
class Numbered:
    """The flags of a version under their numbers, and what became of those before it."""

    flags: Mapping[int, Flag]
    traces: Mapping[int, Trace]
    gone: tuple[int, ...] = ()  # from the version before
    changed: Mapping[int, Change] | None = None


async def numbered(
    connection: AsyncConnection,
    draft_id: int,
    before: Revision | None,
    found: Review,
    left: Sequence[Trace],
) -> Numbered:
    """Give each flag the number it had in any version before, or one that was never given.

    ``before`` is the version that was read last, ``left`` the traces of the flags ``found``.
    What a rule had asked that was stopped this time is not gone: nobody looked for it.
    """
    kept = await flags.last(connection, draft_id)
    recent = {n for n, each in kept.items() if before and each.version == before.version}
    in_order = sorted(zip(found.flags, left, strict=True), key=lambda each: place(each[0]))
    past = {n: each.trace for n, each in kept.items() if each.trace}
    known = carry(past, [trace for _, trace in in_order], gone=past.keys() - recent)
    by_mark = {each.mark: n for n, each in kept.items() if each.trace is None}
    following = max(kept, default=0) + 1
    now: dict[int, tuple[Flag, Trace]] = {}
    changed: dict[int, Change] = {}
    for (flag, trace), again in zip(in_order, known, strict=True):
        number = again.number if again else by_mark.pop(flag.mark, None)
        if number is None:
            number, following = following, following + 1
        now[number] = flag, trace
        if again and again.change is not Change.NOTHING:
            changed[number] = again.change
    unsure = {n for n in recent if (then := kept[n].trace) and then.rule in found.timed_out}
    return Numbered(
        flags={n: flag for n, (flag, _) in now.items()},
        traces={n: trace for n, (_, trace) in now.items()},
        gone=_sorted(recent - now.keys() - unsure),
        changed=changed,
    )


async def settle(
    connection: AsyncConnection, draft_id: int, version: int, now: Numbered, at: datetime
) -> None:
    """Put on record what a reading decides by itself.

    What is gone is fixed. What was let stand, and has another speaker or place, is open again.
    """
    act = Act(f"{_READ}:{draft_id}:{version}", draft_id, NOBODY, at)
    decided = [
        act.decides(number, Outcome.FIXED, f"gone in version {version}", version)
        for number in now.gone
    ]
    before = await resolutions.of(connection, draft_id)
    for number, change in sorted((now.changed or {}).items()):
        last = said(before.get(number, ()))
        if last and last[-1].outcome in _LET:
            decided.append(act.decides(number, Outcome.REOPENED, _AGAIN[change], version))
    if decided:
        await acts.add(connection, act.key, draft_id, _READ, NOBODY, at)
        await resolutions.add(connection, draft_id, act.key, decided)
        await tell_decisions(connection, act, decided)


def said(decided: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """What people decided, without what a reading found gone or a clearing left unanswered."""
    return tuple(
        each for each in decided if each.outcome is not Outcome.UNANSWERED and not is_gone(each)
    )


async def unclear(
    connection: AsyncConnection,
    draft_id: int,
    version: int,
    by: Person,
    at: datetime,
    *,
    unread: bool = False,
) -> None:
    """Put on record that a draft is not cleared, run or spiked any more: its text is another.

    ``unread``: the other text is not taken in, as where the desk is paused.
    """
    draft = await finding.draft(connection, draft_id)
    if draft.state not in drafts.CLOSED:
        return
    people = [each.id for each in (draft.closed_by, draft.second) if each]
    body = {"version": version, "was": draft.state, "people": people}
    body |= {"unread": True} if unread else {}
    await record.append(connection, draft_id, UNCLEARED, by, at, body)


async def changes(connection: AsyncConnection, draft_id: int) -> Changes | None:
    """What the newest version that was read changed; None for a first version."""
    listed = await checklist(connection, draft_id)
    before = await revisions.latest(connection, draft_id, read=True, before=listed.version)
    if before is None:
        return None
    asked = await flags.of(connection, draft_id, before.version)
    then = asked.keys()
    unsure = {n for n, flag in asked.items() if flag.rule in listed.stopped}
    here = {entry.number for entry in listed.entries}
    new = {entry.number for entry in listed.entries if entry.since == listed.version}
    act = f"{_READ}:{draft_id}:{listed.version}"
    again = await resolutions.numbers(connection, act, Outcome.REOPENED)
    return Changes(
        version=listed.version,
        fixed=_sorted(then - here - unsure),
        new=_sorted(new),
        back=_sorted(here - then - new),
        still=_sorted(
            entry.number
            for entry in listed.entries
            if entry.open and entry.last and entry.last.outcome is Outcome.FIXED
        ),
        again=_sorted(again),
        stands=_sorted(
            entry.number
            for entry in listed.entries
            if entry.standing is not Standing.OPEN
            and entry.last
            and entry.last.outcome in _LET
            and entry.last.version < listed.version
        ),
        left=len(listed.unsettled()),
    )


def _sorted(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(numbers))

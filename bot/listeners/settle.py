"""Somebody settles a flag in its window, asks a person about it, or goes on to the next."""

from dataclasses import replace
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.fields import OUTCOME, REASON, block_of, reason_line
from bot.blocks.listing import listing
from bot.blocks.modal import (
    ASKED,
    BACK,
    ON,
    SETTLE,
    THEN,
    Seen,
    flag_modal,
    gone_modal,
    notice_of,
    turns,
)
from bot.errors import (
    AlreadySettled,
    AnswerChanged,
    CannotAsk,
    CopychiefError,
    ReasonNeeded,
    UnknownFlag,
)
from bot.listeners.door import Garbled, parsed, tell_waiting, waiting
from bot.listeners.filled import Submitted, Window, give_back, put_in_place
from bot.listeners.pressed import Press, unknown_button
from bot.model import Entry, Outcome, Person, Standing
from bot.work import Work
from bot.work.asking import ask, whom
from bot.work.seeing import show_home

_NOTHING = "Choose what you decide, or somebody to ask."
_NEWER = "Version {} came in while you had this open: look at it again, then settle it."


def register(app: AsyncApp, work: Work) -> None:
    """Hear windows being sent in and turned over."""

    @app.view(SETTLE)
    async def on_settled(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = parsed(Submitted, body)
        seen = _seen(sent.view.private_metadata)
        try:
            by = await work.colleague(sent.user.id)
            entry = await _done(work, sent.view, seen, by)
        except _Missing as missing:
            return await give_back(ack, block_of(missing.field, seen.number), str(missing))
        except (AlreadySettled, AnswerChanged, UnknownFlag) as error:
            return await put_in_place(ack, await _stale(work, sent, seen, error))
        work.redraw()
        await _go_on(work, ack, sent, seen, entry)

    async def on_turned(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        press = parsed(Press, body)
        if press.view is None:
            raise unknown_button()
        seen, number = _seen(press.view.private_metadata), press.pressed.number
        checklist = await work.newsroom.checklist(seen.draft)
        entry = checklist.entry(number)
        if entry is None:
            view = gone_modal(number, notice_of(f"Flag {number} is not in the newest version."))
        else:
            walking = replace(seen, walks=True)
            view = flag_modal(checklist, entry, seen=walking, by=press.user.id)
        await work.slack.update_view(press.view.id, view)

    for button in (BACK, ON):
        app.action(button)(on_turned)


class _Missing(CopychiefError):
    """A field that should have been filled otherwise; the line stands at it."""

    def __init__(self, field: str, line: str) -> None:
        super().__init__(line)
        self.field = field


def _seen(said: str) -> Seen:
    if (seen := Seen.parse(said)) is None:
        raise Garbled("Slack sent a window that I do not know: open the flag again.")
    return seen


async def _done(work: Work, window: Window, seen: Seen, by: Person) -> Entry:
    """Record what was decided and who is asked; the flag as it stands then."""
    (entry,) = await work.newsroom.entries(seen.draft, [seen.number])
    outcome, to = window.outcome, await _asked(work, window, seen, entry)
    if outcome is None and to is None:
        raise _Missing(OUTCOME, _NOTHING)
    if outcome is not None:
        entry = await _decide(work, window, seen, outcome, by)
    if to is not None and entry.standing is not Standing.SETTLED:
        await ask(work, seen.draft, [seen.number], to, None, by, f"{window.key}:asked")
    return entry


async def _decide(work: Work, window: Window, seen: Seen, outcome: Outcome, by: Person) -> Entry:
    decided = (seen.draft, [seen.number], outcome, window.reason, by, window.key)
    try:
        (entry,) = await work.newsroom.resolve(*decided, expected=(seen.version, seen.decided))
    except ReasonNeeded:
        raise _Missing(REASON, reason_line(outcome)) from None
    return entry


async def _asked(work: Work, window: Window, seen: Seen, entry: Entry) -> str | None:
    """Who is newly asked about the flag, by id, if anybody."""
    user = window.field(ASKED).selected_user
    if not user or (entry.assigned and entry.assigned.to.id == user):
        return None
    try:
        return (await whom(work, seen.draft, user)).id
    except CannotAsk as error:
        raise _Missing(ASKED, str(error)) from None


async def _stale(work: Work, sent: Submitted, seen: Seen, error: CopychiefError) -> dict[str, Any]:
    """The window as the flag stands now, with what happened meanwhile on top."""
    checklist = await work.newsroom.checklist(seen.draft)
    entry = checklist.entry(seen.number)
    if entry is None:
        return gone_modal(seen.number, notice_of(str(error), sent.view.reason))
    newer = checklist.version != seen.version and not isinstance(error, AlreadySettled)
    line = _NEWER.format(checklist.version) if newer else str(error)
    # What is still to be settled keeps what was written in its fields.
    written = sent.view.reason if entry.standing is Standing.SETTLED else ""
    notice = notice_of(line, written)
    return flag_modal(checklist, entry, seen=seen, by=sent.user.id, notice=notice)


async def _go_on(work: Work, ack: AsyncAck, sent: Submitted, seen: Seen, entry: Entry) -> None:
    """Close the window, or show the next flag in it; the list or home tab below is drawn anew."""
    checklist = await work.newsroom.checklist(seen.draft)
    walks = bool(sent.view.field(THEN).selected_options)
    after = turns(checklist, entry, sent.user.id)[1] if checklist.entry(entry.number) else None
    line = waiting([entry])
    if walks and after is not None:
        seen = replace(seen, walks=True)
        notice = f"_{line}_" if line else ""
        who = sent.user.id
        view = flag_modal(checklist, after, seen=seen, by=who, notice=notice)
        await put_in_place(ack, view)
    else:
        await ack()
        by = await work.slack.person(sent.user.id)
        draft = checklist.draft
        await tell_waiting(work, [entry], draft.channel, by, draft.thread)
    if seen.listed is not None and sent.view.previous_view_id:
        below = listing(checklist, seen.listed)
        await work.slack.update_view(sent.view.previous_view_id, below)
    if seen.home:
        await show_home(work, sent.user.id)

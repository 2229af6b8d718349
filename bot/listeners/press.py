"""Somebody presses a button of the card, or chooses from a flag's menu."""

import re
from collections.abc import Sequence
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.buttons import CLEAR, ROW, TAKE
from bot.blocks.flag import FLAG, Choice
from bot.blocks.listing import listing
from bot.blocks.modal import Seen, flag_modal, gone_modal, notice_of, seen_of
from bot.blocks.nudge import flags
from bot.errors import AnswerChanged, CopychiefError, UnknownFlag
from bot.listeners.door import Garbled, foreseen, parsed, tell_waiting, waiting
from bot.listeners.pressed import Press, Pressed, pair_in, unknown_button
from bot.model import Entry, Outcome, Person
from bot.work import Work

_WINDOWS = {
    Choice.OPEN: None,
    Choice.SOURCE: Outcome.SOURCED,
    Choice.STET: Outcome.STET,
    Choice.WRONG: Outcome.WRONG,
}
_FLAG = re.compile(rf"{FLAG}:(\d{{1,15}}):(\d{{1,9}}):(\d{{1,9}})\.(\d{{1,9}})(?:\+\d{{1,9}})?")
_ROW = re.compile(rf"{ROW}:(\d{{1,15}}):\d{{1,9}}")


def register(app: AsyncApp, work: Work) -> None:
    """Hear menus and buttons."""

    @app.action(FLAG)
    async def on_choice(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        if _choice(press.pressed) in _WINDOWS:
            await ack()
            return await _open(work, press)
        if press.view is not None:
            await ack()
            return await _decide_in_list(work, press)
        by = await work.colleague(press.user.id)
        entries = await _decide(work, press, by)
        await ack()
        await _tell(work, press, entries, by)

    @app.action(TAKE)
    async def on_take(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        by = await work.colleague(press.user.id)
        await work.newsroom.take(draft_of(press.pressed), by, press.key)
        await ack()
        work.redraw()

    @app.action(CLEAR)
    async def on_clear(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        by = await work.colleague(press.user.id)
        await work.newsroom.clear(draft_of(press.pressed), by, press.key)
        await ack()
        work.redraw()


def recorded(press: Press, entries: Sequence[Entry]) -> str:
    """What the person is told whose decision the thread will show in a while."""
    numbers = [entry.number for entry in entries] or [_seen(press.pressed).number]
    line = waiting(entries) or f"Recorded for {flags(numbers)}."
    return f"{line} The thread shows it in a moment."


def draft_of(pressed: Pressed) -> int:
    """The draft whose card a button stands on."""
    if not (found := _ROW.fullmatch(pressed.block_id)):
        raise unknown_button()
    return int(found[1])


def _choice(pressed: Pressed) -> Choice:
    value = pressed.selected_option.value if pressed.selected_option else ""
    if value not in list(Choice):
        raise Garbled("Slack sent a choice that I do not know: look at the newest checklist.")
    return Choice(value)


def _seen(pressed: Pressed) -> Seen:
    """The flag, and how it stood as its menu was drawn."""
    if not (found := _FLAG.fullmatch(pressed.block_id)):
        raise unknown_button()
    draft, number, version, decided = (int(each) for each in found.groups())
    return Seen(draft, number, version, decided)


def _list(press: Press) -> tuple[int, int] | None:
    """The draft, and how many flags come before the list that the menu stands on, if it does."""
    return pair_in(press.view.private_metadata) if press.view else None


async def _open(work: Work, press: Press) -> None:
    """The window of a flag; on top of the list if the menu stood there."""
    seen = _seen(press.pressed)
    checklist = await work.newsroom.checklist(seen.draft)
    entry = checklist.entry(seen.number)
    if entry is None:  # the line says which flags there are
        try:
            (entry,) = await work.newsroom.entries(seen.draft, [seen.number])
        except UnknownFlag as gone:
            if press.view is None:
                raise
            view = gone_modal(seen.number, notice_of(str(gone)))
            return await work.slack.push_view(press.trigger_id, view)
    below = _list(press)
    now = seen_of(checklist, entry, listed=below[1] if below else None)
    outcome = _WINDOWS[_choice(press.pressed)]
    view = flag_modal(checklist, entry, outcome, seen=now, by=press.user.id)
    opens = work.slack.push_view if press.view else work.slack.open_view
    await opens(press.trigger_id, view)


async def _decide(work: Work, press: Press, by: Person) -> tuple[Entry, ...]:
    seen, choice = _seen(press.pressed), _choice(press.pressed)
    newsroom, draft_id, numbers = work.newsroom, seen.draft, [seen.number]
    if choice is Choice.REOPEN:
        await newsroom.reopen(draft_id, numbers, by, press.key)
        return ()
    if choice is Choice.FIXED:
        return await newsroom.resolve(draft_id, numbers, Outcome.FIXED, "", by, press.key)
    (answer,) = await newsroom.entries(draft_id, numbers)
    if answer.open or answer.last is None:
        raise AnswerChanged(f"Flag {seen.number} is open again: there is no answer to agree to.")
    said = answer.last
    agreed = (draft_id, numbers, said.outcome, said.reason, by, press.key)
    return await newsroom.resolve(*agreed, expected=(seen.version, seen.decided))


async def _decide_in_list(work: Work, press: Press) -> None:
    """Decide, and draw the list anew; what cannot be done is said on top of it."""
    below = _list(press)
    if press.view is None or below is None:
        raise unknown_button()
    notice = ""
    try:
        by = await work.colleague(press.user.id)
        entries = await _decide(work, press, by)
    except CopychiefError as error:
        if not foreseen(error):
            raise
        notice = notice_of(str(error))
    else:
        await _tell(work, press, entries, by)
    checklist = await work.newsroom.checklist(below[0])
    await work.slack.update_view(press.view.id, listing(checklist, below[1], notice))


async def _tell(work: Work, press: Press, entries: tuple[Entry, ...], by: Person) -> None:
    work.redraw()
    if press.channel:
        thread = press.container.thread_ts
        if work.is_late and press.response_url:
            return await work.slack.answer(press.response_url, recorded(press, entries), thread)
        return await tell_waiting(work, entries, press.channel.id, by, thread)
    draft = await work.newsroom.draft(_seen(press.pressed).draft)
    await tell_waiting(work, entries, draft.channel, by, draft.thread)

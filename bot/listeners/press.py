"""Somebody presses a button of the checklist, or chooses from a flag's menu."""

import re
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.card import CLEAR
from bot.blocks.flag import FLAG, Choice
from bot.blocks.modal import flag_modal
from bot.errors import AnswerChanged
from bot.listeners.door import Garbled, Id, Named, Payload, parsed, tell_waiting
from bot.model import Entry, Outcome, Person
from bot.work import Work

_WINDOWS = {
    Choice.OPEN: None,
    Choice.SOURCE: Outcome.SOURCED,
    Choice.STET: Outcome.STET,
    Choice.WRONG: Outcome.WRONG,
}
_IDS = re.compile(
    rf"(?:{FLAG}|{CLEAR}):(\d{{1,15}}):(\d{{1,9}})(?::(\d{{1,9}})\.(\d{{1,9}})(?:\+\d{{1,9}})?)?$"
)


class Value(Payload):
    """The entry of a menu that was chosen."""

    value: Id


class Pressed(Payload):
    """What was pressed."""

    action_id: Id
    block_id: Id
    action_ts: Id
    selected_option: Value | None = None

    @property
    def ids(self) -> tuple[int, int]:
        """The draft, and the flag or the draft's change."""
        found = _IDS.match(self.block_id)
        if not found:
            raise Garbled("Slack sent a button that I do not know: look at the newest checklist.")
        return int(found[1]), int(found[2])

    @property
    def seen(self) -> tuple[int, int] | None:
        """The version, and how often the flag had been decided on, as it was drawn."""
        found = _IDS.match(self.block_id)
        return (int(found[3]), int(found[4])) if found and found[3] else None

    @property
    def choice(self) -> Choice:
        """What was chosen for the flag."""
        value = self.selected_option.value if self.selected_option else ""
        if value not in list(Choice):
            raise Garbled("Slack sent a choice that I do not know: look at the newest checklist.")
        return Choice(value)


class Where(Payload):
    """The message that it stands in."""

    thread_ts: str | None = None


class Press(Payload):
    """A press in a message."""

    user: Named
    channel: Named
    container: Where = Where()
    trigger_id: Id
    actions: tuple[Pressed, ...]

    @property
    def pressed(self) -> Pressed:
        """The one thing that was pressed."""
        if not self.actions:
            raise Garbled("Slack did not say what was pressed: try again.")
        return self.actions[0]

    @property
    def key(self) -> str:
        """The same press has the same key."""
        return f"press:{self.pressed.action_ts}:{self.user.id}:{self.pressed.action_id}"


def register(app: AsyncApp, work: Work) -> None:
    """Hear menus and buttons."""

    @app.action(FLAG)
    async def on_choice(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        if press.pressed.choice in _WINDOWS:
            await ack()
            return await _open(work, press)
        by = await work.colleague(press.user.id)
        entries = await _decide(work, press, by)
        await ack()
        work.redraw()
        await tell_waiting(work, entries, press.channel.id, by, press.container.thread_ts)

    @app.action(CLEAR)
    async def on_clear(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        draft_id, _ = press.pressed.ids
        by = await work.colleague(press.user.id)
        await work.newsroom.clear(draft_id, by, press.key)
        await ack()
        work.redraw()


async def _open(work: Work, press: Press) -> None:
    draft_id, number = press.pressed.ids
    checklist = await work.newsroom.checklist(draft_id)
    (entry,) = await work.newsroom.entries(draft_id, [number])
    view = flag_modal(checklist, entry, _WINDOWS[press.pressed.choice])
    await work.slack.open_view(press.trigger_id, view)


async def _decide(work: Work, press: Press, by: Person) -> tuple[Entry, ...]:
    draft_id, number = press.pressed.ids
    newsroom, choice = work.newsroom, press.pressed.choice
    if choice is Choice.REOPEN:
        await newsroom.reopen(draft_id, [number], by, press.key)
        return ()
    if choice is Choice.FIXED:
        return await newsroom.resolve(draft_id, [number], Outcome.FIXED, "", by, press.key)
    (answer,) = await newsroom.entries(draft_id, [number])
    if answer.open or answer.last is None:
        raise AnswerChanged(f"Flag {number} is open again: there is no answer to agree to.")
    said, seen = answer.last, press.pressed.seen
    agreed = (draft_id, [number], said.outcome, said.reason, by, press.key)
    return await newsroom.resolve(*agreed, expected=seen)

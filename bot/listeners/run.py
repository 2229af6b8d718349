"""Somebody asks to run a draft with its holds, or agrees to it as the second."""

import logging
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.card import named
from bot.blocks.run import AGREE, REASON, RUN, SECOND, asking_line
from bot.errors import CopychiefError, ReasonNeeded
from bot.listeners.door import Garbled, Id, Named, Payload, foreseen, parsed
from bot.work import Work

log = logging.getLogger(__name__)


class Filled(Payload):
    """A field of the window."""

    value: str | None = None
    selected_user: str | None = None


class Fields(Payload):
    """The fields by block and action."""

    values: dict[str, dict[str, Filled]]

    def __getitem__(self, name: str) -> Filled:
        return self.values.get(name, {}).get(name, Filled())


class Window(Payload):
    """A window as it was sent in; it knows its draft."""

    id: Id
    hash: Id
    private_metadata: str
    state: Fields


class Submitted(Payload):
    """A window sent in."""

    user: Named
    view: Window

    @property
    def key(self) -> str:
        """The same window sent in has the same key."""
        return f"{self.view.id}:{self.view.hash}"


class Pressed(Payload):
    """The button; its value is the draft."""

    action_ts: Id
    value: str


class Press(Payload):
    """A press in a message."""

    user: Named
    actions: tuple[Pressed, ...]


def register(app: AsyncApp, work: Work) -> None:
    """Hear the window, and the second's button."""

    @app.view(RUN)
    async def on_asked(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = parsed(Submitted, body)
        fields, draft = sent.view.state, _number(sent.view.private_metadata)
        named = fields[SECOND].selected_user or ""
        try:
            by = await work.colleague(sent.user.id)
            second = await work.slack.person(named)
            reason = fields[REASON].value or ""
            await work.newsroom.ask_run(draft, reason, second, by, sent.key)
        except Exception as error:
            if not foreseen(error):
                raise
            at = REASON if isinstance(error, ReasonNeeded) else SECOND
            await ack(response_action="errors", errors={at: str(error)})
            return
        await ack()
        work.redraw()
        await _tell_second(work, draft)

    @app.action(AGREE)
    async def on_pressed(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        if not press.actions:
            raise Garbled("Slack did not say what was pressed: try again.")
        pressed = press.actions[0]
        by = await work.colleague(press.user.id)
        key = f"press:{pressed.action_ts}:{press.user.id}:{AGREE}"
        await work.newsroom.agree_run(_number(pressed.value), by, key)
        await ack()
        work.redraw()


def _number(draft: str) -> int:
    if not (draft.isascii() and draft.isdigit() and len(draft) < 16):
        raise Garbled("Slack sent a draft that I do not know: look at the newest checklist.")
    return int(draft)


async def _tell_second(work: Work, draft_id: int) -> None:
    """Tell the second what they are asked; the card shows it, too, if that fails."""
    checklist = await work.newsroom.checklist(draft_id)
    draft, run = checklist.draft, checklist.run
    if run is None:
        return
    try:
        line = asking_line(checklist, run, named(draft, checklist.title))
        await work.slack.whisper(draft.channel, run.second.id, line, thread=draft.thread)
    except CopychiefError as error:
        log.warning("the second could not be told: %s", type(error).__name__)

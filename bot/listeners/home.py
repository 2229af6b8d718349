"""Somebody looks at the home tab, opens a flag from it, or takes a draft."""

import re
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.home import OPEN, TAKE
from bot.blocks.modal import flag_modal
from bot.errors import UnknownFlag
from bot.listeners.door import Garbled, Id, Named, Payload, parsed
from bot.work import Work
from bot.work.seeing import show_home

_FLAG = re.compile(r"(\d{1,15}):(\d{1,9})")


class Looked(Payload):
    """Somebody opened one of our tabs."""

    user: Id
    tab: str = "home"


class Opened(Payload):
    """It, in its envelope."""

    event: Looked


class Pressed(Payload):
    """A button and what it stands for."""

    value: Id
    action_ts: Id


class Press(Payload):
    """A press on the home tab."""

    user: Named
    trigger_id: Id
    actions: tuple[Pressed, ...]

    @property
    def pressed(self) -> Pressed:
        """The one thing that was pressed."""
        if not self.actions:
            raise Garbled("Slack did not say what was pressed: try again.")
        return self.actions[0]


def register(app: AsyncApp, work: Work) -> None:
    """Hear of the home tab."""

    @app.event("app_home_opened")
    async def on_look(body: dict[str, Any]) -> None:
        looked = parsed(Opened, body).event
        if looked.tab == "home":
            await show_home(work, looked.user)

    @app.action(OPEN)
    async def on_open(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        await ack()
        found = _FLAG.fullmatch(press.pressed.value)
        if not found:
            raise Garbled("Slack sent a button that I do not know: look at your home tab again.")
        checklist = await work.newsroom.checklist(int(found[1]))
        number = int(found[2])
        entry = next((e for e in checklist.entries if e.number == number), None)
        if entry is None:
            raise UnknownFlag(f"Flag {number} is not in version {checklist.version} any more.")
        await work.slack.open_view(press.trigger_id, flag_modal(checklist, entry))

    @app.action(TAKE)
    async def on_take(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        by = await work.colleague(press.user.id)
        key = f"press:{press.pressed.action_ts}:{press.user.id}:{TAKE}"
        await work.newsroom.take(int(press.pressed.value), by, key)
        await ack()
        work.redraw()
        await show_home(work, press.user.id)

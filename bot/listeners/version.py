"""Somebody asks how the next version of a draft is handed in."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.buttons import VERSION
from bot.blocks.version import version_modal
from bot.listeners.door import parsed
from bot.listeners.press import draft_of
from bot.listeners.pressed import Press
from bot.work import Work


def register(app: AsyncApp, work: Work) -> None:
    """Hear the button."""

    @app.action(VERSION)
    async def on_version(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        press = parsed(Press, body)
        checklist = await work.newsroom.checklist(draft_of(press.pressed))
        await work.slack.open_view(press.trigger_id, version_modal(checklist))

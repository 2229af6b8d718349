"""Somebody looks who speaks in a draft."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.buttons import SOURCES
from bot.blocks.sources import sources_modal
from bot.listeners.door import parsed
from bot.listeners.press import draft_of
from bot.listeners.pressed import Press
from bot.work import Work
from bot.work.sources import mapped


def register(app: AsyncApp, work: Work) -> None:
    """Hear the button."""

    @app.action(SOURCES)
    async def on_sources(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        press = parsed(Press, body)
        checklist = await work.newsroom.checklist(draft_of(press.pressed))
        # The window has to be there within three seconds; a long draft may take longer.
        view_id = await work.slack.open_view(press.trigger_id, sources_modal(checklist))
        await work.slack.update_view(view_id, await mapped(checklist))

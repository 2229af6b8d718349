"""Somebody writes to us in a direct message: a draft, a file, a link, or a word."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.blocks.greeting import DIRECT
from bot.listeners import hear
from bot.listeners.door import Heard, parsed, whisper
from bot.listeners.mention import in_direct_thread
from bot.work import Work


def register(app: AsyncApp, work: Work) -> None:
    """Hear direct messages; there Slack tells of no mention, so a reply may name us or not."""

    async def on_message(body: dict[str, Any]) -> None:
        heard = parsed(Heard, body)
        said = heard.event
        if not said.is_direct or not said.by_person:
            return
        if said.root:
            return await in_direct_thread(work, heard)
        place, writer = work.place(said.channel, said.ts), said.user or ""
        if said.hands_in(work.slack.me):
            by = await work.colleague(writer)
            await work.check_message(heard.event_id, place, by.id)
        elif await work.goes_on(place, writer):
            await work.notice(heard.event_id, place, writer)
        else:
            await whisper(work, heard, DIRECT)

    hear(app, "message", on_message)

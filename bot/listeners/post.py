"""Somebody posts a draft in a channel where everything is read, or goes on with one anywhere."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.listeners import hear
from bot.listeners.door import Heard, parsed
from bot.work import Work


def register(app: AsyncApp, work: Work) -> None:
    """Hear posts; a reply is not one, and a post that names us is heard as a mention."""

    async def on_message(body: dict[str, Any]) -> None:
        heard = parsed(Heard, body)
        said = heard.event
        ours = said.by_person and said.root is None and not said.names(work.slack.me)
        if not ours or said.is_direct:
            return
        place, writer = work.place(said.channel, said.ts), said.user or ""
        if (said.holds_copy and await work.reads(said.channel)) or await work.goes_on(
            place, writer
        ):
            await work.notice(heard.event_id, place, writer)

    hear(app, "message", on_message)

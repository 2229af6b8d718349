"""Somebody posts a draft in a channel where everything is read."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.listeners import hear
from bot.listeners.door import Heard, Said, parsed
from bot.readers.mrkdwn import read_mrkdwn
from bot.work import Work
from bot.work.intake import LONG


def register(app: AsyncApp, work: Work) -> None:
    """Hear posts; a reply is not one, and a post that names us is heard as a mention."""

    async def on_message(body: dict[str, Any]) -> None:
        heard = parsed(Heard, body)
        said = heard.event
        ours = said.by_person and said.root is None and not said.names(work.slack.me)
        if not ours or not _is_draft(said):
            return
        if await work.reads(said.channel):
            place = work.place(said.channel, said.ts)
            await work.check_message(heard.event_id, place, said.user or "")

    hear(app, "message", on_message)


def _is_draft(said: Said) -> bool:
    return said.has_text_file or len(read_mrkdwn(said.text or "").split()) >= LONG

"""Somebody edits a file in Slack that a draft was read from: a snippet, or a canvas."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.listeners import hear
from bot.listeners.door import Id, Payload, parsed
from bot.work import Work


class Changed(Payload):
    """A file that is not what it was."""

    file_id: Id


class Heard(Payload):
    """The change in its envelope."""

    event_id: Id
    event: Changed


def register(app: AsyncApp, work: Work) -> None:
    """Hear of files that changed."""

    async def on_change(body: dict[str, Any]) -> None:
        heard = parsed(Heard, body)
        await work.check_changed(heard.event_id, heard.event.file_id)

    hear(app, "file_change", on_change)

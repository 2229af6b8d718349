"""The writer of a draft posts its next version in the thread, as a file."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.listeners import hear
from bot.listeners.door import Heard, parsed
from bot.work import Work


def register(app: AsyncApp, work: Work) -> None:
    """Hear of files with copy in threads; one that names us is heard as a mention.

    Somebody else's file may be anything: it is a version when they say so.
    """

    async def on_message(body: dict[str, Any]) -> None:
        event = body.get("event") or {}
        if not event.get("thread_ts") or not event.get("files"):
            return
        heard = parsed(Heard, body)
        said = heard.event
        if not (said.by_person and said.root and said.brings_copy):
            return
        draft = await work.newsroom.draft_at(work.place(said.channel, said.root))
        is_writers = draft is not None and draft.writer.id == said.user
        if is_writers and not said.names(work.slack.me):
            place = work.place(said.channel, said.ts)
            await work.check_message(heard.event_id, place, said.user or "")

    hear(app, "message", on_message)

"""Somebody puts :memo: on a post."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.listeners import hear
from bot.listeners.door import Id, Payload, parsed
from bot.work import Work

MEMO = "memo"


class On(Payload):
    """The message that got the reaction."""

    type: str
    channel: str = ""
    ts: str = ""


class Reaction(Payload):
    """A reaction that was added."""

    user: Id
    reaction: Id
    item: On
    item_user: str = ""


class Reacted(Payload):
    """The reaction in its envelope."""

    event_id: Id
    event: Reaction


def register(app: AsyncApp, work: Work) -> None:
    """Hear reactions."""

    async def on_reaction(body: dict[str, Any]) -> None:
        reacted = parsed(Reacted, body)
        event, item = reacted.event, reacted.event.item
        on_a_post = item.type == "message" and item.ts and event.item_user != work.slack.me
        if event.reaction != MEMO or not on_a_post:
            return
        await work.colleague(event.user)
        place = work.place(item.channel, item.ts)
        await work.check_message(reacted.event_id, place, event.user)

    hear(app, "reaction_added", on_reaction)

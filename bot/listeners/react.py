"""Somebody puts the desk's emoji, :memo: as a rule, on a post."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.errors import Unreadable
from bot.listeners import hear
from bot.listeners.door import Id, Payload, parsed
from bot.work import Work

_APP = (
    "An app posted that, not a person: choose “Review this draft” in its menu if it is to be read."
)


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
        if item.type != "message" or not item.ts or event.item_user == work.slack.me:
            return
        emoji = event.reaction.partition("::")[0]  # of whatever tone of skin
        if emoji != (await work.desk(item.channel)).emoji:
            return
        await work.colleague(event.user)
        if not event.item_user or not await work.slack.is_person(event.item_user):
            raise Unreadable(_APP)
        place = work.place(item.channel, item.ts)
        await work.check_message(reacted.event_id, place, event.user)

    hear(app, "reaction_added", on_reaction)

"""Somebody chooses “Review this draft” in the menu of a message."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.listeners.door import Id, Named, Payload, parsed
from bot.work import Work

REVIEW = "review_message"  # callback id, as the manifest has it


class Chosen(Payload):
    """A message shortcut."""

    channel: Named
    user: Named
    message_ts: Id
    action_ts: Id


def register(app: AsyncApp, work: Work) -> None:
    """Hear the shortcut."""

    @app.message_shortcut(REVIEW)
    async def on_chosen(ack: AsyncAck, body: dict[str, Any]) -> None:
        chosen = parsed(Chosen, body)
        await work.colleague(chosen.user.id)
        place = work.place(chosen.channel.id, chosen.message_ts)
        key = f"shortcut:{chosen.action_ts}:{chosen.user.id}"
        await work.check_message(key, place, chosen.user.id)
        await ack()

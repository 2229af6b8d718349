"""Somebody invites us into a channel, for the first time or again."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.listeners import hear
from bot.listeners.door import Id, Payload, parsed
from bot.work import Work


class Came(Payload):
    """Somebody who came into a channel."""

    user: Id
    channel: Id
    event_ts: Id


class Joined(Payload):
    """Their coming in its envelope."""

    event_id: Id
    event: Came


def register(app: AsyncApp, work: Work) -> None:
    """Hear of it; who else comes in is not greeted."""

    async def on_joined(body: dict[str, Any]) -> None:
        joined = parsed(Joined, body)
        came = joined.event
        if came.user == work.slack.me:
            await work.greet(joined.event_id, came.channel, came.event_ts)
            work.redraw()

    hear(app, "member_joined_channel", on_joined)

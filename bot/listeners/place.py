"""A channel is archived or opened again, shared with others or not, or we are taken out of it."""

from typing import Any

from pydantic import AliasChoices, AliasPath, Field
from slack_bolt.app.async_app import AsyncApp

from bot.listeners import hear
from bot.listeners.door import Id, Payload, parsed
from bot.work import Work


class Place(Payload):
    """Which channel it is, in the envelope of any of these events."""

    channel: Id = Field(
        validation_alias=AliasChoices(
            AliasPath("event", "channel", "id"), AliasPath("event", "channel")
        )
    )


def register(app: AsyncApp, work: Work) -> None:
    """Hear of it: what is known of the channel is asked anew, and what waited is drawn."""

    async def on_changed(body: dict[str, Any]) -> None:
        work.slack.people.forget_channel(parsed(Place, body).channel)
        work.redraw()

    hear(app, "channel_unarchive", on_changed)
    hear(app, "group_unarchive", on_changed)
    hear(app, "channel_left", on_changed)
    hear(app, "group_left", on_changed)
    hear(app, "channel_shared", on_changed)
    hear(app, "channel_unshared", on_changed)

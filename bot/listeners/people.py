"""Somebody comes into a channel or leaves it, or a user group changes: who is on a desk, too."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.listeners import hear
from bot.listeners.door import Id, Named, Payload, parsed
from bot.work import Work


class There(Payload):
    """Where somebody came in or went out."""

    channel: Id


class Moved(Payload):
    """That, in its envelope."""

    event: There


class Changed(Payload):
    """A user group by its id, or with everything that is known of it."""

    subteam_id: str = ""
    subteam: Named | None = None

    @property
    def group(self) -> str:
        """Which group it is."""
        return self.subteam.id if self.subteam else self.subteam_id


class Regrouped(Payload):
    """That, in its envelope."""

    event: Changed


def register(app: AsyncApp, work: Work) -> None:
    """Hear who comes and goes, so that nobody's role outlives it by more than a moment."""

    async def on_moved(body: dict[str, Any]) -> None:
        work.slack.people.forget_channel(parsed(Moved, body).event.channel)

    async def on_regrouped(body: dict[str, Any]) -> None:
        work.slack.people.forget_group(parsed(Regrouped, body).event.group)

    hear(app, "member_joined_channel", on_moved)
    hear(app, "member_left_channel", on_moved)
    hear(app, "subteam_members_changed", on_regrouped)
    hear(app, "subteam_updated", on_regrouped)

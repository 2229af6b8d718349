"""One call of a Web API method: its arguments as Slack reads them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.hub import Hub
from bot.sandbox.model import Channel, Json, Message, User
from bot.sandbox.refusal import Refused
from bot.sandbox.workspace import Workspace

Method = Callable[["Call"], Json]


@dataclass(frozen=True)
class Call:
    """The arguments of a call, from a form or from JSON, and the workspace it is made in."""

    hub: Hub
    args: Mapping[str, Any]

    @property
    def ws(self) -> Workspace:
        """The workspace."""
        return self.hub.ws

    def text(self, name: str) -> str:
        """An argument as text; empty when it was not given."""
        value = self.args.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        """An argument as yes or no: 1, true, True."""
        return self.text(name).lower() in ("1", "true")

    def number(self, name: str, default: int) -> int:
        """An argument as a whole number."""
        try:
            return int(self.text(name) or default)
        except ValueError:
            raise Refused("invalid_arguments") from None

    def parsed(self, name: str, refusal: str) -> Any:
        """An argument that is JSON, or JSON in a string, as forms carry it."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise Refused(refusal) from None

    def channel(self, *, inside: bool = True) -> Channel:
        """The channel named, which the bot must see, and be in where ``inside``."""
        channel = self.ws.channels.get(self.text("channel"))
        if channel is None:
            raise Refused("channel_not_found")
        if self.ws.bot.id not in channel.members:
            if channel.private:
                raise Refused("channel_not_found")
            if inside:
                raise Refused("not_in_channel")
        return channel

    def writable(self) -> Channel:
        """The channel named, to write in: a person's id means the direct message."""
        if self.text("channel") in self.ws.users:
            return self.ws.direct(self.text("channel"))
        channel = self.channel()
        if channel.archived:
            raise Refused("is_archived")
        return channel

    def message(self, channel: Channel, name: str = "ts") -> Message:
        """The message named by its channel and ts."""
        message = self.ws.message(channel.id, self.text(name))
        if message is None:
            raise Refused("message_not_found")
        return message

    def user(self, name: str = "user") -> User:
        """The person named by id."""
        user = self.ws.users.get(self.text(name))
        if user is None:
            raise Refused("user_not_found")
        return user

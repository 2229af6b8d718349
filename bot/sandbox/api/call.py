"""One call of a Web API method: its arguments as Slack reads them."""

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.sandbox.hub import Hub
from bot.sandbox.model import Channel, Json, Message, User
from bot.sandbox.refusal import Refused
from bot.sandbox.workspace import Workspace

T = TypeVar("T")
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

    def page(self, everything: Sequence[T], most: int) -> tuple[list[T], str]:
        """The page asked for by limit and cursor, and the cursor of the next; "" at the end."""
        limit = max(1, min(self.number("limit", most) or most, 1000))
        start = _start(self.text("cursor"))
        end = start + limit
        more = end < len(everything)
        cursor = b64encode(f"next:{end}".encode()).decode() if more else ""
        return list(everything[start:end]), cursor

    def parsed(self, name: str, refusal: str) -> Any:
        """An argument that is JSON, or JSON in a string, as forms carry it."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise Refused(refusal) from None

    def channel(self, name: str = "channel", *, inside: bool = True) -> Channel:
        """The channel named, which the bot must see, and be in where ``inside``."""
        channel = self.ws.channels.get(self.text(name))
        if channel is None:
            raise Refused("channel_not_found")
        if self.ws.bot.id not in channel.members:
            if channel.private:
                raise Refused("channel_not_found")
            if inside:
                raise Refused("not_in_channel")
        return channel

    def writable(self, name: str = "channel") -> Channel:
        """The channel named, to write in: a person's id means the direct message."""
        if self.text(name) in self.ws.users:
            return self.ws.direct(self.text(name))
        channel = self.channel(name)
        if channel.archived:
            raise Refused("is_archived")
        return channel

    def thread(self, channel: Channel) -> str | None:
        """The root of the thread to reply in, if the call names one."""
        if not self.text("thread_ts"):
            return None
        root = self.ws.message(channel.id, self.text("thread_ts"))
        if root is None:
            raise Refused("thread_not_found")
        ts = root.thread_ts or root.ts
        if ts in channel.locked:
            raise Refused("restricted_action_thread_locked")
        return ts

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


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(b64decode(cursor).decode().removeprefix("next:"))
    except (NotBase64, ValueError):
        raise Refused("invalid_cursor") from None

"""What people did and Slack was told that it arrived: what the count is made against."""

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.socket import Envelope

Json = dict[str, Any]


@dataclass
class Decision:
    """What one person decided on one flag; the next is decided once Slack was told of it."""

    number: int
    how: str
    acked: bool = True  # or else nobody waited any longer, and it may come in any order


@dataclass
class Story:
    """One draft: where it is, and what was decided in its thread, one after the other."""

    word: str  # in its headline and in no other
    how: str  # it was handed in
    channel: str
    root: str | None = None  # the ts of its post; None where it was typed into a command
    version: int = 1
    decisions: list[Decision] = field(default_factory=list)


class Deliveries(deque[Envelope]):
    """Every delivery to the bot, to be found by what it delivers."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[tuple[str, ...], list[Envelope]] = {}

    def append(self, envelope: Envelope) -> None:
        """Keep a delivery."""
        super().append(envelope)
        event = envelope.payload.get("event")
        if isinstance(event, dict):
            self._found.setdefault(_what(event), []).append(envelope)

    def of(self, *what: str) -> list[Envelope]:
        """The deliveries of a message (``message``, ts), of an ``edit`` or a reaction on one."""
        return self._found.get(what, [])

    def acked(self, *what: str) -> bool:
        """Tell whether any of them was acknowledged."""
        return any(envelope.acked for envelope in self.of(*what))


def _what(event: Json) -> tuple[str, ...]:
    kind = str(event.get("type"))
    if kind == "reaction_added":
        return kind, str(event.get("item", {}).get("ts"))
    if event.get("subtype") == "message_changed":
        return "edit", str(event.get("message", {}).get("ts"))
    return (kind if not event.get("subtype") else "", str(event.get("ts")))

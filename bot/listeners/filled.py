"""A window as it was sent in: what was filled in, by the ids of its fields."""

import re
from datetime import time
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.fields import COMMON, OUTCOME, REASON
from bot.blocks.text import Block
from bot.listeners.door import Garbled, Id, Named, Payload
from bot.model import Outcome

_TIME = re.compile(r"(\d{2}):(\d{2})")


class Option(Payload):
    """What is chosen in a field."""

    value: str


class Filled(Payload):
    """A field of the window."""

    selected_option: Option | None = None
    selected_options: tuple[Option, ...] = ()
    selected_user: str | None = None
    selected_users: tuple[str, ...] = ()
    selected_time: str | None = None
    selected_conversation: str | None = None
    files: tuple[Named, ...] | None = None
    value: str | None = None

    @property
    def time(self) -> time | None:
        """The time that is chosen, if one is."""
        found = _TIME.fullmatch(self.selected_time or "")
        return time(int(found[1]), int(found[2])) if found else None


class Fields(Payload):
    """The fields by block and action."""

    values: dict[str, dict[str, Filled]]


class Window(Payload):
    """The window as it was sent in."""

    id: Id
    hash: Id
    private_metadata: str = ""
    previous_view_id: str | None = None
    state: Fields

    @property
    def key(self) -> str:
        """The same window, as it was drawn last, sent in again has the same key."""
        return f"{self.id}:{self.hash}"

    @property
    def outcome(self) -> Outcome | None:
        """What is decided, if anything."""
        option = self.field(OUTCOME).selected_option
        if option is None:
            return None
        if option.value not in list(Outcome):
            raise Garbled("Slack did not say what was decided: open the flag again.")
        return Outcome(option.value)

    @property
    def reason(self) -> str:
        """Why: the common reason, what was written, or both; no common reason is a source."""
        option = self.field(COMMON).selected_option
        common = option.value if option and self.outcome is not Outcome.SOURCED else ""
        written = (self.field(REASON).value or "").strip()
        return ": ".join(filter(None, (common, written)))

    def field(self, action_id: str) -> Filled:
        """What was filled into the field with that action id."""
        for actions in self.state.values.values():
            if action_id in actions:
                return actions[action_id]
        return Filled()


class Submitted(Payload):
    """A window sent in."""

    user: Named
    view: Window


async def give_back(ack: AsyncAck, block_id: str, line: str) -> None:
    """Give the window back as it was filled, with a line at the field."""
    await ack(response_action="errors", errors={block_id: line})


async def put_in_place(ack: AsyncAck, view: Block) -> None:
    """Put another window in its place."""
    await ack(**_update(view))


def _update(view: Block) -> dict[str, Any]:
    return {"response_action": "update", "view": view}

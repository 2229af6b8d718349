"""A press as Slack sends it: what was pressed, by whom, and in which message or window."""

import re

from bot.listeners.door import Garbled, Id, Named, Payload

_PAIR = re.compile(r"(\d{1,15}):(\d{1,9})")


class Value(Payload):
    """The entry of a menu that was chosen."""

    value: Id


class Pressed(Payload):
    """What was pressed."""

    action_id: Id
    block_id: Id
    action_ts: Id
    value: str = ""
    selected_option: Value | None = None

    @property
    def number(self) -> int:
        """The number that a button has for its value."""
        if (number := number_in(self.value, 9)) is None:
            raise unknown_button()
        return number


class Where(Payload):
    """The message that it stands in."""

    thread_ts: str | None = None


class Shown(Payload):
    """The window that it stands in."""

    id: Id
    private_metadata: str = ""


class Press(Payload):
    """A press in a message, or in a window."""

    user: Named
    channel: Named | None = None
    container: Where = Where()
    trigger_id: Id
    response_url: str = ""
    actions: tuple[Pressed, ...]
    view: Shown | None = None

    @property
    def pressed(self) -> Pressed:
        """The one thing that was pressed."""
        if not self.actions:
            raise Garbled("Slack did not say what was pressed: try again.")
        return self.actions[0]

    @property
    def key(self) -> str:
        """The same press has the same key."""
        return f"press:{self.pressed.action_ts}:{self.user.id}:{self.pressed.action_id}"


def number_in(said: str, digits: int = 15) -> int | None:
    """The number, if something of ours holds one of so many digits at most and nothing else."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= digits else None


def pair_in(said: str) -> tuple[int, int] | None:
    """A draft and what follows its colon, if something of ours holds those and nothing else."""
    found = _PAIR.fullmatch(said)
    return (int(found[1]), int(found[2])) if found else None


def unknown_window() -> Garbled:
    """What is said of a window that is none of ours, or of an old form."""
    return Garbled("Slack sent a window that I do not know: press the button again.")


def unknown_button() -> Garbled:
    """What is said of a button that is none of ours, or of an old form."""
    return Garbled("Slack sent a button that I do not know: look at the newest checklist.")

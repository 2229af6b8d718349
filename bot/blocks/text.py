"""The small parts of Block Kit that everything drawn is made of."""

from collections.abc import Sequence
from typing import Any

from bot.readers.file import SUFFIXES

Block = dict[str, Any]

_LONGEST = 3_800  # characters of one answer; Slack cuts what is longer


def fitting(lines: Sequence[str], more: int = 0, *, left: str = "more", room: int = 0) -> str:
    """As many of the lines as an answer may hold; how many are left out is said at its end.

    ``more`` were left out before; ``room``: the characters there are, by default all of them.
    """
    kept, room = 0, (room or _LONGEST) - 40
    while kept < len(lines) and (room := room - len(lines[kept]) - 1) >= 0:
        kept += 1
    rest = more + len(lines) - kept
    return "\n".join([*lines[:kept], *([f"… and {rest} {left}."] if rest else [])])


def mrkdwn(text: str) -> Block:
    """Text with our own marks in it; Slack makes no links or mentions of what only looks so."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def plain(text: str) -> Block:
    """Text without marks; for our own words only."""
    return {"type": "plain_text", "text": text}


def section(text: str, block_id: str | None = None) -> Block:
    """A paragraph."""
    named = {"block_id": block_id} if block_id else {}
    return {"type": "section", **named, "text": mrkdwn(text)}


def context(text: str, block_id: str) -> Block:
    """A line in small print."""
    return {"type": "context", "block_id": block_id, "elements": [mrkdwn(text)]}


def option(text: str, value: str) -> Block:
    """One choice of a menu."""
    return {"text": plain(text), "value": value}


def field(
    block_id: str, label: str, element: Block, *, optional: bool = False, hint: str = ""
) -> Block:
    """Something to be filled in a window; its action has the id of its block."""
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": {"action_id": block_id, **element},
        "optional": optional,
        **({"hint": plain(hint)} if hint else {}),
    }


def file_field(block_id: str, label: str) -> Block:
    """A file to be given, of a kind that is read."""
    kinds = [suffix.removeprefix(".") for suffix in SUFFIXES]
    element = {"type": "file_input", "filetypes": kinds, "max_files": 1}
    hint = "Word, OpenDocument, RTF, PDF, a web page or plain text, up to 20 MB."
    return field(block_id, label, element, optional=True, hint=hint)


def button(text: str, action_id: str, value: str = "") -> Block:
    """A button."""
    own = {"value": value} if value else {}
    return {"type": "button", "action_id": action_id, "text": plain(text), **own}

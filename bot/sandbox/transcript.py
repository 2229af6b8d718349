"""A thread as plain text, for a terminal."""

import re
import textwrap
from collections.abc import Callable, Iterable

from bot.sandbox.model import Json, Message, visible

WIDTH = 92
_LINK = re.compile(r"<([^|>]+)\|([^>]+)>")
_BARE = re.compile(r"<(https?:[^>|]+)>")
_PERSON = re.compile(r"<@(\w+)(?:\|[^>]*)?>")


def transcript(messages: Iterable[Message], name: Callable[[str], str]) -> str:
    """Draw a thread, its root first; ``name`` gives a user id's name.

    A long root is cut: the draft is what the person at the terminal just posted.
    """
    shown = [message for message in messages if not message.deleted]
    return "\n\n".join(_message(message, i > 0, name) for i, message in enumerate(shown))


def _message(message: Message, reply: bool, name: Callable[[str], str]) -> str:
    reactions = " ".join(f":{emoji}:" for emoji, people in message.reactions.items() if people)
    whisper = "  (only you see this)" if message.only_for else ""
    head = f"{name(message.user)}{whisper}  {reactions}".rstrip()
    words = plain("\n".join(_block(block) for block in message.blocks or ()) or message.text, name)
    files = "".join(f"\n[{file.name}, {len(file.content)} bytes]" for file in message.files)
    lines = _wrapped(words + files)
    if not reply and len(lines) > 4:
        lines = [*lines[:3], "…"]
    return textwrap.indent("\n".join([head, *("  " + line for line in lines)]), "  " * reply)


def _block(block: Json) -> str:
    if block.get("type") == "divider":
        return "-" * 24
    if block.get("type") == "actions":
        labels = (visible(element.get("text")) for element in block.get("elements", ()))
        return "  ".join(f"[{label}]" for label in labels if label)
    menu = "  ⋯" if block.get("accessory", {}).get("type") == "overflow" else ""
    return visible({key: part for key, part in block.items() if key != "accessory"}) + menu


def plain(mrkdwn: str, name: Callable[[str], str]) -> str:
    """Slack's markup as a person reads it: links as their words, people as their names."""
    words = _LINK.sub(r"\2", mrkdwn)
    words = _PERSON.sub(lambda found: f"@{name(found[1])}", _BARE.sub(r"\1", words))
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _wrapped(words: str) -> list[str]:
    return [
        piece
        for line in words.splitlines()
        for piece in (textwrap.wrap(line, WIDTH, replace_whitespace=False) or [""])
    ]

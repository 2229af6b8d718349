"""A link in what a person typed: found, and read."""

import re
from collections.abc import Awaitable
from typing import Protocol

from bot.link import Link, read_link

__all__ = ["Link", "ReadLink", "address_in", "read_link"]

_ANGLED = re.compile(r"<(https?://[^\s<>|]+)(?:\|[^<>]*)?>", re.IGNORECASE)
_BARE = re.compile(r"https?://[^\s<>|]+", re.IGNORECASE)


class ReadLink(Protocol):
    """Reads the article at an address: ``read_link``, with the settings of this bot."""

    def __call__(self, address: str) -> Awaitable[Link]:
        """Return its text, a name for it and its final address, or raise Unreadable."""


def address_in(typed: str) -> str | None:
    """The address, if a message or a command is nothing but one link; else None.

    Slack writes ``<https://desk.example/a|desk.example/a>``, with ``&amp;`` for ``&``; in a
    modal or a command a bare address may come.
    """
    typed = typed.strip()
    found = _ANGLED.fullmatch(typed)
    address = found[1] if found else typed if _BARE.fullmatch(typed) else None
    return address.replace("&amp;", "&") if address else None

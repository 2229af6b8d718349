"""A link in what a person typed."""

import re

_ANGLED = re.compile(r"<(https?://[^\s<>|]+)(?:\|[^<>]*)?>", re.IGNORECASE)
_BARE = re.compile(r"https?://[^\s<>|]+", re.IGNORECASE)


def address_in(typed: str) -> str | None:
    """The address, if a message or a command is nothing but one link; else None.

    Slack writes ``<https://desk.example/a|desk.example/a>``, with ``&amp;`` for ``&``; in a
    modal or a command a bare address may come.
    """
    typed = typed.strip()
    found = _ANGLED.fullmatch(typed)
    address = found[1] if found else typed if _BARE.fullmatch(typed) else None
    return address.replace("&amp;", "&") if address else None

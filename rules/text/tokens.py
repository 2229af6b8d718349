"""Cuts sentences into words, numbers and marks of punctuation."""

import re

from rules.model import Span
from rules.text.fold import UNSEEN
from rules.text.model import Token

_MORE = "[\\w\u0300-\u036f" + UNSEEN + "]*+"
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    rf"|[^\W_]{_MORE}(?:['’\-‐‑&]\w{_MORE}|[.,]\d{_MORE}|\.(?:com|org|net|co|gov|info)\b)*+"
    r"|''|``|--+|\.\.+|[^\s\w]|_+"
)


def tokens(source: str, folded: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``span``; a possessive or a hyphenated word is one token."""
    return tuple(
        [
            Token(m.start(), m.end(), m.group(), folded[m.start() : m.end()])
            for m in _TOKEN.finditer(source, span.start, span.end)
        ]
    )

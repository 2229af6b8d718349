"""Cuts sentences into words, numbers and marks of punctuation."""

import re
from typing import NamedTuple

from rules.model import Span
from rules.text.fold import UNSEEN

_MORE = "[\\w\u0300-\u036f" + UNSEEN + "]*+"
_INITIALS = r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
_WORD = rf"[^\W_]{_MORE}(?:['’\-‐‑&]\w{_MORE}|[.,]\d{_MORE}|\.(?:com|org|net|co|gov|info)\b)*+"
TOKEN = re.compile(rf"{_INITIALS}|{_WORD}|''|``|--+|\.\.+|[^\s\w]|_+")
_COUNTED = re.compile(f"{_INITIALS}|{_WORD}")


class Token(NamedTuple):
    """A word, number or single mark of punctuation: as written, and folded (as long)."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def is_word(self) -> bool:
        """True for words and numbers, false for punctuation."""
        return self.text[0].isalnum()


def tokens(source: str, folded: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``span``; a possessive or a hyphenated word is one token."""
    found = []
    for match in TOKEN.finditer(source, span.start, span.end):
        start, end = match.span()
        found.append(Token(start, end, source[start:end], folded[start:end]))
    return tuple(found)


def count(source: str) -> int:
    """How many of the tokens of ``source`` are words or numbers."""
    return len(_COUNTED.findall(source))

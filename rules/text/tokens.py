"""Cuts sentences into words, numbers and marks of punctuation."""

import re
from functools import partial
from itertools import accumulate
from operator import add
from typing import NamedTuple

from rules.model import Span

_MORE = "[\\w\u0300-\u036f]*+"
_INITIALS = r"(?<!\d)\.(?:[^\W\d_]\.)++"  # after the first letter of U.S., a.m.
_REST = rf"{_MORE}(?:['’\-‐‑&]\w{_MORE}|[.,]\d{_MORE}|\.(?:com|org|net|co|gov|info)\b)*+"
_WORD = rf"[^\W_](?:{_INITIALS}|{_REST})"
_MARK = r"''|``|--++|\.\.++|[^\s\w]|_++"
# With the space that follows, so that each match begins where the one before it ends.
_TOKEN = re.compile(rf"[a-zA-Z]++\s++|(?:{_WORD}|{_MARK})\s*+")  # first the most frequent
_COUNTED = re.compile(rf"(?:[a-zA-Z]++ |{_WORD})()")


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


_token = partial(tuple.__new__, Token)  # of the four values, without a call of Python's own


def tokens(source: str, folded: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``span``; a possessive or a hyphenated word is one token."""
    texts, starts = cut(source[slice(*span)], span.start)
    ends = list(map(add, starts, map(len, texts)))
    low = [folded[start:end] for start, end in zip(starts, ends, strict=True)]
    return tuple(map(_token, zip(starts, ends, texts, low, strict=True)))


def cut(piece: str, start: int) -> tuple[list[str], list[int]]:
    """The tokens of a piece of text that begins at ``start``, and where each begins."""
    spaced = _TOKEN.findall(piece)
    if not spaced:
        return [], []
    if piece[0].isspace():
        start += len(piece) - len(piece.lstrip())
    starts = list(accumulate(map(len, spaced), initial=start))
    starts.pop()
    return list(map(str.rstrip, spaced)), starts


def count(source: str) -> int:
    """How many of the tokens of ``source`` are words or numbers."""
    pieces = source.split()
    mixed = [piece for piece in pieces if not piece.isalpha()]
    return len(pieces) - len(mixed) + len(_COUNTED.findall(" ".join(mixed)))

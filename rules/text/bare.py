"""The text without characters that cannot be seen, and the way back to what was handed in.

A soft hyphen or a zero-width space hides no word from a rule, and an accent that is a character of
its own is read as part of its letter.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from rules.model import Span
from rules.text.fold import UNSEEN

_ACCENTS = "\u0300-\u034e\u0350-\u036f"
_ODD = re.compile(f"[{UNSEEN}{_ACCENTS}]")
_DROPPED = re.compile(f"[{UNSEEN}]+|[^\\W\\d_][{_ACCENTS}]+")


class Bare:
    """``text`` is what is read; every place in it is known in the source."""

    def __init__(
        self, text: str, places: Sequence[int], size: int, accents: frozenset[int] = frozenset()
    ) -> None:
        self.text = text
        self.is_all = isinstance(places, range)  # nothing was dropped: places are the same
        self._places = places
        self._size = size
        self._accents = accents  # places that were made part of the letter before them

    def span(self, start: int, end: int) -> Span:
        """A span of ``text`` in the source: from its first character to behind its last."""
        if self.is_all:
            return Span(start, end)
        first = self._places[start] if start < len(self._places) else self._size
        if end <= start:
            return Span(first, first)
        last = self._places[end - 1] + 1
        while last in self._accents:
            last += 1
        return Span(first, last)

    def spans(self, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Several spans of ``text`` in the source."""
        if self.is_all:
            return tuple((start, end) for start, end in spans)
        return tuple(self.span(start, end) for start, end in spans)

    def at(self, place: int) -> int:
        """A place of the source in ``text``: that of the last character not behind it."""
        return place if self.is_all else max(0, bisect_right(self._places, place) - 1)

    def within(self, start: int, end: int) -> Span:
        """A span of the source in ``text``."""
        first = self.at(start)
        return Span(first, self.at(end - 1) + 1 if end > start else first)


def bare(source: str) -> Bare:
    """Drop what is invisible; compose letters with their accents where Unicode can."""
    if source.isascii() or not _ODD.search(source):
        return Bare(source, range(len(source)), len(source))
    letters: list[str] = []
    places: list[int] = []
    accents: set[int] = set()
    at = 0
    for match in _DROPPED.finditer(source):
        start, end = match.span()
        letters.append(source[at:start])
        places += range(at, start)
        if source[start] not in UNSEEN:
            composed = normalize("NFC", match.group())
            taken = end - start - len(composed)  # accents that went into the letter
            letters.append(composed)
            places += (start, *range(start + taken + 1, end))
            accents.update(range(start + 1, start + taken + 1))
        at = end
    letters.append(source[at:])
    places += range(at, len(source))
    return Bare("".join(letters), places, len(source), frozenset(accents))

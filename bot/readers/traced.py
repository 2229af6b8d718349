"""Text that remembers where it came from while it is rewritten."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Self

from bot.readers.copy import Piece, Scribe, cut

Stretch = tuple[int, int]  # of the text as it stands
# What takes the place of a match: stretches that are kept, and words that stand for all of it.
Said = Sequence[Stretch | str]


class Traced:
    """Words, and which of them stand in a file, and where. Never changed, but made anew."""

    def __init__(self, text: str, pieces: Iterable[Piece] = ()) -> None:
        self.text = text
        self.pieces = tuple(pieces)

    @classmethod
    def at(cls, where: str, text: str) -> Self:
        """All that a part of a file says."""
        return cls(text, [Piece(0, len(text), where, 0, len(text))] if text else [])

    @classmethod
    def joined(cls, parts: "Iterable[Traced | str]") -> Self:
        """One behind the other; mere words stand in no file."""
        scribe = Scribe()
        for part in parts:
            if isinstance(part, str):
                scribe.add(part)
            else:
                scribe.take(part.text, part.pieces)
        return cls(scribe.text, scribe.pieces)

    def part(self, start: int, end: int) -> "Traced":
        """What stands between two offsets."""
        return Traced(self.text[start:end], self._pieces(start, max(start, end)))

    def strip(self) -> "Traced":
        """The same without blanks around it."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, len(self.text.rstrip()))

    def lines(self) -> "list[Traced]":
        """The same, cut at each line break."""
        found, at = [], 0
        for line in self.text.split("\n"):
            found.append(self.part(at, at + len(line)))
            at += len(line) + 1
        return found

    def sub(self, pattern: re.Pattern[str], said: Callable[[re.Match[str]], Said]) -> "Traced":
        """The same with each match of ``pattern`` replaced by what is ``said`` for it."""
        scribe, done = Scribe(), 0
        for match in pattern.finditer(self.text):
            self._copy(scribe, done, match.start())
            for each in said(match):
                if isinstance(each, str):
                    self._stand(scribe, each, match.span())
                else:
                    self._copy(scribe, *each)
            done = match.end()
        if not done:
            return self
        self._copy(scribe, done, len(self.text))
        return Traced(scribe.text, scribe.pieces)

    def _copy(self, scribe: Scribe, start: int, end: int) -> None:
        if start < end:
            scribe.take(self.text[start:end], self._pieces(start, end))

    def _stand(self, scribe: Scribe, words: str, instead: Stretch) -> None:
        """Write words that stand for all of a stretch, if that is in one part of the file."""
        under = list(self._pieces(*instead))
        if under and under[0].where == under[-1].where:
            at, to = under[0].at, under[-1].to
            scribe.copy(words, under[0].where, at, to, whole=len(words) > 1)
        else:
            scribe.add(words)

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces between two offsets, counted from the first."""
        first = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1)
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            if piece.end > start:
                yield cut(piece, start, end)

"""Text that remembers where it came from while it is rewritten."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Self

from bot.readers.copy import Scribe

Stretch = tuple[int, int]  # of the text as it stands
# What takes the place of a match: stretches that are kept, and words that stand for all of it.
Said = Sequence[Stretch | str]


class Traced:
    """Words, and for each character the stretch of the source that it stands for."""

    def __init__(self, text: str, sources: Sequence[Stretch] | None = None) -> None:
        self.text = text
        self._sources = sources or [(n, n + 1) for n in range(len(text))]

    def sub(self, pattern: re.Pattern[str], said: Callable[[re.Match[str]], Said]) -> Self:
        """The same with each match of ``pattern`` replaced by what is ``said`` for it."""
        words: list[str] = []
        sources: list[Stretch] = []
        done = 0

        def keep(start: int, end: int) -> None:
            words.append(self.text[start:end])
            sources.extend(self._sources[start:end])

        for match in pattern.finditer(self.text):
            keep(done, match.start())
            whole = self._between(*match.span())
            for each in said(match):
                if isinstance(each, str):
                    words.append(each)
                    sources.extend([whole] * len(each))
                else:
                    keep(*each)
            done = match.end()
        if not done:
            return self
        keep(done, len(self.text))
        return type(self)("".join(words), sources)

    def write(self, scribe: Scribe, where: str) -> None:
        """Write it down as what stands in the part ``where`` of the source."""
        at = 0
        for source, letters in groupby(self._sources):
            length = sum(1 for _ in letters)
            scribe.copy(self.text[at : at + length], where, *source)
            at += length

    def _between(self, start: int, end: int) -> Stretch:
        if start == end:
            return (0, 0)
        return self._sources[start][0], self._sources[end - 1][1]

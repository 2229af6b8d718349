"""Where something stands in a review: its line and column, its sentence, the words around it."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter

from bot.handback.ink import Ink, shown
from rules import Review

LONGEST = 320  # characters of a passage
_first = itemgetter(0)


class Places:
    """Answers for one review; all places are code points into its text."""

    def __init__(self, review: Review) -> None:
        self.text = review.text or ""
        self._sentences = review.sentences

    @cached_property
    def _lines(self) -> list[int]:
        starts = [0]
        while (at := self.text.find("\n", starts[-1])) >= 0:
            starts.append(at + 1)
        return starts

    def line(self, place: int) -> int:
        """The line there, counted from 1."""
        return bisect_right(self._lines, place)

    def at(self, place: int) -> str:
        """Line and column, both counted from 1."""
        line = self.line(place)
        return f"{line}:{place - self._lines[line - 1] + 1}"

    def sentence(self, place: int) -> int | None:
        """The number of the sentence there, from 0."""
        n = bisect_right(self._sentences, place, key=_first) - 1
        return n if n >= 0 and place < self._sentences[n][1] else None

    def passage(self, spans: Sequence[tuple[int, int]], ink: Ink) -> str:
        """The sentence around ``spans``, on one line and cut where it is long, each marked."""
        apart = _apart(spans)
        start, end = apart[0][0], apart[-1][1]
        n = self.sentence(start)
        first, last = self._sentences[n] if n is not None else (start, end)
        last = max(last, end)
        spare = max(0, LONGEST - (end - start)) // 2 if last - first > LONGEST else LONGEST
        left = max(first, start - spare)
        right = min(last, end + spare, left + 3 * LONGEST)
        within = [(s - left, min(e, right) - left) for s, e in apart if s < right]
        before, after = "…" if left > first else "", "…" if right < last else ""
        return f"{before}{shown(self.text[left:right], within, ink.mark)}{after}"


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order; those that overlap, as one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart

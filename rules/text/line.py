"""A sentence as the attribution finder sees it: words, marks, and each quotation as one."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from rules.model import Span
from rules.text.model import Quotation
from rules.text.tokens import cut

FULL, PART = "q", "p"
WORD, NAME, NUMBER = "w", "N", "d"
_LONGEST = 250  # places: what goes on for longer is no sentence
_WORDLY = re.compile(r"[^\W_]")
_SHOUTED = frozenset(("IT", "US", "WHO", "AM"))  # names, whatever the small word
_OURS = frozenset((WORD, NAME, NUMBER))
_CLOSING = frozenset((".", ")", '"', "'"))


class _Tags(dict[str, str]):
    """From the first character of a word or mark to its tag; learnt as characters turn up."""

    def __missing__(self, first: str) -> str:
        tag = first
        if first.isalpha():
            tag = NAME if first.isupper() else WORD
        elif first.isalnum():
            tag = NUMBER
        self[first] = tag
        return tag


_TAGS = _Tags({"—": "-", "–": "-", "[": "(", "]": ")", "…": ".", "“": '"', "”": '"'})
_TAGS.update({"!": ".", "?": "."})


class Line:
    """Parallel lists, one place for each word, mark or quotation of a sentence.

    ``tag`` is w for a word, N for one with a capital, d for a number, q for a full quotation,
    p for a part of one, and the mark itself for punctuation. ``last`` is the place after the
    last word or quotation, closing marks left out.
    """

    __slots__ = ("end", "last", "low", "start", "tag")

    def __init__(self, low: list[str], tag: list[str], start: list[int], end: list[int]) -> None:
        self.low, self.tag, self.start, self.end = low, tag, start, end
        self.close()

    def close(self) -> None:
        """Find ``last``, once all words are there."""
        tag = self.tag
        at = len(tag)
        while at and tag[at - 1] in _CLOSING:
            at -= 1
        if at < len(tag) and tag[at] == ")" and "(" in tag[:at]:
            at += 1
        self.last = at

    @property
    def has_words(self) -> bool:
        """True if not all of it is quotation."""
        return not _OURS.isdisjoint(self.tag)

    def __len__(self) -> int:
        return len(self.low)

    def span(self, first: int, after: int) -> Span:
        """Where the places ``first`` up to but not ``after`` stand in the text."""
        return Span(self.start[first], self.end[after - 1])

    def word(self, place: int) -> str:
        """The folded word at ``place``; nothing outside the line."""
        return self.low[place] if 0 <= place < len(self.low) else ""

    def mark(self, place: int) -> str:
        """The tag at ``place``; nothing outside the line."""
        return self.tag[place] if 0 <= place < len(self.tag) else ""

    def pieces(self, size: int) -> list["Line"]:
        """The line cut into pieces."""
        found: list[Line] = []
        for at in range(0, len(self.low), size):
            p = slice(at, at + size)
            found.append(Line(self.low[p], self.tag[p], self.start[p], self.end[p]))
        return found


class Reader:
    """Makes lines of the sentences of one text; ``quotations`` are its outermost, in order."""

    def __init__(self, source: str, folded: str, quotations: Sequence[Quotation]) -> None:
        self._source, self._folded = source, folded
        self._quotations = quotations
        self._ends = [quotation.span.end for quotation in quotations]

    def is_quoted(self, place: int) -> bool:
        """Tell whether the code point ``place`` stands in a quotation."""
        at = bisect_right(self._ends, place)
        return at < len(self._ends) and self._quotations[at].span.start <= place

    def speaks(self, start: int, end: int) -> bool:
        """Tell whether there is a word outside of quotations between the two places."""
        at = bisect_right(self._ends, start)
        for quotation in self._quotations[at:]:
            first, after = quotation.span
            if first >= end:
                break
            if start < first and _WORDLY.search(self._source, start, first):
                return True
            start = after
        return start < end and _WORDLY.search(self._source, start, end) is not None

    def lines(self, start: int, end: int) -> list[Line]:
        """The sentence from ``start`` to ``end``, in pieces where it is far too long for one."""
        line = self._line(start, end)
        return [line] if len(line.low) <= _LONGEST else line.pieces(_LONGEST)

    def _line(self, at: int, stop: int) -> Line:
        source, folded = self._source, self._folded
        line = Line([], [], [], [])
        first = at
        n = bisect_right(self._ends, at)
        while n < len(self._ends) and self._quotations[n].span.start < stop:
            quotation = self._quotations[n]
            n += 1
            start, end = quotation.span
            if at < start:
                _take(line, source, folded, at, start)
                at = start
            line.low.append('"')
            line.tag.append(FULL if quotation.full else PART)
            line.start.append(at)
            at = min(end, stop)
            line.end.append(at)
        if at < stop:
            _take(line, source, folded, at, stop)
        if line.low.count(".") > (line.low[-1] == "."):
            _join(line, source, _last_stop(source, Span(first, stop)))
        line.close()
        return line


def _take(line: Line, source: str, folded: str, start: int, end: int) -> None:
    """Add the words and marks between two places."""
    texts, starts, ends = cut(source, start, end)
    if source[start:end].isascii():
        low = list(map(str.lower, texts))
    else:
        low = [folded[a:b] for a, b in zip(starts, ends, strict=True)]
    if not _SHOUTED.isdisjoint(texts):
        low = [t if t in _SHOUTED else word for t, word in zip(texts, low, strict=True)]
    line.low += low
    line.tag += ['"' if text == "''" else _TAGS[text[0]] for text in texts]
    line.start += starts
    line.end += ends


def _join(line: Line, source: str, last: int) -> None:
    """Make one word of "Sen" and its full stop; ``last`` is the stop that ends the sentence."""
    kept: list[int] = []
    for i, (word, start) in enumerate(zip(line.low, line.start, strict=True)):
        is_stop = word == "." and source[start] == "." and start != last
        if is_stop and kept and line.end[kept[-1]] == start:
            line.end[kept[-1]] = line.end[i]
        else:
            kept.append(i)
    line.low, line.tag = [line.low[i] for i in kept], [line.tag[i] for i in kept]
    line.start, line.end = [line.start[i] for i in kept], [line.end[i] for i in kept]


def _last_stop(source: str, span: Span) -> int:
    """Where the full stop that ends the sentence stands; -1 without one."""
    start = span.end
    while start > span.start and not source[start - 1].isalnum():
        start -= 1
    texts, starts, _ = cut(source, start, span.end)
    stops = [at for text, at in zip(texts, starts, strict=True) if text == "."]
    return stops[-1] if stops else -1

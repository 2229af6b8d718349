"""A sentence as the attribution finder sees it: words, marks, and each quotation as one."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rules.model import Span
from rules.text.model import Quotation
from rules.text.tokens import cut

FULL, PART = "q", "p"
WORD, NAME, NUMBER = "w", "N", "d"
_LONGEST = 250  # places: what goes on for longer is no sentence
_BEYOND = ("",) * 8  # so that a look beyond either end of a line needs no check
_WORDLY = re.compile(r"[^\W_]")
_SHOUTED = frozenset(("IT", "US", "WHO", "AM"))  # names, whatever the small word
_OURS = frozenset((WORD, NAME, NUMBER))
_CLOSING = frozenset((".", ")", '"', "'"))


# Of a line: its words, tags, starts and ends.
Lists = tuple[list[str], list[str], list[int], list[int]]


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
    last word or quotation, closing marks left out. Just before and behind the line, ``low`` and
    ``tag`` hold nothing: "".
    """

    __slots__ = ("end", "last", "low", "size", "start", "tag")

    def __init__(self, low: list[str], tag: list[str], start: list[int], end: list[int]) -> None:
        self.size = at = len(low)
        while at and tag[at - 1] in _CLOSING:
            at -= 1
        if at < self.size and tag[at] == ")" and "(" in tag[:at]:
            at += 1
        self.last = at
        low += _BEYOND
        tag += _BEYOND
        self.low, self.tag, self.start, self.end = low, tag, start, end

    @property
    def has_words(self) -> bool:
        """True if not all of it is quotation."""
        return not _OURS.isdisjoint(self.tag)

    def __len__(self) -> int:
        return self.size

    def span(self, first: int, after: int) -> Span:
        """Where the places ``first`` up to but not ``after`` stand in the text."""
        return Span(self.start[first], self.end[after - 1])


class Reader:
    """Makes lines of the sentences of one text; ``quotations`` are its outermost, in order."""

    def __init__(self, source: str, folded: str, quotations: Sequence[Quotation]) -> None:
        self._source, self._folded = source, folded
        self._quotations = quotations
        self._ends = [quotation.span.end for quotation in quotations]

    def is_quoted(self, place: int) -> bool:
        """Tell whether the code point ``place`` stands in a quotation."""
        n = bisect_right(self._ends, place)
        return n < len(self._ends) and self._quotations[n].span.start <= place

    def speaks(self, start: int, end: int) -> bool:
        """Tell whether there is a word outside of quotations between the two places."""
        n = bisect_right(self._ends, start)
        while n < len(self._ends) and self._quotations[n].span.start < end:
            if _WORDLY.search(self._source, start, self._quotations[n].span.start):
                return True
            start = self._ends[n]
            n += 1
        return _WORDLY.search(self._source, start, end) is not None

    def lines(self, start: int, end: int) -> list[Line]:
        """The sentence from ``start`` to ``end``, in pieces where it is far too long for one."""
        n = bisect_right(self._ends, start)
        if n < len(self._ends) and self._quotations[n].span.start < end:
            lists = self._quoting(n, start, end)
        else:
            lists = _read(self._source, self._folded, start, end)
        low = lists[0]
        if not low:  # nothing but an address
            return []
        if low.count(".") > (low[-1] == "."):
            lists = _joined(*lists, _last_stop(self._source, start, end))
        if len(lists[0]) <= _LONGEST:
            return [Line(*lists)]
        return list(_pieces(*lists))

    def _quoting(self, n: int, at: int, stop: int) -> Lists:
        """What lies between two places, each quotation from the ``n``th on made one."""
        low: list[str] = []
        tag: list[str] = []
        starts: list[int] = []
        ends: list[int] = []

        def add(more: Lists) -> None:
            low.extend(more[0])
            tag.extend(more[1])
            starts.extend(more[2])
            ends.extend(more[3])

        while n < len(self._ends) and self._quotations[n].span.start < stop:
            quotation = self._quotations[n]
            start, end = quotation.span
            if at < start:
                add(_read(self._source, self._folded, at, start))
                at = start
            low.append('"')
            tag.append(FULL if quotation.full else PART)
            starts.append(at)
            at = min(end, stop)
            ends.append(at)
            n += 1
        if at < stop:
            add(_read(self._source, self._folded, at, stop))
        return low, tag, starts, ends


def _read(source: str, folded: str, start: int, end: int) -> Lists:
    """The words and marks between two places."""
    texts, starts, ends = cut(source, start, end)
    if source[start:end].isascii():
        low = list(map(str.lower, texts))
    else:
        low = [folded[a:b] for a, b in zip(starts, ends, strict=True)]
    if not _SHOUTED.isdisjoint(texts):
        low = [t if t in _SHOUTED else word for t, word in zip(texts, low, strict=True)]
    tags = _TAGS
    tag = [tags[text[0]] for text in texts]
    if "''" in texts:
        tag = ['"' if text == "''" else mark for text, mark in zip(texts, tag, strict=True)]
    return low, tag, starts, ends


def _pieces(low: list[str], tag: list[str], start: list[int], end: list[int]) -> Iterator[Line]:
    for at in range(0, len(low), _LONGEST):
        upto = at + _LONGEST
        yield Line(low[at:upto], tag[at:upto], start[at:upto], end[at:upto])


def _joined(low: list[str], tag: list[str], start: list[int], end: list[int], last: int) -> Lists:
    """Make one word of "Sen" and its full stop; ``last`` is the stop that ends the sentence."""
    kept: list[int] = []
    for i, word in enumerate(low):
        if word == "." and kept and end[kept[-1]] == start[i] != last:
            end[kept[-1]] = end[i]
        else:
            kept.append(i)
    return (
        [low[i] for i in kept],
        [tag[i] for i in kept],
        [start[i] for i in kept],
        [end[i] for i in kept],
    )


def _last_stop(source: str, first: int, end: int) -> int:
    """Where the full stop that ends the sentence stands; -1 without one."""
    start = end
    while start > first and not source[start - 1].isalnum():
        start -= 1
    texts, starts, _ = cut(source, start, end)
    stops = [at for text, at in zip(texts, starts, strict=True) if text == "."]
    return stops[-1] if stops else -1

"""A sentence as the attribution finder sees it: words, marks, and each quotation as one."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from rules.model import Span
from rules.text.model import Quotation
from rules.text.tokens import cut

FULL, PART = "q", "p"
WORD, NAME, NUMBER = "w", "N", "d"
NOTHING = " "  # the tag of what lies before or behind a line
_LONGEST = 250  # places: what goes on for longer is no sentence
_BEYOND = 8  # places: so that a look beyond either end of a line needs no check
_NO_WORDS, _NO_TAGS = ("",) * _BEYOND, NOTHING * _BEYOND
_WORDLY = re.compile(r"[^\W_]")
_SHOUTED = {"it": "IT", "us": "US", "who": "WHO", "am": "AM"}  # names, whatever the small word
_OURS = frozenset((WORD, NAME, NUMBER))
_CLOSING = frozenset((".", ")", '"', "'"))


# Of a line: its words, tags, starts, and the ends of places that are longer than their word.
Lists = tuple[list[str], str, list[int], dict[int, int]]


class _Tags(dict[int, str]):
    """From the first character of a word or mark to its tag; learnt as characters turn up."""

    def __missing__(self, code: int) -> str:
        first = tag = chr(code)
        if first.isalpha():
            tag = NAME if first.isupper() else WORD
        elif first.isalnum():
            tag = NUMBER
        self[code] = tag
        return tag


_TAGS = _Tags(zip(map(ord, "—–[]…“”!?"), '--().""..', strict=True))


class Line:
    """Parallel lists, one place for each word, mark or quotation of a sentence.

    ``tag`` is w for a word, N for one with a capital, d for a number, q for a full quotation,
    p for a part of one, and the mark itself for punctuation. ``last`` is the place after the
    last word or quotation, closing marks left out. Just before and behind the line there are
    empty words, tagged NOTHING.
    """

    __slots__ = ("_ends", "last", "low", "size", "start", "tag")

    def __init__(self, low: list[str], tag: str, start: list[int], ends: dict[int, int]) -> None:
        self.size = at = len(low)
        while at and tag[at - 1] in _CLOSING:
            at -= 1
        if at < self.size and tag[at] == ")" and "(" in tag[:at]:
            at += 1
        self.last = at
        low += _NO_WORDS
        self.low, self.tag, self.start, self._ends = low, tag + _NO_TAGS, start, ends

    @property
    def has_words(self) -> bool:
        """True if not all of it is quotation."""
        return not _OURS.isdisjoint(self.tag)

    def __len__(self) -> int:
        return self.size

    def span(self, first: int, after: int) -> Span:
        """Where the places ``first`` up to but not ``after`` stand in the text."""
        return Span(self.start[first], self.end(after - 1))

    def end(self, at: int) -> int:
        """Where in the text the place ``at`` ends."""
        return self._ends.get(at) or self.start[at] + len(self.low[at])


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
        low, tag = lists[:2]
        if not low:  # nothing but an address
            return []
        if tag.count(".") > (tag[-1] == ".") and low.count(".") > (low[-1] == "."):
            lists = _joined(*lists, _last_stop(self._source, start, end))
        if len(lists[0]) <= _LONGEST:
            return [Line(*lists)]
        return list(_pieces(*lists))

    def _quoting(self, n: int, at: int, stop: int) -> Lists:
        """What lies between two places, each quotation from the ``n``th on made one."""
        low: list[str] = []
        tag = ""
        starts: list[int] = []
        ends: dict[int, int] = {}
        while n < len(self._ends) and self._quotations[n].span.start < stop:
            quotation = self._quotations[n]
            start = quotation.span.start
            if at < start:
                more = _read(self._source, self._folded, at, start)
                low += more[0]
                tag += more[1]
                starts += more[2]
                at = start
            tag += FULL if quotation.full else PART
            starts.append(at)
            at = min(self._ends[n], stop)
            ends[len(low)] = at
            low.append('"')
            n += 1
        if at < stop:
            more = _read(self._source, self._folded, at, stop)
            low += more[0]
            tag += more[1]
            starts += more[2]
        return low, tag, starts, ends


def _read(source: str, folded: str, start: int, end: int) -> Lists:
    """The words and marks between two places."""
    piece = source[start:end]
    if piece.isascii():
        low, starts = cut(piece.lower(), start)
    else:
        texts, starts = cut(piece, start)
        low = [folded[at : at + len(text)] for at, text in zip(starts, texts, strict=True)]
    if not low:
        return low, "", starts, {}
    if not _SHOUTED.keys().isdisjoint(low):
        low = [_shouted(source, at, word) for at, word in zip(starts, low, strict=True)]
    tag = "".join(itemgetter(*starts)(source)).translate(_TAGS)
    if "''" in piece:
        texts, _ = cut(piece, start)
        tag = "".join('"' if text == "''" else mark for text, mark in zip(texts, tag, strict=True))
    return low, tag, starts, {}


def _shouted(source: str, at: int, word: str) -> str:
    """The word; where it is a name in capitals that is a small word, too, in capitals."""
    shouted = _SHOUTED.get(word, word)
    return shouted if source.startswith(shouted, at) else word


def _pieces(low: list[str], tag: str, start: list[int], ends: dict[int, int]) -> Iterator[Line]:
    for at in range(0, len(low), _LONGEST):
        upto = at + _LONGEST
        inside = {i - at: ends[i] for i in range(at, min(upto, len(low))) if i in ends}
        yield Line(low[at:upto], tag[at:upto], start[at:upto], inside)


def _joined(low: list[str], tag: str, start: list[int], ends: dict[int, int], last: int) -> Lists:
    """Make one word of "Sen" and its full stop; ``last`` is the stop that ends the sentence."""
    kept: list[int] = []
    longer: dict[int, int] = {}
    end = -1
    for i, word in enumerate(low):
        if word == "." and start[i] == end and start[i] != last:
            end = longer[len(kept) - 1] = start[i] + 1
            continue
        end = start[i] + len(word)
        if i in ends:
            end = longer[len(kept)] = ends[i]
        kept.append(i)
    return (
        [low[i] for i in kept],
        "".join([tag[i] for i in kept]),
        [start[i] for i in kept],
        longer,
    )


def _last_stop(source: str, first: int, end: int) -> int:
    """Where the full stop that ends the sentence stands; -1 without one."""
    start = end
    while start > first and not source[start - 1].isalnum():
        start -= 1
    texts, starts = cut(source[start:end], start)
    stops = [at for text, at in zip(texts, starts, strict=True) if text == "."]
    return stops[-1] if stops else -1

"""Sets a draft for a proof: its paragraphs in order, each with the notes that stand beside it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple

from bot.handback.marked import Comment
from bot.handback.pieces import Cut, Link, Place, Voiced, links
from bot.handback.speaking import Stretch
from rules import Span
from rules.text.furniture import MARKED, kinds
from rules.text.model import Kind
from rules.text.paragraphs import paragraph_spans

_CLOSE = "close"
_HEADS = (Kind.HEADLINE, Kind.CROSSHEAD)  # below the headline they are all alike
_ENTRY = re.compile(r"[-*•][ \t]+(?=\S)")

MOST_ROWS = 3000  # paragraphs that are set one by one; what follows is set close
_MOST_CLOSE = 500  # rows of what is set close
MOST_PLACES = 200  # of one flag that are marked
_MOST_OTHERS = 3000  # places beside the first ones, of all flags
_MOST_LINKS = 10_000  # that are drawn; the others stay as they were typed
_DEEPEST = 40  # marks that lie over each other


class Block(NamedTuple):
    """A paragraph as it is set; ``kind`` is headline, crosshead, entry, body or other furniture.

    Of ``close`` ones it is several, and nobody is said to speak. ``comments`` are
    those whose first passage begins in it.
    """

    kind: str
    voiced: tuple[Voiced, ...]
    comments: tuple[Comment, ...]

    @property
    def words(self) -> str:
        """All that is drawn of it."""
        return "".join(piece.words for voiced in self.voiced for piece in voiced.pieces)


class Galley(NamedTuple):
    """A draft set: its blocks, and the comments that are about no place in it.

    ``unmarked``: of comments with too many places, by number, how many of them are not marked.
    """

    blocks: tuple[Block, ...]
    whole: tuple[Comment, ...]
    unmarked: Mapping[int, int]

    @property
    def is_close(self) -> bool:
        """There were too many paragraphs to set each by itself."""
        return bool(self.blocks) and self.blocks[-1].kind == _CLOSE


class _Line(NamedTuple):
    """A paragraph before it is cut, and which of its signs are not drawn."""

    span: Span
    kind: str
    hidden: tuple[Span, ...]


def galley(text: str, comments: Sequence[Comment], stretches: Sequence[Stretch] = ()) -> Galley:
    """Set ``text``; all of it is drawn but the signs of headings, lists and links.

    Of a text that was cut off, places behind its end are nowhere.
    """
    there = tuple(islice(links(text), _MOST_LINKS))
    lines = list(_lines(text, there))
    shown = _Shown(text, lines)
    placed = [comment for comment in comments if comment.spans and shown.any]
    places = list(_apart(_placed(shown, placed, len(text))))
    marked = Counter(place.comment.number for place in places)
    cut = Cut(text, there, _set_apart(stretches, lines))
    blocks: list[Block] = []
    for line, here in _each(lines, places):
        new = [place for place in here if place.start >= line.span.start]
        beside = tuple(place.comment for place in new if place.nth == 0)
        voiced = tuple(cut.voiced(line.span, line.hidden, here, new))
        blocks.append(Block(line.kind, voiced, beside))
    whole = tuple(c for c in comments if not c.spans or not shown.any)
    there_are = {c.number: sum(start < len(text) for start, _ in c.spans) for c in placed}
    left = {number: n - marked[number] for number, n in there_are.items()}
    return Galley(tuple(blocks), whole, {number: n for number, n in left.items() if n})


def _placed(shown: "_Shown", comments: Sequence[Comment], size: int) -> list[Place]:
    """Where the comments' passages stand in what is drawn, in order: the first of each, and of
    the others as many as may be.
    """
    others = (
        (comment, nth)
        for comment in comments
        for nth in range(1, min(MOST_PLACES, len(comment.spans)))
        if comment.spans[nth][0] < size
    )
    kept = [*((comment, 0) for comment in comments), *islice(others, _MOST_OTHERS)]
    places = (Place(*shown.near(*comment.spans[nth]), comment, nth) for comment, nth in kept)
    return sorted(places, key=lambda place: (place.start, place.end, place.key))


def _apart(places: Iterable[Place]) -> Iterator[Place]:
    """The places without those that would lie over too many others; the first of each stay."""
    ends: list[int] = []
    for place in places:
        while ends and ends[0] <= place.start:
            heappop(ends)
        if place.nth == 0 or len(ends) < _DEEPEST:
            heappush(ends, place.end)
            yield place


def _set_apart(stretches: Sequence[Stretch], lines: Sequence[_Line]) -> Sequence[Stretch]:
    """Those in lines that are set one by one."""
    if len(lines) <= MOST_ROWS:
        return stretches
    return [stretch for stretch in stretches if stretch.start < lines[MOST_ROWS].span.start]


def _each(lines: Sequence[_Line], places: Sequence[Place]) -> Iterator[tuple[_Line, list[Place]]]:
    """Every line with the places that have words in it."""
    reaching: list[Place] = []
    at = 0
    for line in lines:
        while at < len(places) and places[at].start < line.span.end:
            reaching.append(places[at])
            at += 1
        here = [place for place in reaching if place.end > line.span.start]
        yield line, here
        reaching = [place for place in here if place.end > line.span.end]


def _lines(text: str, there: Iterable[Link]) -> Iterator[_Line]:
    signs = [sign for link in there if link.host for sign in _signs(link)]
    at = 0
    for span, name, hidden in _set(text, paragraph_spans(text)):
        first = at
        while at < len(signs) and signs[at].start < span.end:
            at += 1
        yield _Line(span, name, (*hidden, *signs[first:at]))


def _set(text: str, spans: Sequence[Span]) -> Iterator[_Line]:
    """The paragraphs as they are set: too many of them close, with their signs as typed."""
    headed = False
    first = spans[: MOST_ROWS + 1]  # what a paragraph is depends on there being a next one
    for span, kind in zip(first[:MOST_ROWS], kinds(text, first), strict=False):
        yield _head(text, span, Kind.CROSSHEAD if headed and kind in _HEADS else kind)
        headed = headed or kind is Kind.HEADLINE
    size = max(1, -(-(len(spans) - MOST_ROWS) // _MOST_CLOSE))
    for n in range(MOST_ROWS, len(spans), size):
        yield _Line(Span(spans[n].start, spans[n : n + size][-1].end), _CLOSE, ())


def _signs(link: Link) -> tuple[Span, Span]:
    """The bracket before a link's words, and what stands behind them."""
    return Span(link.start - 1, link.start), Span(link.end, link.end + len(link.to) + 3)


def _head(text: str, span: Span, kind: Kind) -> _Line:
    """What a paragraph is, and the sign before it that says so."""
    if marked := MARKED.match(text, *span):
        name = Kind.HEADLINE if kind is Kind.HEADLINE else Kind.CROSSHEAD
        return _Line(span, name.value, (Span(*marked.span()),))
    if kind is Kind.BODY and (entry := _ENTRY.match(text, *span)):
        return _Line(span, "entry", (Span(*entry.span()),))
    return _Line(span, kind.value, ())


class _Shown:
    """The words that are drawn, and the nearest of them to any place."""

    def __init__(self, text: str, lines: Sequence[_Line]) -> None:
        self._text = text
        self._spans = [span for line in lines for span in _between(line)]
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]
        self.any = bool(self._spans)

    def near(self, start: int, end: int) -> Span:
        """What is drawn of a place, from the first such character to the last; if nothing is,
        the word next to it.
        """
        n = bisect_right(self._starts, max(start, end - 1)) - 1
        if n >= 0 and start < min(end, self._ends[n]):
            first = self._spans[bisect_right(self._ends, start)]
            return Span(max(start, first.start), min(end, self._ends[n]))
        after = self._spans[n + 1] if n + 1 < len(self._spans) else None
        if after and (n < 0 or self._is_nearer(start, self._spans[n], after)):
            words = self._text[slice(*after)]
            word = words.split(maxsplit=1)[0] if words.strip() else words
            return Span(after.start, after.start + words.index(word) + len(word))
        before = self._spans[n]
        head = self._text[slice(*before)].rstrip().rpartition(" ")[0]
        return Span(before.start + (len(head) + 1 if head else 0), before.end)

    def _is_nearer(self, place: int, before: Span, after: Span) -> bool:
        """Tell whether a place stands in the line of the words behind it, at its head."""
        gap = self._text[before.end : place], self._text[place : after.start]
        return "\n" in gap[0] and "\n" not in gap[1]


def _between(line: _Line) -> Iterator[Span]:
    """What is left of a line without the signs that are not drawn."""
    at = line.span.start
    for start, end in line.hidden:
        if start > at:
            yield Span(at, start)
        at = end
    if line.span.end > at:
        yield Span(at, line.span.end)

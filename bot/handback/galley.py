"""Sets a draft for a proof: its paragraphs in order, each with the notes that stand beside it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.handback.marked import Comment
from bot.handback.pieces import Cut, Link, Place, Voiced, links
from bot.handback.speaking import Stretch
from rules import Span
from rules.text.furniture import MARKED, kinds
from rules.text.model import Kind
from rules.text.paragraphs import paragraph_spans

_HEADS = (Kind.HEADLINE, Kind.CROSSHEAD)  # below the headline they are all alike
_ENTRY = re.compile(r"[-*•][ \t]+(?=\S)")


class Block(NamedTuple):
    """A paragraph as it is set; ``kind`` is headline, crosshead, entry, body or other furniture.

    ``comments`` are those whose first passage begins in it.
    """

    kind: str
    voiced: tuple[Voiced, ...]
    comments: tuple[Comment, ...]

    @property
    def words(self) -> str:
        """All that is drawn of it."""
        return "".join(piece.words for voiced in self.voiced for piece in voiced.pieces)


class Galley(NamedTuple):
    """A draft set: its blocks, and the comments that are about no place in it."""

    blocks: tuple[Block, ...]
    whole: tuple[Comment, ...]


class _Line(NamedTuple):
    """A paragraph before it is cut, and which of its signs are not drawn."""

    span: Span
    kind: str
    hidden: tuple[Span, ...]


def galley(text: str, comments: Sequence[Comment], stretches: Sequence[Stretch] = ()) -> Galley:
    """Set ``text``; all of it is drawn but the signs of headings, lists and links."""
    there = tuple(links(text))
    lines = list(_lines(text, there))
    shown = _Shown(text, lines)
    placed = [comment for comment in comments if comment.spans and shown.any]
    places = sorted(
        (
            Place(*shown.near(start, end), comment, nth)
            for comment in placed
            for nth, (start, end) in enumerate(comment.spans)
        ),
        key=lambda place: (place.start, place.end, place.key),
    )
    cut = Cut(text, there, stretches)
    blocks: list[Block] = []
    for line, here in _each(lines, places):
        new = [place for place in here if place.start >= line.span.start]
        beside = tuple(place.comment for place in new if place.nth == 0)
        voiced = tuple(cut.voiced(line.span, line.hidden, here, new))
        blocks.append(Block(line.kind, voiced, beside))
    return Galley(tuple(blocks), tuple(c for c in comments if not c.spans or not shown.any))


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
    at, headed = 0, False
    spans = paragraph_spans(text)
    for span, kind in zip(spans, kinds(text, spans), strict=True):
        name, hidden = _head(text, span, Kind.CROSSHEAD if headed and kind in _HEADS else kind)
        headed = headed or kind is Kind.HEADLINE
        while at < len(signs) and signs[at].start < span.end:
            hidden.append(signs[at])
            at += 1
        yield _Line(span, name, tuple(hidden))


def _signs(link: Link) -> tuple[Span, Span]:
    """The bracket before a link's words, and what stands behind them."""
    return Span(link.start - 1, link.start), Span(link.end, link.end + len(link.to) + 3)


def _head(text: str, span: Span, kind: Kind) -> tuple[str, list[Span]]:
    """What a paragraph is, and the sign before it that says so."""
    if marked := MARKED.match(text, *span):
        name = Kind.HEADLINE if kind is Kind.HEADLINE else Kind.CROSSHEAD
        return name.value, [Span(*marked.span())]
    if kind is Kind.BODY and (entry := _ENTRY.match(text, *span)):
        return "entry", [Span(*entry.span())]
    return kind.value, []


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

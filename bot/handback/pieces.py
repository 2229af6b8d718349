"""Cuts a paragraph where a mark, a link or a speaker begins or ends: into what is drawn alike."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Generic, NamedTuple, Protocol, TypeVar
from urllib.parse import urlsplit

from bot.handback.marked import Comment
from bot.handback.speaking import Stretch, Who
from rules import Level, Span
from rules.comments import comments as asides

_LINK = re.compile(
    r"\[(?=\S)(?P<words>[^\[\]\n]{1,400})"
    r"\]\((?P<to>https?://(?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,2000})\)"
    r"|(?P<bare>https?://[^\s()<>\"“”\[\]]{1,2000}[^\s()<>\"“”\[\].,;:!?'’])"
)
_LONGEST_HOST = 40
_MOST_LED = 500_000  # characters of addresses, which each piece of a link repeats
_MOST_ASIDES = 5000  # that are drawn as what they are
MOST_NUMBERS = 40  # that a piece carries


class Ref(NamedTuple):
    """A number that stands behind the words it is about; ``nth`` counts a flag's places."""

    comment: Comment
    nth: int


class Place(NamedTuple):
    """Where one of a comment's passages stands."""

    start: int
    end: int
    comment: Comment
    nth: int

    @property
    def key(self) -> tuple[int, int]:
        """What no other place of the draft has."""
        return self.comment.number, self.nth


class Link(NamedTuple):
    """Words that lead to ``to``; ``host`` says where, unless the words are the address."""

    start: int
    end: int
    to: str
    host: str


class Piece(NamedTuple):
    """Words that are drawn in one way; ``refs`` are the numbers behind them."""

    words: str
    comments: tuple[Comment, ...] = ()
    refs: tuple[Ref, ...] = ()
    to: str = ""
    host: str = ""
    aside: bool = False  # a mark for the rules, no copy

    @property
    def look(self) -> str:
        """The hardest level that is not settled here, or that all of it is."""
        waiting = [one.level for one in self.comments if not one.is_settled]
        level = min(waiting or [one.level for one in self.comments], key=_rank)
        return level.value if waiting else f"{level.value} settled"


class Voiced(NamedTuple):
    """Pieces that the same people speak for, or nobody that we know."""

    who: tuple[Who, ...]
    pieces: tuple[Piece, ...]


class _Stretched(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_T = TypeVar("_T", bound=_Stretched)


def links(text: str) -> Iterator[Link]:
    """Every ``[words](address)`` and bare address, http and https alone."""
    for match in _LINK.finditer(text) if "://" in text else ():
        if match["to"]:
            yield Link(*match.span("words"), match["to"], _host(match["to"]))
        else:
            yield Link(*match.span(), match["bare"], "")


class Cut:
    """Cuts the paragraphs of one draft, in order."""

    def __init__(self, text: str, links: Sequence[Link], stretches: Sequence[Stretch]) -> None:
        self._text = text
        self._links = _Row(links)
        self._room = _MOST_LED
        self._stretches = _Row(stretches)
        self._asides = _Row([mark.span for mark in asides(text)[:_MOST_ASIDES]])

    def voiced(
        self, span: Span, hidden: Sequence[Span], places: Sequence[Place], new: Sequence[Place]
    ) -> Iterator[Voiced]:
        """The words of ``span`` but the ``hidden``, those of each place marked.

        ``places`` are in order; behind the ``new`` ones stands their number.
        """
        pieces = list(self._pieces(span, _Row(hidden), places))
        behind: dict[int, list[Ref]] = {}
        ends = {place.key: n for n, (_, _, here) in enumerate(pieces) for place in here}
        for place in new:
            behind.setdefault(ends[place.key], []).append(Ref(place.comment, place.nth))
        whole = (
            (stretch, piece._replace(refs=tuple(behind.get(n, ()))))
            for n, (stretch, piece, _) in enumerate(pieces)
        )
        for stretch, some in groupby(whole, key=lambda pair: pair[0]):
            yield Voiced(stretch.who if stretch else (), tuple(piece for _, piece in some))

    def _pieces(
        self, span: Span, hidden: "_Row[Span]", places: Sequence[Place]
    ) -> Iterator[tuple[Stretch | None, Piece, tuple[Place, ...]]]:
        edges = self._edges(span, hidden, places)
        here: tuple[Place, ...] = ()
        begun = 0
        for start, end in pairwise(edges):
            first = begun
            while begun < len(places) and places[begun].start <= start:
                begun += 1
            here = tuple(p for p in (*here, *places[first:begun]) if p.end > start)
            if hidden.at(start):
                continue
            link = self._links.at(start)
            piece = Piece(
                self._text[start:end],
                tuple({p.comment.number: p.comment for p in here[:MOST_NUMBERS]}.values()),
                to=self._led(link) if link else "",
                host=link.host if link and link.end == end else "",
                aside=self._asides.at(start) is not None,
            )
            yield self._stretches.at(start), piece, here

    def _led(self, link: Link) -> str:
        """Where a piece leads; nowhere when there are too many."""
        self._room -= len(link.to)
        return link.to if self._room >= 0 else ""

    def _edges(self, span: Span, hidden: "_Row[Span]", places: Sequence[Place]) -> list[int]:
        found = {*span}
        rows = (self._links, self._stretches, self._asides, hidden)
        found.update(edge for row in rows for edge in row.edges(span))
        found.update(edge for place in places for edge in (place.start, place.end))
        return sorted(edge for edge in found if span.start <= edge <= span.end)


class _Row(Generic[_T]):
    """Stretches in order that do not overlap."""

    def __init__(self, row: Sequence[_T]) -> None:
        self._row = row
        self._starts = [each.start for each in row]

    def at(self, place: int) -> _T | None:
        """The one that holds ``place``, if there is one."""
        n = bisect_right(self._starts, place) - 1
        return self._row[n] if n >= 0 and place < self._row[n].end else None

    def edges(self, span: Span) -> Iterator[int]:
        """Where those that reach into ``span`` begin and end."""
        n = max(0, bisect_right(self._starts, span.start) - 1)
        while n < len(self._row) and self._row[n].start < span.end:
            yield self._row[n].start
            yield self._row[n].end
            n += 1


def _rank(level: Level) -> int:
    return level.rank


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or address
    except ValueError:
        host = address
    host = host.removeprefix("www.")
    return host if len(host) <= _LONGEST_HOST else host[: _LONGEST_HOST - 1] + "…"

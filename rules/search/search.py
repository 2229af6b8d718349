r"""Searches a page for the terms of a rule, as its plan says.

The result is what ``\b(?:term1|term2|…)\\b`` would find from left to right: where several terms
match at one place the first of them counts, and what a match covers is not searched again.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count
from math import inf
from typing import NamedTuple

import regex

from rules.model import Span
from rules.search.page import Page
from rules.search.patience import Patience
from rules.search.plan import Plan
from rules.search.scan import Literal, Place, Seeker
from rules.text.fold import fold


class Match(NamedTuple):
    """A term on the page: code points, end exclusive; ``n`` is the number of the term."""

    start: int
    end: int
    n: int


class Block(NamedTuple):
    """A stretch of the page, and the matches in it."""

    span: Span
    matches: Iterator[Match]


class _Word(NamedTuple):
    """A spelled string where it stands; ``preference`` tells which goes first at one place."""

    start: int
    preference: int
    end: int
    n: int


class _Found(NamedTuple):
    words: list[_Word]
    patterns: set[int]


class Search(Seeker):
    """The terms of one rule, ready to be looked for."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def literals(self) -> Sequence[Literal]:
        """The spelled strings, then what each pattern needs."""
        edges = self.plan.edges
        words = [Literal(fold(string), edges, edges) for string, _ in self.plan.spelled]
        return words + [Literal(fold(gate), False, False) for gate, _ in self._gates]

    def matches(self, page: Page, scopes: tuple[str, ...]) -> Iterator[Match]:
        """Every match in the blocks of those scopes, in reading order."""
        for block in self.blocks(page, scopes):
            yield from block.matches

    def blocks(
        self,
        page: Page,
        scopes: tuple[str, ...],
        *,
        every: bool = False,
        whole: bool = False,
        times: int = 1,
    ) -> Iterator[Block]:
        """The blocks that can hold so many matches, or ``every`` one; ``whole``: none cut."""
        if not every and self.is_idle(page):
            return
        spans = page.blocks(scopes, whole=whole)
        view = self.viewed(page)
        found = self._by_block(page.seen.of(self), view, spans)
        least = 0 if every else self._least * times
        for number in range(len(spans)) if self._everywhere or every else sorted(found):
            span = spans[number]
            if span.end - span.start >= least:
                yield Block(span, self._within(page, view, span, found.get(number)))

    def is_idle(self, page: Page) -> bool:
        """Tell quickly that nothing on the page can match."""
        return not (self._everywhere or page.seen.of(self))

    def _within(self, page: Page, view: str, span: Span, found: _Found | None) -> Iterator[Match]:
        """The matches in one block, where words and what patterns need were ``found``."""
        tried = self._everywhere if found is None else sorted({*found.patterns, *self._everywhere})
        piece = view[span.start : span.end] if tried else ""
        streams = [_Stream(self._pattern(k), page.patience, piece, span.start) for k in tried]
        if len(streams) == 1 and not (found and found.words):
            return streams[0].all()
        return _merged(found.words if found else [], streams, span.start)

    def viewed(self, page: Page) -> str:
        """The page as these terms see it."""
        if self.plan.view == "folded":
            return page.folded
        return page.lowered if self.plan.view == "lowered" else page.source

    def _by_block(
        self, places: Sequence[Place], string: str, spans: Sequence[Span]
    ) -> dict[int, _Found]:
        """By number of the block: the words that do stand there, the patterns to be tried."""
        found: dict[int, _Found] = {}
        spelled = self.plan.spelled
        here, low, high = _Found([], set()), -1, -1
        for n, start, end in places:
            if n < len(spelled) and string[start:end] != spelled[n][0]:
                continue
            if start < low or end > high:
                number = bisect_right(spans, (start, inf)) - 1
                if number < 0 or end > spans[number].end:
                    continue
                low, high = spans[number]
                here = found.setdefault(number, _Found([], set()))
            if n < len(spelled):
                here.words.append(_Word(start, n, end, spelled[n][1]))
            else:
                here.patterns.add(self._gates[n - len(spelled)][1])
        return found

    @cached_property
    def _gates(self) -> list[tuple[str, int]]:
        """What the patterns need, each with the number of its pattern."""
        return [(gate, k) for k, p in enumerate(self.plan.patterns) for gate in p.gates or ()]

    def compiled(self) -> None:
        """Compile every pattern now; regex.error where one cannot be."""
        for k in range(len(self.plan.patterns)):
            self._pattern(k)

    @cached_property
    def only(self) -> "regex.Pattern[str] | None":
        """The one pattern that is all there is, if it has no groups."""
        is_one = len(self.plan.patterns) == 1 and not self.plan.spelled
        pattern = self._pattern(0)[1] if is_one else None
        return pattern if pattern is not None and not pattern.groups else None

    @cached_property
    def _everywhere(self) -> tuple[int, ...]:
        """The patterns that are tried in every block."""
        return tuple(k for k, p in enumerate(self.plan.patterns) if p.gates is None)

    @cached_property
    def _least(self) -> int:
        """How many characters the shortest match has, or more may have."""
        spelled = (len(string) for string, _ in self.plan.spelled)
        return min((*spelled, *(p.least for p in self.plan.patterns)), default=0)

    def _pattern(self, k: int) -> "tuple[int | None, regex.Pattern[str]]":
        """The ``k``th pattern with the number of its term; compiled when it is first tried."""
        found = self._patterns.get(k)
        if found is None:
            flags = regex.MULTILINE if self.plan.by_line else 0
            flags |= regex.IGNORECASE if self.plan.ignorecase else 0
            said = self.plan.patterns[k]
            found = self._patterns[k] = said.n, regex.compile(said.expression, flags)
        return found

    @cached_property
    def _patterns(self) -> "dict[int, tuple[int | None, regex.Pattern[str]]]":
        return {}


class _Stream:
    """The matches of one pattern in one block, one at a time."""

    __slots__ = ("_base", "_found", "_is_over", "_n", "_patience", "_pattern", "_piece")

    def __init__(
        self,
        pattern: "tuple[int | None, regex.Pattern[str]]",
        patience: Patience,
        piece: str,
        base: int,
    ) -> None:
        self._n, self._pattern = pattern
        self._patience, self._piece, self._base = patience, piece, base
        self._found = Match(-1, -1, -1)
        self._is_over = False

    def all(self) -> Iterator[Match]:
        """Every match from left to right, empty ones left out."""
        for match in self._patience.every(self._pattern, self._piece):
            start, end = match.span()
            if end > start:
                n = _number(match) if self._n is None else self._n
                yield Match(start + self._base, end + self._base, n)

    def after(self, at: int) -> Match | None:
        """The first match that begins at ``at`` or later."""
        if self._found.start < at and not self._is_over:
            base, piece = self._base, self._piece
            match = None
            if at - base <= len(piece):
                match = self._patience.search(self._pattern, piece, at - base, len(piece))
            if match is None:
                self._is_over = True
            else:
                n = _number(match) if self._n is None else self._n
                self._found = Match(match.start() + base, match.end() + base, n)
        return None if self._is_over else self._found


def _number(match: "regex.Match[str]") -> int:
    """The number of the term that matched, whatever groups the terms hold themselves."""
    return next(n for n in count() if match.start(f"_{n}") >= 0)


def _merged(words: list[_Word], streams: list[_Stream], at: int) -> Iterator[Match]:
    """What the terms find together: the leftmost match, of those the first term's."""
    words.sort(key=lambda word: (word.start, word.n, word.preference))
    k = 0
    while True:
        while k < len(words) and words[k].start < at:
            k += 1
        best = Match(words[k].start, words[k].end, words[k].n) if k < len(words) else None
        for stream in streams:
            found = stream.after(at)
            if found and (best is None or (found.start, found.n) < (best.start, best.n)):
                best = found
        if best is None:
            return
        if best.end > best.start:
            yield best
        at = max(best.end, best.start + 1)

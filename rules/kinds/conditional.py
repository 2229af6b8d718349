"""If the one, then also the other: `extends: conditional`."""

from collections.abc import Iterator
from functools import cached_property

import regex

from rules.model import Hit, Span
from rules.search.page import Page
from rules.search.search import Block, Match, Search
from rules.words.message import say
from rules.words.patterns import Pattern
from rules.words.sparing import Sparing


class Conditional(Sparing):
    """Flags what ``first`` finds, unless ``second`` goes with it.

    Where ``second`` catches something in a group (WHO in "World Health Organization (WHO)"),
    only that is spared, from there to the end; otherwise all that is in the same block.
    """

    first: Pattern
    second: Pattern
    ignorecase: bool = False  # Vale reads it and does not heed it; neither do we

    def searches(self) -> Iterator[Search]:
        """What calls for something, and what it calls for."""
        yield self.search("first", [self.first])
        yield self.search("second", [self.second])

    def found(self, page: Page) -> Iterator[Hit]:
        """Each match of ``first`` that nothing spares."""
        first, second = self.sought
        blocks = first.blocks(page, self.scope, whole=True)
        asked = {block.span: found for block in blocks if (found := list(block.matches))}
        given = iter(second.blocks(page, self.scope, whole=True) if asked else ())
        defined: set[str] = set()
        ahead = next(given, None)
        for span, matches in asked.items():
            is_met = False
            while ahead is not None and ahead.span <= span:
                if self._catches:
                    defined |= self._caught(page, ahead)
                elif ahead.span == span:
                    is_met = next(ahead.matches, None) is not None
                ahead = next(given, None)
            if not is_met:
                yield from self._missing(page, matches, defined)

    def _missing(self, page: Page, matches: list[Match], defined: set[str]) -> Iterator[Hit]:
        for match in matches:
            span, words = Span(match.start, match.end), page.source[match.start : match.end]
            if words not in defined and not self.lets_stand(page, span):
                note = say(self.message, words)
                yield Hit(*span, note, words, because=self.because(page, span))

    def _caught(self, page: Page, block: Block) -> set[str]:
        """What the groups of ``second`` hold in the block."""
        found: set[str] = set()
        piece = page.source[block.span.start : block.span.end]
        for match in block.matches:
            start = match.start - block.span.start
            caught = page.patience.search(self._second, piece, start, len(piece))
            found |= {group for group in (caught.groups() if caught else ()) if group}
        return found

    @cached_property
    def _second(self) -> "regex.Pattern[str]":
        return regex.compile(self.second)

    @property
    def _catches(self) -> bool:
        return self._second.groups > 0


KIND = Conditional

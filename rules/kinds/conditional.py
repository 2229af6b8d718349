"""If the one, then also the other: `extends: conditional`."""

from collections.abc import Iterator
from functools import cached_property

import regex

from rules.message import say
from rules.model import Hit, Span
from rules.page import Page
from rules.patterns import Pattern
from rules.search import Block, Search
from rules.sparing import Sparing


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
        if not page.seen.of(first) and not first.is_everywhere:
            return
        defined: set[str] = set()
        blocks = zip(
            first.blocks(page, self.scope, every=True, whole=True),
            second.blocks(page, self.scope, every=True, whole=True),
            strict=True,
        )
        for asked, given in blocks:
            if self._catches:
                defined |= self._caught(page, given)
            elif next(given.matches, None) is not None:
                continue
            yield from self._missing(page, asked, defined)

    def _missing(self, page: Page, block: Block, defined: set[str]) -> Iterator[Hit]:
        for match in block.matches:
            span, words = Span(match.start, match.end), page.source[match.start : match.end]
            if words not in defined and not self.lets_stand(page, span):
                note = say(self.message, words)
                yield Hit(*span, note, words, because=self.because(page, span))

    def _caught(self, page: Page, block: Block) -> set[str]:
        """What the groups of ``second`` hold in the block."""
        found: set[str] = set()
        for match in block.matches:
            caught = page.patience.search(self._second, page.source, match.start, block.span.end)
            found |= {group for group in (caught.groups() if caught else ()) if group}
        return found

    @cached_property
    def _second(self) -> "regex.Pattern[str]":
        return regex.compile(self.second)

    @property
    def _catches(self) -> bool:
        return self._second.groups > 0


KIND = Conditional

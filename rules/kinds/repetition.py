"""The same word twice: `extends: repetition`."""

from collections.abc import Iterator
from itertools import islice
from operator import eq
from typing import Annotated

from pydantic import Field

from rules.model import Hit, Span
from rules.search.page import Page
from rules.search.search import Match, Search
from rules.text.sentences import sentence_spans
from rules.words.message import say
from rules.words.patterns import Pattern
from rules.words.sparing import Sparing
from rules.words.words import MOST


class Repetition(Sparing):
    """Flags a match of ``tokens`` that is like the one before it, the ``max``+1st time.

    What stands between the two does not matter, but the end of a sentence.
    """

    tokens: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    max: int = Field(0, ge=0, le=MOST)
    ignorecase: bool = False
    alpha: bool = False
    action: object = None  # Vale: how to mend it; nothing is mended here

    def searches(self) -> Iterator[Search]:
        """The tokens, wherever they stand."""
        yield self.search("tokens", self.tokens, ignorecase=self.ignorecase)

    def found(self, page: Page) -> Iterator[Hit]:
        """Each pair of like neighbours in a block."""
        for search in self.sought:
            view = search.viewed(page)
            for block in search.blocks(page, self.scope):
                if self._may_repeat(search, page, view, block.span):
                    yield from self._pairs(page, view, block.matches)

    def _may_repeat(self, search: Search, page: Page, view: str, span: Span) -> bool:
        """Tell quickly, where it can be told, that no two neighbours are alike: most blocks."""
        pattern = search.only
        if pattern is None:
            return True
        found = page.patience.words(pattern, view[span.start : span.end])
        words = [word.strip() for word in found]
        return any(map(eq, words, islice(words, 1, None)))

    def _pairs(self, page: Page, view: str, matches: Iterator[Match]) -> Iterator[Hit]:
        count, last, before = 0, "", 0
        for start, end, _ in matches:
            word = view[start:end].strip()
            if word == last and self._counts(word):
                count += 1
                span = Span(before, end)
                if count > self.max and self._is_hit(page, span):
                    count = 0
                    said = say(self.message, page.source[start:end].strip())
                    yield Hit(*span, said, because=self.because(page, span))
            last, before = word, start

    def _counts(self, word: str) -> bool:
        return bool(word) and (not self.alpha or word.isalpha())

    def _is_hit(self, page: Page, span: Span) -> bool:
        pair = page.source[span.start : span.end]
        if len(sentence_spans(pair, Span(0, len(pair)), ())) != 1:
            return False
        return not self.lets_stand(page, span)


KIND = Repetition

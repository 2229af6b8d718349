"""One spelling or the other, not both: `extends: consistency`."""

from collections.abc import Iterator

from pydantic import ValidationInfo, field_validator

from rules.model import Hit
from rules.search.page import Page
from rules.search.search import Match, Search
from rules.words.message import say
from rules.words.patterns import tried
from rules.words.words import Words


class Consistency(Words):
    """Flags a draft that holds both sides of a pair of ``either``, where the second is met.

    In each block from there on it is said once, of the word that comes last, where that is first.
    """

    either: dict[str, str]
    ignorecase: bool = False
    nonword: bool = False

    @field_validator("either")
    @classmethod
    def _patterns(cls, either: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        if not either:
            raise ValueError("has no words in it")
        tried((*either, *either.values()), info)
        return either

    def searches(self) -> Iterator[Search]:
        """A search for each pair."""
        for n, pair in enumerate(self.either.items()):
            edges, ignore = not self.nonword, self.ignorecase
            yield self.search(f"pair {n}", pair, edges=edges, ignorecase=ignore, by_line=True)

    def found(self, page: Page) -> Iterator[Hit]:
        """Once both sides were met: one word of each block that has one."""
        for search in self.sought:
            met: set[int] = set()
            for block in search.blocks(page, self.scope):
                first: dict[str, Match] = {}
                words = ""
                for match in block.matches:
                    met.add(match.n)
                    words = page.source[match.start : match.end]
                    first.setdefault(words, match)
                if words and len(met) == 2:
                    yield Hit(first[words].start, first[words].end, say(self.message, words))


KIND = Consistency

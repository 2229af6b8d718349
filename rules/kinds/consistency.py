"""One spelling or the other, not both: `extends: consistency`."""

from collections.abc import Iterator

from pydantic import ValidationInfo, field_validator

from rules.message import say
from rules.model import Hit
from rules.page import Page
from rules.patterns import tried
from rules.search import Match, Search
from rules.words import Words


class Consistency(Words):
    """Flags a draft that holds both sides of a pair of ``either``, where the second is met."""

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
        """Once both sides were met: the last match of each block that has one."""
        for search in self.sought:
            met: set[int] = set()
            for block in search.blocks(page, self.scope):
                last: Match | None = None
                for last in block.matches:
                    met.add(last.n)
                if last is not None and len(met) == 2:
                    words = page.source[last.start : last.end]
                    yield Hit(last.start, last.end, say(self.message, words))


KIND = Consistency

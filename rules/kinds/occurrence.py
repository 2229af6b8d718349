"""Too much or too little of one thing: `extends: occurrence`."""

from collections.abc import Iterator

from pydantic import Field, model_validator

from rules.model import Hit
from rules.search.page import Page
from rules.search.search import Search
from rules.words.message import say
from rules.words.patterns import Pattern
from rules.words.words import MOST, Words

_CODE = "*@"  # what stands for code in a page of Markdown


class Occurrence(Words):
    """Flags a block in which ``token`` stands more than ``max`` or fewer than ``min`` times."""

    token: Pattern
    max: int = Field(0, ge=0, le=MOST)
    min: int = Field(0, ge=0, le=MOST)
    ignorecase: bool = False

    @model_validator(mode="after")
    def _bounded(self) -> "Occurrence":
        if not self.max and not self.min:
            raise ValueError("max: give max or min")
        return self

    def searches(self) -> Iterator[Search]:
        """The token, wherever it stands."""
        yield self.search("token", [self.token], ignorecase=self.ignorecase)

    def is_idle(self, page: Page) -> bool:
        """Where too few are a fault, none is one too."""
        return not self.min and super().is_idle(page)

    def found(self, page: Page) -> Iterator[Hit]:
        """One hit a block: on its first match, or at the head of the page if there is none."""
        for search in self.sought:
            often = self.max + 1
            for block in search.blocks(
                page, self.scope, every=self.min > 0, whole=True, times=often
            ):
                spans = [(match.start, match.end) for match in block.matches]
                if not (0 < self.max < len(spans) or len(spans) < self.min):
                    continue
                shown = [s for s in spans if page.source[slice(*s)].strip().strip(_CODE)]
                if spans and not shown:
                    continue
                start = block.span.start
                if shown:
                    first = shown[0]
                else:  # to Vale, what is missing is missing from the file
                    first = (start, start if self._is_foreign else min(start + 1, block.span.end))
                yield Hit(*first, say(self.message, len(spans)))


KIND = Occurrence

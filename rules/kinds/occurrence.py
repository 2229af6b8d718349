"""Too much or too little of one thing: `extends: occurrence`."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

import regex
from pydantic import AfterValidator, Field, model_validator

from rules.message import say
from rules.model import Hit
from rules.text.model import Text
from rules.words import Words, compiles, pattern


class Occurrence(Words):
    """Flags a block in which ``token`` stands more than ``max`` or fewer than ``min`` times."""

    token: Annotated[str, AfterValidator(compiles)]
    max: int = Field(0, ge=0)
    min: int = Field(0, ge=0)
    ignorecase: bool = False

    @model_validator(mode="after")
    def _bounded(self) -> "Occurrence":
        if not self.max and not self.min:
            raise ValueError("max: give max or min")
        return self

    def found(self, text: Text) -> Iterator[Hit]:
        """One hit a block, on the first match, or on the block's first word if there is none."""
        compiled, folded = self._pattern
        view = text.folded if folded else text.source
        for block in self.blocks(text):
            spans = [m.span() for m in compiled.finditer(view, block.start, block.end)]
            if not (0 < self.max < len(spans) or len(spans) < self.min):
                continue
            start, end = spans[0] if spans else (block.start, block.start)
            end = max(end, min(start + 1, block.end))
            yield Hit(start, end, say(self.message, len(spans)))

    @cached_property
    def _pattern(self) -> tuple[regex.Pattern[str], bool]:
        return pattern(self.token, self.ignorecase)


KIND = Occurrence

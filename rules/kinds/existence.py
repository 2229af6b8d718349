"""Words that should not be there: `extends: existence`."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

import regex
from pydantic import AfterValidator, model_validator

from rules.message import say
from rules.model import Hit, Span
from rules.terms import Terms, longest_first
from rules.text.model import Text
from rules.words import compiles, pattern

Pattern = Annotated[str, AfterValidator(compiles)]


class Existence(Terms):
    """Flags each of ``tokens`` as a whole word, and ``raw``, which is one pattern in pieces."""

    tokens: tuple[Pattern, ...] = ()
    raw: tuple[str, ...] = ()
    append: bool = False

    @model_validator(mode="after")
    def _something(self) -> "Existence":
        if not self.tokens and not self.raw:
            raise ValueError("tokens: missing")
        compiles("".join(self.raw))
        return self

    def terms(self) -> tuple[str, ...]:
        return self.tokens

    def found(self, text: Text) -> Iterator[Hit]:
        """Every place where one of the terms stands."""
        for match in self.matches(text, *self._pattern):
            span = Span(*match.span())
            hit = self._hit(text, span) if span.start < span.end else None
            if hit is not None and not self.is_excepted(text, span):
                yield hit

    def _hit(self, text: Text, span: Span) -> Hit | None:
        words = text.quote(span)
        form = self.by_form.get(text.folded[span.start : span.end])
        if form and self.is_noun(text, span.start, form):
            return None
        fixes = self.action.params if self.action and self.action.name == "replace" else ()
        lemma = form.term if form else text.folded[span.start : span.end]
        return Hit(*span, say(self.message, words, *fixes[:1]), lemma, fixes)

    @cached_property
    def _pattern(self) -> tuple[regex.Pattern[str], bool]:
        terms = self.tokens
        if self.forms:
            terms = tuple(regex.escape(form) for form in longest_first(self.by_form))
        edge = "" if self.nonword else r"\b"
        words = f"{edge}(?:{'|'.join(terms)}){edge}" if terms else ""
        raw = "".join(self.raw)
        return pattern(words + raw if self.append else raw + words, self.ignorecase)


KIND = Existence

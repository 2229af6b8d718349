"""Words that should not be there: `extends: existence`."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from pydantic import ValidationInfo, model_validator

from rules.model import Hit, Span
from rules.search.page import Page
from rules.search.search import Match, Search
from rules.words.actions import recased, sentence
from rules.words.message import say
from rules.words.patterns import Pattern, tried
from rules.words.terms import Terms


class Existence(Terms):
    """Flags each of ``tokens`` as a whole word, and ``raw``, which is one pattern in pieces."""

    tokens: tuple[Pattern, ...] = ()
    raw: tuple[str, ...] = ()
    append: bool = False

    @model_validator(mode="after")
    def _something(self, info: ValidationInfo) -> "Existence":
        tried(["".join(self.raw)], info)
        if not self.raw and not any(t.strip() for t in self.tokens):
            raise ValueError("tokens: missing")
        return self

    @property
    def is_of_words(self) -> bool:
        """Vale: an accepted word says nothing of the marks around it."""
        return not self.nonword

    @property
    def fills(self) -> int:
        """What was found, and with an action what to write instead."""
        return 2 if self.action.name else 1

    def terms(self) -> tuple[str, ...]:
        return self.tokens

    def searches(self) -> Iterator[Search]:
        """The forms of its words; or the tokens, or one pattern where ``raw`` is said too."""
        if self.forms:
            yield self.inflected()
            return
        tokens = self._tokens
        if not self.raw:
            edges, ignore = not self.nonword, self.ignorecase
            yield self.search("terms", tokens, edges=edges, ignorecase=ignore, by_line=True)
            return
        edge = "" if self.nonword or not self.tokens else r"\b"
        words = f"{edge}(?:{'|'.join(tokens)}){edge}"
        raw = "".join(self.raw)
        whole = words + raw if self.append else raw + words
        yield self.search("terms", [whole], ignorecase=self.ignorecase, by_line=True)

    def found(self, page: Page) -> Iterator[Hit]:
        """Every place where one of the terms stands."""
        for search in self.sought:
            for match in search.matches(page, self.scope):
                span = Span(match.start, match.end)
                hit = self._hit(page, match)
                if hit is not None and not self.lets_stand(page, span):
                    because = self.because(page, span)
                    yield replace(hit, because=because) if because else hit

    def _hit(self, page: Page, match: Match) -> Hit | None:
        words, seen = page.source[match.start : match.end], page.folded[match.start : match.end]
        form = self.by_form.get(seen) if self.forms else None
        if form and self.is_noun(page, match.start, form):
            return None
        fixes = self.action.fixed(words, page.patience.replaced)
        if self.matchcase and self.action.name == "replace":
            fixes = tuple(recased(fix, words) for fix in fixes)
        said = fixes if len(fixes) < 2 else (sentence(fixes),)
        lemma = form.term if form else seen
        term = lemma if form or self.raw else self._tokens[match.n].lower()
        suggestions = tuple(fix for fix in fixes if fix)
        message = say(self.message, words, *(said or (words,) if self.action.name else ()))
        return Hit(match.start, match.end, message, lemma, suggestions, term=term)

    @cached_property
    def _tokens(self) -> list[str]:
        """Those that are searched for."""
        return [token for token in self.tokens if token.strip()]


KIND = Existence

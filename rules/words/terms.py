"""What existence and substitution share: terms, their forms, and what they let stand."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

import regex
from pydantic import field_validator, model_validator

from rules.model import Hit
from rules.search.page import Page
from rules.search.plan import spelled
from rules.search.search import Search
from rules.words.actions import Action
from rules.words.forms import Forms, inflect
from rules.words.names import is_name
from rules.words.nouns import is_before_noun, is_before_verb
from rules.words.sparing import Sparing

_end = attrgetter("end")
_PLAIN = regex.compile(r"[\w' -]+")
_BASE = frozenset({"VB", "VBP", "NN"})
_FINITE = _BASE | {"VBZ", "NNS"}


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a term, with the tags that it may have."""

    term: str
    tags: frozenset[str]


class Terms(Sparing):
    """A rule that looks for terms: patterns, or plain words that are inflected."""

    ignorecase: bool = False
    nonword: bool = False
    forms: Forms | None = None
    action: Action = Action()

    @field_validator("action")
    @classmethod
    def _doable(cls, action: Action) -> Action:
        if not action.is_doable:
            raise ValueError("cannot be done: its pattern is broken, or has no such group")
        return action

    @field_validator("forms", mode="before")
    @classmethod
    def _as_forms(cls, said: Any) -> Any:
        return {"true": "any", "false": None, True: "any", False: None}.get(said, said)

    @model_validator(mode="after")
    def _forms_of_words(self) -> "Terms":
        if self.forms and not self.ignorecase:
            raise ValueError("forms: needs ignorecase: true beside it")
        for term in self.terms() if self.forms else ():
            if not _PLAIN.fullmatch(term):
                raise ValueError(f"forms: inflects plain words only, not {term!r}")
        known = {term.lower() for term in self.terms()}
        for term in (term for unless in self.unless for term in unless.of):
            if term.lower() not in known:
                raise ValueError(f"unless: of names {term!r}, which is not a term of this rule")
        return self

    def terms(self) -> Iterable[str]:
        """The terms as written in the file."""
        raise NotImplementedError

    @cached_property
    def table(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The forms of each term by tag."""
        return inflect(self.terms(), self.forms) if self.forms else {}

    @cached_property
    def by_form(self) -> Mapping[str, Form]:
        """From a form, folded, to its term."""
        found: dict[str, Form] = {}
        for term in self.table:
            for tag, spellings in self.table[term].items():
                for spelling in (s.lower() for s in spellings):
                    known = found.get(spelling, Form(term.lower(), frozenset()))
                    found[spelling] = Form(known.term, known.tags | {tag})
        return found

    def inflected(self) -> Search:
        """The search for every form of every term: the longest first."""
        if "terms" not in self._searches:
            if "terms" not in self._plans:
                forms = longest_first(self.by_form)
                self._plans["terms"] = spelled([(form, n) for n, form in enumerate(forms)])
            self._searches["terms"] = Search(self._plans["terms"])
        return self._searches["terms"]

    def is_noun(self, page: Page, start: int, form: Form) -> bool:
        """Tell a noun that looks like the verb: "the blast", "her boast", "a grand slam".

        A bare form is a verb only after to, a modal, a pronoun or a plural: "unions slam".
        """
        if self.forms != "verb" or not form.tags <= _FINITE:
            return False
        sentence = page.text.sentence_at(start)
        at = bisect_right(sentence.tokens, start, key=_end) if sentence else 0
        last = sentence.tokens[at - 1].folded if sentence and at else ""
        if is_before_noun(last):
            return True
        return form.tags <= _BASE and not is_before_verb(last)

    def is_right(self, page: Page, hit: Hit) -> bool:
        """Beside what Words knows: with ``forms``, somebody's name, as in "Miriam Stokes"."""
        if super().is_right(page, hit):
            return True
        if not self.forms:
            return False
        form = self.by_form.get(page.folded[hit.start : hit.end])
        return form is not None and is_name(page.text, hit, is_verb=self.forms == "verb")


def longest_first(terms: Iterable[str]) -> list[str]:
    """So that "terrorist network" is found before "terrorist"."""
    return sorted(terms, key=lambda term: (-len(term), term))

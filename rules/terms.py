"""What existence and substitution share: terms, their forms, and Vale's exceptions."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import regex
from pydantic import BaseModel, ConfigDict, field_validator, model_validator

from rules.forms import Forms, inflect
from rules.model import Hit, Span
from rules.names import is_name
from rules.notation import INDEXED
from rules.nouns import is_before_noun, is_before_verb
from rules.text.model import Text
from rules.words import Words

_PLAIN = regex.compile(r"[\w' -]+")
_BASE = frozenset({"VB", "VBP", "NN"})
_FINITE = _BASE | {"VBZ", "NNS"}


class Action(BaseModel):
    """Vale's fix: only replacing by given words is read today."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Literal["replace", "remove", "suggest"]
    params: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a term, with the tags that it may have."""

    term: str
    tags: frozenset[str]


class Terms(Words):
    """A rule that looks for terms: patterns, or plain words that are inflected."""

    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True
    exceptions: tuple[str, ...] = ()
    forms: Forms | None = None
    action: Action | None = None

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
            if term not in known:
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

    def is_noun(self, text: Text, start: int, form: Form) -> bool:
        """Tell a noun that looks like the verb: "the blast", "her boast", "a grand slam".

        A bare form is a verb only after to, a modal, a pronoun or a plural: "unions slam".
        """
        if self.forms != "verb" or not form.tags <= _FINITE:
            return False
        sentence = text.sentence_at(start)
        words = [t.folded for t in sentence.tokens if t.end <= start] if sentence else []
        last = words[-1] if words else ""
        if is_before_noun(last):
            return True
        return form.tags <= _BASE and not is_before_verb(last)

    def is_right(self, text: Text, hit: Hit) -> bool:
        """Beside what Words knows: with ``forms``, somebody's name, as in "Miriam Stokes"."""
        if super().is_right(text, hit):
            return True
        form = self.by_form.get(text.folded[hit.start : hit.end])
        return form is not None and is_name(text, hit, is_verb=self.forms == "verb")

    def is_excepted(self, text: Text, span: Span) -> bool:
        """Vale's exceptions: inside the match, or a longer phrase around it."""
        matched = text.quote(span).strip()
        return any(one.search(matched) for one in self._inside) or any(
            m.start() <= span.start and span.end <= m.end()
            for one in self._around
            for m in one.finditer(text.source, max(0, span.start - 80), span.end + 80)
        )

    def matches(
        self, text: Text, compiled: regex.Pattern[str], folded: bool
    ) -> Iterator[regex.Match[str]]:
        """Every match in the stretches, in the view that the pattern was made for."""
        view = text.folded if folded else text.source
        for block in self.stretches(text):
            yield from compiled.finditer(view, block.start, block.end)

    def stretches(self, text: Text) -> Iterator[Span]:
        """The blocks that can hold a term: with ``forms``, those with a word of one."""
        if not self.forms or self.nonword:
            yield from self.blocks(text)
            return
        places = {
            text.sentences[n].span.start
            for word in self._first_words & text.by_word.keys()
            for n in text.by_word[word]
        }
        starts = sorted(places)
        for block in self.blocks(text):
            i = bisect_left(starts, block.start)
            if i < len(starts) and starts[i] < block.end:
                yield block

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(INDEXED.findall(form)[0] for form in self.by_form)

    @cached_property
    def _inside(self) -> list[regex.Pattern[str]]:
        return [regex.compile(rf"\b(?:{exception})\b") for exception in self.exceptions]

    @cached_property
    def _around(self) -> list[regex.Pattern[str]]:
        several = [exception for exception in self.exceptions if " " in exception]
        return [regex.compile(exception, regex.IGNORECASE) for exception in several]


def longest_first(terms: Iterable[str]) -> list[str]:
    """So that "terrorist network" is found before "terrorist"."""
    return sorted(terms, key=lambda term: (-len(term), term))

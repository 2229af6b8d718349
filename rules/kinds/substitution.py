"""One word for another: `extends: substitution`."""

from collections.abc import Iterator
from functools import cached_property

import regex
from pydantic import field_validator

from rules.forms import inflect
from rules.message import say
from rules.model import Hit, Span
from rules.terms import Terms, longest_first
from rules.text.model import Text
from rules.words import compiles, pattern

_GROUP = regex.compile(r"(?<!\\)\((?!\?)")


class Substitution(Terms):
    """Flags each key of ``swap`` and suggests its value; ``a|b`` are two suggestions."""

    swap: dict[str, str]
    capitalize: bool = False

    @field_validator("swap", mode="before")
    @classmethod
    def _one_map(cls, said: object) -> object:
        """Vale also takes a list of maps with one pair each."""
        if isinstance(said, list) and all(isinstance(pair, dict) for pair in said):
            return {key: value for pair in said for key, value in pair.items()}
        return said

    @field_validator("swap")
    @classmethod
    def _patterns(cls, swap: dict[str, str]) -> dict[str, str]:
        if not swap:
            raise ValueError("has no words in it")
        for key in swap:
            compiles(key)
        return swap

    def terms(self) -> tuple[str, ...]:
        return tuple(self.swap)

    def found(self, text: Text) -> Iterator[Hit]:
        """Every place where a key stands and its value does not."""
        for match in self.matches(text, *self._pattern):
            span = Span(*match.span())
            hit = self._hit(text, span, match.lastindex or 1)
            if hit is not None and not self.is_excepted(text, span):
                yield hit

    def _hit(self, text: Text, span: Span, group: int) -> Hit | None:
        words, seen = text.quote(span), text.folded[span.start : span.end]
        if self.forms:
            form = self.by_form[seen]
            if self.is_noun(text, span.start, form):
                return None
            term, values = form.term, self._inflected(seen)
        else:
            term = self._keys[group - 1]
            values = tuple(_filled(term, value, words) for value in self._values(term))
        if any(value == words for value in values):
            return None
        if self.capitalize and words[:1].isupper():
            values = tuple(value[:1].upper() + value[1:] for value in values)
        return Hit(*span, say(self.message, " or ".join(values), words), term, values)

    def _values(self, term: str) -> list[str]:
        return [value.replace(r"\|", "|") for value in regex.split(r"(?<!\\)\|", self.swap[term])]

    def _inflected(self, seen: str) -> tuple[str, ...]:
        """The values of a key in the same form: slammed, criticised."""
        form = self.by_form[seen]
        term = next(term for term in self.swap if term.lower() == form.term)
        tags = sorted(form.tags)
        found: list[str] = []
        for value in self._values(term):
            by_tag = self._value_table[value]
            found.append(next((by_tag[tag][0] for tag in tags if tag in by_tag), value))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _value_table(self) -> dict[str, dict[str, tuple[str, ...]]]:
        values = {value for term in self.swap for value in self._values(term)}
        return inflect(values, self.forms or "any")

    @cached_property
    def _keys(self) -> list[str]:
        return longest_first(self.swap)

    @cached_property
    def _pattern(self) -> tuple[regex.Pattern[str], bool]:
        if self.forms:
            terms = [f"({regex.escape(form)})" for form in longest_first(self.by_form)]
        else:
            terms = [f"({_GROUP.sub('(?:', key)})" for key in self._keys]
        joined = "|".join(terms)
        return pattern(joined if self.nonword else rf"\b(?:{joined})\b", self.ignorecase)


def _filled(key: str, value: str, words: str) -> str:
    """``value`` with ``$1`` replaced by what the key's own group caught."""
    if "$" not in value:
        return value
    match = regex.search(key, words, regex.IGNORECASE)
    return match.expandf(regex.sub(r"\$(\d+)", r"{\1}", value)) if match else value


KIND = Substitution

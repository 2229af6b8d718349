"""A word for which there is a better one: `extends: substitution`."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

import regex
from pydantic import ValidationInfo, field_validator

from rules.model import Hit, Span
from rules.search.page import Page
from rules.search.search import Match, Search
from rules.words.actions import capitalised, options, recased, sentence
from rules.words.forms import inflect
from rules.words.message import say
from rules.words.patterns import tried, ungrouped
from rules.words.terms import Form, Terms, longest_first

_INDEX = regex.compile(r"\$(?:(\d+)|\{(\d+)\})")
_AHEAD = 200  # characters: further than a key looks ahead
_PHRASE = regex.compile(r"[\p{L}\p{Nd} -]*")


class Substitution(Terms):
    """Flags each key of ``swap`` and suggests its value.

    With the action ``replace`` a value ``a|b`` is two suggestions; without it a value is a
    pattern of what is as it should be, or simply the word.
    """

    swap: dict[str, str]
    capitalize: bool = False
    pos: str = ""

    @field_validator("swap", mode="before")
    @classmethod
    def _one_map(cls, said: object) -> object:
        """Vale also takes a list of maps with one pair each."""
        if isinstance(said, list) and all(isinstance(pair, dict) for pair in said):
            said = {key: value for pair in said for key, value in pair.items()}
        if isinstance(said, dict):
            return {key: "" if value is None else value for key, value in said.items()}
        return said

    @field_validator("swap")
    @classmethod
    def _patterns(cls, swap: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        if not swap:
            raise ValueError("has no words in it")
        tried(swap, info)
        return swap

    @property
    def fills(self) -> int:
        """What is better, and what was found."""
        return 2

    def terms(self) -> tuple[str, ...]:
        return tuple(self.swap)

    def searches(self) -> Iterator[Search]:
        """The forms of the keys, or the keys, the longest first."""
        if self.forms:
            yield self.inflected()
            return
        keys = [ungrouped(key) for key in self._keys]
        edges, ignore = not self.nonword, self.ignorecase
        yield self.search("terms", keys, edges=edges, ignorecase=ignore, by_line=True)

    def found(self, page: Page) -> Iterator[Hit]:
        """Every place where a key stands and its value does not."""
        for search in self.sought:
            for match in search.matches(page, self.scope):
                span = Span(match.start, match.end)
                hit = self._formed(page, match) if self.forms else self._hit(page, match)
                if hit is not None and not self.lets_stand(page, span):
                    because = self.because(page, span)
                    yield replace(hit, because=because) if because else hit

    def _formed(self, page: Page, match: Match) -> Hit | None:
        """The hit for a form of a key, with the values in the same form: slammed, criticised."""
        words, seen = page.source[match.start : match.end], page.folded[match.start : match.end]
        form = self.by_form[seen]
        values = self._inflected(seen)
        if words in values or self.is_noun(page, match.start, form):
            return None
        values = self._cased(values, words)
        if self.action.name == "replace":
            return self._said(match, words, form.term, values)
        note = say(self.message, " or ".join(values), words)
        return Hit(match.start, match.end, note, form.term, values, term=form.term)

    def _hit(self, page: Page, match: Match) -> Hit | None:
        words, key = page.source[match.start : match.end], self._keys[match.n]
        value = self._filled(page, match, key)
        if self.action.name == "replace":
            if words in options(value):
                return None
            values = self.action.params or self._cased(options(value), words)
            return self._said(match, words, key, values)
        if self.capitalize and words == capitalised(words):
            value = capitalised(value)
        if self._is_as_it_should_be(page, value, words):
            return None
        note = say(self.message, value, words)
        values = (value,) if _PHRASE.fullmatch(value) else ()
        return Hit(match.start, match.end, note, key, values, term=key.lower())

    def _said(self, match: Match, words: str, lemma: str, values: tuple[str, ...]) -> Hit:
        message = self.message
        for mark in ("'%s'", '"%s"'):
            if message.count(mark) == 2:  # the suggestions bring their own quotes
                message = message.replace(mark, "%s", 1)
        note = say(message, sentence(values), words)
        return Hit(match.start, match.end, note, lemma, values, term=lemma.lower())

    def _cased(self, values: tuple[str, ...], words: str) -> tuple[str, ...]:
        if self.capitalize and words == capitalised(words):
            return tuple(capitalised(value) for value in values)
        return tuple(recased(v, words) for v in values) if self.matchcase else values

    def _filled(self, page: Page, match: Match, key: str) -> str:
        """The value of ``key`` with ``$1`` replaced by what the key's own group caught here."""
        value = self.swap[key]
        if "$" not in value or not _INDEX.search(value):
            return value
        pattern = regex.compile(key, regex.IGNORECASE if self.ignorecase else 0)
        end = min(len(page.source), match.end + _AHEAD)
        view = self.sought[0].viewed(page)
        found = page.patience.search(pattern, view, match.start, end)

        def group(index: "regex.Match[str]") -> str:
            n = int(index[1] or index[2])
            if found is None or found.start() != match.start or n > pattern.groups:
                return str(index.group())
            return page.source[slice(*found.span(n))] if found.span(n)[0] >= 0 else ""

        return _INDEX.sub(group, value)

    def _is_as_it_should_be(self, page: Page, value: str, words: str) -> bool:
        """Tell whether the words are what the value says, or what it describes."""
        if _PHRASE.fullmatch(value):
            return value == words
        try:
            pattern = regex.compile(rf"\A(?:{value})\Z")
        except regex.error:
            return value == words
        return page.patience.search(pattern, words, 0, len(words)) is not None

    def _inflected(self, seen: str) -> tuple[str, ...]:
        found = self._by_seen.get(seen)
        if found is None:
            found = self._by_seen[seen] = self._values_of(self.by_form[seen])
        return found

    def _values_of(self, form: Form) -> tuple[str, ...]:
        """The values of the form's term, in the same form."""
        term = next(term for term in self.swap if term.lower() == form.term)
        tags = sorted(form.tags)
        found: list[str] = []
        for value in options(self.swap[term]):
            by_tag = self._value_table[value]
            found.append(next((by_tag[tag][0] for tag in tags if tag in by_tag), value))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _by_seen(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _value_table(self) -> dict[str, dict[str, tuple[str, ...]]]:
        values = {value for term in self.swap for value in options(self.swap[term])}
        return inflect(values, self.forms or "any")

    @cached_property
    def _keys(self) -> list[str]:
        return longest_first(self.swap)


KIND = Substitution

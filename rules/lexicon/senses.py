"""Words by sense, found where they are meant so: not as another part of speech, nor as a name."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import regex

from rules.lexicon.entries import Entries, Entry, Spelling, entries
from rules.model import Hit, Level, Span
from rules.search.scan import Literal, Seeker
from rules.text.model import Kind, Sentence, Text
from rules.words.names import is_name
from rules.words.nouns import is_before_noun, is_before_verb
from rules.words.unless import any_of, around

_BASE = frozenset({"VB", "VBP", "NN"})
_FINITE = _BASE | {"VBZ", "NNS"}
_JOINED = frozenset("-$£€")
_WORD_LONG = 40  # characters that a word and the space after it may take
_MODALS = regex.compile(r"will|would|can|could|may|might|must|shall|should|do|does|did|not|\w+n't")
_OWNS = "'s"
_OBJECTS = regex.compile(
    r" (?:an?|the|his|her|its|their|our|my|your|this|that|these|those|him|them|it|us|me)\b"
)
_UNREAD = frozenset({Kind.PROMO, Kind.BYLINE, Kind.LABEL})


class Listed(NamedTuple):
    """A word of a list where it stands; ``is_right``: its own context says that it is fair."""

    entry: Entry
    span: Span
    sentence: Sentence
    is_right: bool
    instead: tuple[str, ...] = ()

    @property
    def is_off(self) -> bool:
        """It presses only where the rule sees more around it."""
        return self.entry.strength == "off"

    def hit(self, note: str = "", level: Level | None = None) -> Hit:
        """The hit it makes, at the list's strength, or at ``level``."""
        known = None if self.entry.strength in ("off", "right") else Level(self.entry.strength)
        presses = level or known
        return Hit(
            *self.span,
            note or self.entry.reason,
            lemma=self.entry.words.lower(),
            suggestions=self.instead,
            because="technical" if self.is_right else None,
            term=self.entry.words.lower(),
            level=presses,
            adds=presses is Level.NOTE,
        )


class Senses(Seeker):
    """The words of one list, in as many files as it takes, in the notation of entries.py."""

    def __init__(self, *paths: Path) -> None:
        self._paths = paths
        self._near: dict[int, _Near] = {}

    def literals(self) -> Sequence[Literal]:
        """Every form of every word."""
        return [Literal(form) for form in self._entries.forms]

    def search(self, text: Text) -> Iterator[Listed]:
        """Every word in its sense, in reading order; of words that overlap the longest."""
        end = 0
        forms, folded = self._forms, text.folded
        places = [
            (start, -stop, n)
            for n, start, stop in text.seen.of(self)
            if folded[start:stop] == forms[n]
        ]
        for start, minus, n in sorted(places):
            stop = -minus
            if start < end or _is_joined(text, start, stop):
                continue
            text.patience.check()
            listed = self._listed(text, Span(start, stop), forms[n])
            if listed is not None:
                end = stop
                yield listed

    def _listed(self, text: Text, span: Span, form: str) -> Listed | None:
        sentence = text.sentence_at(span.start)
        if sentence is None or span.end > sentence.span.end or sentence.kind in _UNREAD:
            return None
        for spelling in self._entries.spellings(form):
            entry = self._entries.entry(spelling.entry)
            if _is_meant(text, sentence, span, entry, spelling):
                is_right = (
                    entry.strength == "right"
                    or _is_named(text, span, entry)
                    or self._is_right(text, sentence, span, spelling)
                )
                return Listed(entry, span, sentence, is_right, spelling.instead)
        return None

    def _is_right(self, text: Text, sentence: Sentence, span: Span, spelling: Spelling) -> bool:
        near = self._near.get(spelling.entry)
        if near is None:
            near = self._near[spelling.entry] = _Near(self._entries.entry(spelling.entry))
        return near.spares(text, sentence, span)

    @cached_property
    def _entries(self) -> Entries:
        return entries(*self._paths)

    @cached_property
    def _forms(self) -> list[str]:
        return list(self._entries.forms)


class _Near:
    """The contexts of one entry, as patterns."""

    def __init__(self, entry: Entry) -> None:
        before, after, sentence = (
            any_of(tuple(entry.unless.get(where, ()))) for where in ("before", "after", "sentence")
        )
        self._before, self._after, self._sentence = before, after, sentence

    def spares(self, text: Text, sentence: Sentence, span: Span) -> bool:
        """Tell whether the words are right here."""
        if self._before or self._after:
            before, after = around(sentence, Hit(*span))
            if self._before and self._before.search(text.folded, *before):
                return True
            if self._after and self._after.search(text.folded, *after):
                return True
        return bool(self._sentence and self._sentence.search(text.folded, *sentence.span))


def _is_joined(text: Text, start: int, stop: int) -> bool:
    """Tell a part of a longer word: "regime-backed", "ill-starred"."""
    return text.folded[start - 1 : start] in _JOINED or text.folded[stop : stop + 1] == "-"


def _is_meant(
    text: Text, sentence: Sentence, span: Span, entry: Entry, spelling: Spelling
) -> bool:
    """Tell the word from the noun or verb that looks like it."""
    match entry.part:
        case "noun":
            return _MODALS.fullmatch(_word_before(text, sentence, span.start)) is None
        case "verb":
            if text.folded.startswith(_OWNS, span.end):
                return False
            last = _word_before(text, sentence, span.start) if spelling.tags <= _FINITE else ""
            if last and is_before_noun(last):
                return False
            return not spelling.tags <= _BASE or is_before_verb(last)
        case "adjective":
            is_participle = spelling.form.endswith(("ed", "ing"))
            return not (is_participle and _OBJECTS.match(text.folded, span.end))
    return True


def _is_named(text: Text, span: Span, entry: Entry) -> bool:
    """Tell a name that looks like the word; a word listed with a capital is meant with it."""
    if entry.part == "phrase":
        return False
    if entry.words[:1].isupper() and text.source.startswith(entry.words[0], span.start):
        return False
    return is_name(text, Hit(*span), is_verb=entry.part == "verb")


def _word_before(text: Text, sentence: Sentence, start: int) -> str:
    """The word or mark before ``start`` in its sentence, if there is one."""
    begin = max(sentence.span.start, start - _WORD_LONG)
    dash = max(text.source.rfind(mark, begin, start) for mark in "—–")  # folded they would join
    before = text.folded[max(begin, dash + 1) : start].rsplit(maxsplit=1)
    if not before:
        return "" if dash < 0 else "-"
    last = before[-1]
    return last.lstrip("\"'([") if last[-1].isalnum() else last[-1]

"""Contexts in which a word is right: ``unless: {of, before, after, sentence, paragraph}``."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import regex
from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator, model_validator

from rules.model import Hit, Span
from rules.text.model import Sentence, Text
from rules.words.patterns import KEPT, compiles

BEFORE = 3
AFTER = 4
_REACHES = regex.compile(r"\\[1-9gk]|\(\?(?![:=!<])|\(\?<\w")  # calls back, names, or sets flags
_Patterns = tuple["regex.Pattern[str]", ...]
_STOPS = frozenset(',;:.!?()[]"…')


class Unless(BaseModel):
    """Patterns that, near a hit, say that the word is meant in another sense.

    ``before`` and ``after`` look at the three words before and the four after it, not across a
    comma or another stop; ``sentence`` and ``paragraph`` look at the whole of either. ``of``
    names the terms that the context is meant for; without it, it is for all.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    of: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    paragraph: tuple[str, ...] = ()

    @field_validator("before", "after", "sentence", "paragraph")
    @classmethod
    def _compiles(cls, patterns: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if info.context != KEPT:  # what comes from the cache was tried when it was kept
            for pattern in patterns:
                compiles(pattern)
            any_of(patterns)
        return patterns

    @field_validator("of")
    @classmethod
    def _lowered(cls, terms: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(term.lower() for term in terms)

    @model_validator(mode="after")
    def _says_where(self) -> "Unless":
        if not (self.before or self.after or self.sentence or self.paragraph):
            raise ValueError("says no context: before, after, sentence or paragraph")
        return self


class _Near:
    """What several contexts look for, together."""

    def __init__(self, contexts: Sequence[Unless]) -> None:
        self._before = _merged([context.before for context in contexts])
        self._after = _merged([context.after for context in contexts])
        self._sentence = _merged([context.sentence for context in contexts])
        self._paragraph = _merged([context.paragraph for context in contexts])

    def spares(self, text: Text, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether ``hit`` is right here, for what stands before and after it, or around."""
        if self._before or self._after:
            before, after = around(sentence, hit)
            if _found(self._before, text, before) or _found(self._after, text, after):
                return True
        return self._holds(self._sentence, text, sentence.span) or self._holds(
            self._paragraph, text, text.paragraphs[sentence.paragraph].span
        )

    def _holds(self, patterns: _Patterns, text: Text, span: Span) -> bool:
        """Like _found, asked once for all the hits of a sentence or paragraph."""
        if not patterns:
            return False
        key = (id(patterns), span)
        known = text.contexts.get(key)
        if known is None:
            known = text.contexts[key] = _found(patterns, text, span)
        return known


class Contexts:
    """All contexts of a rule, by the terms that they are meant for."""

    def __init__(self, contexts: Sequence[Unless]) -> None:
        self._contexts = contexts
        self._named = frozenset(term for one in contexts for term in one.of)
        self._near: dict[str, _Near] = {}

    def spare(self, text: Text, hit: Hit) -> bool:
        """Tell whether one of them says that the words are right here."""
        sentence = text.sentence_at(hit.start)
        return sentence is not None and self._of(hit.term).spares(text, sentence, hit)

    def _of(self, term: str) -> _Near:
        """Those for ``term``: made when it is first met."""
        term = term if term in self._named else ""
        near = self._near.get(term)
        if near is None:
            meant = [one for one in self._contexts if not one.of or term in one.of]
            near = self._near[term] = _Near(meant)
        return near


def any_of(patterns: tuple[str, ...]) -> regex.Pattern[str] | None:
    """One pattern for whole words that match any of ``patterns``, for the folded text."""
    if not patterns:
        return None
    try:
        return regex.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", regex.IGNORECASE)
    except regex.error as error:
        raise ValueError(f"not a pattern: {error}") from None


def around(sentence: Sentence, hit: Hit) -> tuple[Span, Span]:
    """The few words before and after ``hit`` in its sentence, up to the next stop."""
    tokens = sentence.tokens
    start, words = hit.start, 0
    for i in range(bisect_left(tokens, (hit.start,)) - 1, -1, -1):
        if words == BEFORE or tokens[i].text in _STOPS:
            break
        start = tokens[i].start
        words += tokens[i].is_word
    end, words = hit.end, 0
    for i in range(bisect_left(tokens, (hit.end,)), len(tokens)):
        if words == AFTER or tokens[i].text in _STOPS:
            break
        end = tokens[i].end
        words += tokens[i].is_word
    return Span(start, hit.start), Span(hit.end, end)


def _merged(lists: Iterable[tuple[str, ...]]) -> _Patterns:
    """One pattern for all lists, but for those that would change what others mean."""
    together: list[str] = []
    alone: list[tuple[str, ...]] = []
    for patterns in lists:
        if any(_REACHES.search(pattern) for pattern in patterns):
            alone.append(patterns)
        else:
            together += patterns
    return tuple(filter(None, map(any_of, (tuple(together), *alone))))


def _found(patterns: _Patterns, text: Text, span: Span) -> bool:
    for pattern in patterns:
        if text.patience.search(pattern, text.folded, span.start, span.end) is not None:
            return True
    return False

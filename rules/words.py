"""What every rule of words and patterns may say: Vale's keys and ours."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Literal

import regex
from pydantic import BaseModel, ConfigDict, Field, field_validator

from rules.model import Hit, Level, Span, Voice
from rules.text.model import Kind, Paragraph, Sentence, Text
from rules.unless import Unless

Scope = Literal["text", "paragraph", "sentence", "heading", "raw"]
_LEVELS = {"error": Level.HOLD, "warning": Level.QUERY, "suggestion": Level.NOTE}
_READ = frozenset({Kind.BODY, Kind.HEADLINE, Kind.CROSSHEAD, Kind.CAPTION})
_HEADS = frozenset({Kind.HEADLINE, Kind.CROSSHEAD})
LOST_IN_FOLDING = regex.compile(
    r"[‘’‚‛ʼ`´“”„‟«»‐‑‒–—―−\u00a0\u2000-\u200f\u202f\u3000\t]|\\[xuNpP]"
)


class Words(BaseModel):
    """A rule file as written; each kind adds its own keys and says what it finds."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    extends: str
    message: str = ""
    level: Level = Level.QUERY
    scope: tuple[Scope, ...] = ("text",)
    limit: int = Field(0, ge=0)
    link: str = ""
    description: str = ""
    title: str = ""
    why: str = ""
    fix: str = ""
    source: str = ""
    examples: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    voice: tuple[Voice, ...] = ()
    unless: tuple[Unless, ...] = ()

    @field_validator("level", mode="before")
    @classmethod
    def _vale_level(cls, level: Any) -> Any:
        return _LEVELS.get(level, level)

    @field_validator("scope", "voice", "formerly", mode="before")
    @classmethod
    def _one_or_several(cls, said: Any) -> Any:
        return [said] if isinstance(said, str) else said

    @field_validator("unless", mode="before")
    @classmethod
    def _one_or_many(cls, said: Any) -> Any:
        return [said] if isinstance(said, dict) else said

    @field_validator("voice", mode="before")
    @classmethod
    def _any_voice(cls, said: Any) -> Any:
        return list(Voice) if said == ["any"] or said == "any" else said

    def find(self, text: Text) -> Iterator[Hit]:
        """The passages the rule points at, with the reason where a context makes one right."""
        for hit in islice(self.found(text), self.limit or None):
            if self.is_right(text, hit):
                hit = Hit(hit.start, hit.end, hit.note, hit.lemma, because="technical")
            yield hit

    def is_right(self, text: Text, hit: Hit) -> bool:
        """Tell whether the words are right where they stand."""
        return any(unless.spares(text, hit) for unless in self.unless)

    def found(self, text: Text) -> Iterator[Hit]:
        """What the kind finds, whatever the context."""
        raise NotImplementedError

    def blocks(self, text: Text) -> Iterator[Span]:
        """The stretches of text that are searched one by one."""
        for scope in self.scope:
            if scope == "raw":
                yield Span(0, len(text.source))
                continue
            kinds = _HEADS if scope == "heading" else _READ
            parts: tuple[Paragraph | Sentence, ...] = text.paragraphs
            if scope == "sentence":
                parts = text.sentences
            yield from (part.span for part in parts if part.kind in kinds)


def pattern(expression: str, ignorecase: bool) -> tuple[regex.Pattern[str], bool]:
    """Compile ``expression``; True beside it if the folded text is the one to search.

    What folding takes away (curly quotes, long dashes) can only be found in the text as written.
    """
    folded = ignorecase and not LOST_IN_FOLDING.search(expression)
    plain = folded and expression == expression.lower()
    flags = regex.MULTILINE | (regex.IGNORECASE if ignorecase and not plain else 0)
    return regex.compile(expression, flags), folded


def compiles(expression: str) -> str:
    """Refuse what is no pattern."""
    try:
        regex.compile(expression)
    except regex.error as error:
        raise ValueError(f"not a pattern: {error}") from None
    return expression

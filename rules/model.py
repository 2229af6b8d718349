"""What rules yield and what a review holds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from rules.search.scan import Seeker
    from rules.text.model import Text
    from rules.words.words import Words


class Span(NamedTuple):
    """A stretch of text: code points into the text as handed in, end exclusive."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def united(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; those that overlap or touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


class Level(StrEnum):
    """How hard a rule presses, hardest first."""

    HOLD = "hold"
    QUERY = "query"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a hold, 2 for a note: the order of the checklist."""
        return ("hold", "query", "note").index(self.value)


class Voice(StrEnum):
    """Who is speaking in a passage."""

    NEWSROOM = "newsroom"
    PARAPHRASE = "paraphrase"
    QUOTATION = "quotation"
    FURNITURE = "furniture"


Because = Literal["quotation", "attributed", "technical", "profile", "comment", "house", "settled"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage a rule points at; knows neither its rule nor its draft.

    ``note`` is what the rule says of this passage, ``lemma`` groups repeats (same rule, same
    lemma, same note is one flag), ``because`` says that the rule itself saw why it is right here,
    ``term`` is which of its terms was found, in lower case. ``level`` is how hard this passage
    presses, where that is not the rule's own level. Two notes that ``add`` up, of different
    words in one sentence, press as queries.
    """

    start: int
    end: int
    note: str = ""
    lemma: str = ""
    suggestions: tuple[str, ...] = ()
    because: Because | None = None
    scope: Literal["passage", "document"] = "passage"
    term: str = ""
    level: Level | None = None
    adds: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """One editorial question with its reason and remedy; one file. The id is its path.

    ``words`` is the rule as written, if it is one of words and patterns; ``seekers`` have the
    literals that the engine finds for it in its one scan. On words at which one of ``yields``
    points, this rule raises no flag: they are ids of rules that ask the same more closely.
    """

    id: str
    title: str
    why: str
    fix: str
    level: Level
    find: "Callable[[Text], Iterable[Hit]]"
    examples: tuple[str, ...] = ()
    voices: frozenset[Voice] = frozenset({Voice.NEWSROOM})
    source: str = ""
    link: str = ""
    formerly: tuple[str, ...] = ()
    words: "Words | None" = None
    seekers: "tuple[Seeker, ...]" = ()
    yields: frozenset[str] = frozenset()

    @property
    def pack(self) -> str:
        """The folder the rule lives in: ``language`` of ``language.label``."""
        return self.id.split(".", 1)[0]


class Raised(NamedTuple):
    """A hit with its rule, and how hard it presses here."""

    rule: Rule
    level: Level
    hit: Hit


class Frozen(BaseModel):
    """A value: it is made once and never changed."""

    model_config = ConfigDict(frozen=True)


class Flag(Frozen):
    """A hit in a revision, with its rule, its level and the mark it is known again by.

    ``start`` and ``end`` are code points into the text; ``line`` and ``column`` count from 1.
    """

    mark: str
    rule: str
    level: Level
    scope: Literal["passage", "document"] = "passage"
    start: int
    end: int
    line: int
    column: int
    quote: str
    also: tuple[tuple[int, int], ...] = ()
    title: str
    note: str = ""
    why: str
    fix: str
    suggestions: tuple[str, ...] = ()


class Suppressed(Frozen):
    """A hit that was not raised, and why."""

    rule: str
    start: int
    end: int
    because: Because


class Spoken(Frozen):
    """One attribution as other programs see it."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    kind: Literal["direct", "indirect", "carried", "link"]
    class_: str
    vouches: bool

    model_config = ConfigDict(
        frozen=True,
        serialize_by_alias=True,
        populate_by_name=True,
        alias_generator=lambda name: name.rstrip("_"),
    )


class Source(Frozen):
    """Where the text came from: a path or address, its type and the hash of its bytes."""

    path: str
    type: str
    sha256: str


class Review(Frozen):
    """One draft, read: the contract of DESIGN section 8 as a model."""

    source: Source
    text: str | None = None
    title: str | None = None
    language: str = "en"
    profile: str = "news"
    words: int
    sentences: tuple[tuple[int, int], ...]
    voices: tuple[tuple[int, int, Voice], ...]
    attributions: tuple[Spoken, ...]
    flags: tuple[Flag, ...]
    suppressed: tuple[Suppressed, ...] = ()
    timed_out: tuple[str, ...] = ()  # rules that took too long on this draft and were stopped

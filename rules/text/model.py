"""A revision parsed once: what a rule reads."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal, NamedTuple

from rules.model import Span, Voice, united
from rules.search.page import Page
from rules.search.scan import Seeker, Seen
from rules.text.blocks import blocks
from rules.text.tokens import Token, count, tokens

_WORD = re.compile(r"\w+|[%$£€₹]")


class Kind(StrEnum):
    """What a paragraph is; everything but ``body`` is furniture."""

    BODY = "body"
    HEADLINE = "headline"
    CROSSHEAD = "crosshead"
    BYLINE = "byline"
    CAPTION = "caption"
    PROMO = "promo"  # ALSO READ lines, newsletter boxes
    LABEL = "label"  # OPINION, ANALYSIS on a line of its own


class Quotation(NamedTuple):
    """What stands between quotation marks.

    ``span`` takes in the marks, ``inner`` leaves them out. ``full`` quotations are sentences or
    clauses a speaker utters; the others are words inside a sentence of ours. ``depth`` is 0 for
    the outermost. ``open`` quotations run on into the next paragraph or were never closed.
    """

    span: Span
    inner: Span
    full: bool
    depth: int = 0
    open: bool = False


class Attribution(NamedTuple):
    """Who says what: source, cue, content.

    ``vouches``: an editor would call the content attributed. A source of None is nobody: "it is
    said". ``name`` is who the source is as far as the text tells (a pronoun's antecedent).
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: Literal["direct", "indirect", "carried", "link"]
    class_: str  # speech, document, request, stance, belief, intention, naming, …
    vouches: bool
    name: str = ""


class Sentence:
    """A sentence; ``n`` counts from 0 through the text. Tokens are made when first asked for."""

    __slots__ = ("_folded", "_source", "_tokens", "kind", "n", "paragraph", "span")

    def __init__(
        self, n: int, span: Span, paragraph: int, kind: Kind, source: str, folded: str
    ) -> None:
        self.n = n
        self.span = span
        self.paragraph = paragraph
        self.kind = kind
        self._source, self._folded = source, folded
        self._tokens: tuple[Token, ...] | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and marks, in order."""
        if self._tokens is None:
            self._tokens = tokens(self._source, self._folded, self.span)
        return self._tokens

    @property
    def is_question(self) -> bool:
        """It ends with a question mark."""
        return self._source[self.span.end - 1] == "?"


class Paragraph(NamedTuple):
    """A block of the text; ``n`` counts from 0. ``span`` leaves out surrounding white space.

    ``dateline`` is the place (and agency) at the head of body copy, its dash or colon included.
    """

    n: int
    span: Span
    kind: Kind
    sentences: tuple[Sentence, ...]
    dateline: Span | None = None


@dataclass(frozen=True, eq=False)
class Text(Page):
    """The whole text with its parts; every offset is a code point into ``source``.

    ``folded`` has the same length as ``source``: lower case, curly quotes and apostrophes made
    straight, dashes made "-", odd spaces made " ". Rules search it and report its offsets.
    """

    source: str
    folded: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    voices: tuple[tuple[int, int, Voice], ...]  # in order, without gaps between words
    seen: Seen  # where the literals of rules stand
    title: str | None = None
    language: str = "en"

    @cached_property
    def words(self) -> int:
        """How many words the text has, furniture included."""
        return count(self.source)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    @cached_property
    def _voice_starts(self) -> list[int]:
        return [start for start, _, _ in self.voices]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds the code point ``place``, or None between sentences."""
        i = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[i] if i >= 0 and place < self.sentences[i].span.end else None

    @cached_property
    def body_at(self) -> "array[int]":
        """For each code point the number of its sentence of body copy; -1 elsewhere."""
        found = array("i", [-1]) * len(self.source)
        for sentence in self.body():
            start, end = sentence.span
            found[start:end] = array("i", [sentence.n]) * (end - start)
        return found

    def numbers_of(self, seeker: Seeker) -> set[int]:
        """The sentences of body copy in which one of the literals of ``seeker`` stands."""
        body_at = self.body_at
        found = {body_at[start] for _, start, _ in self.seen.of(seeker)}
        found.discard(-1)
        return found

    def voice_at(self, place: int) -> Voice:
        """Who speaks at the code point ``place``."""
        i = bisect_right(self._voice_starts, place) - 1
        return self.voices[i][2] if i >= 0 else Voice.NEWSROOM

    def plain(self, n: int) -> list[str]:
        """The words of sentence ``n``, folded and cut at every mark; foreign letters are alike."""
        found = self._plain[n]
        if found is None:
            start, end = self.sentences[n].span
            piece = self.seen.view[start + 1 : end + 1]
            found = self._plain[n] = piece.decode("latin-1").split()
        return found

    @cached_property
    def _plain(self) -> list[list[str] | None]:
        return [None] * len(self.sentences)

    def words_in(self, n: int) -> AbstractSet[str]:
        """The words of sentence ``n``, folded and without their hyphens, and signs of money."""
        found = self._words_in[n]
        if found is None:
            piece = self.folded[slice(*self.sentences[n].span)]
            is_plain = piece.isascii() and "$" not in piece and "%" not in piece
            found = self._words_in[n] = set(self.plain(n) if is_plain else _WORD.findall(piece))
        return found

    @cached_property
    def _words_in(self) -> list[set[str] | None]:
        return [None] * len(self.sentences)

    @cached_property
    def _quoted(self) -> list[Span]:
        return [q.span for q in self.quotations if q.depth == 0]

    def is_quoted(self, place: int) -> bool:
        """Tell whether the code point ``place`` stands between quotation marks."""
        i = bisect_right(self._quoted, (place, 0)) - 1
        return i >= 0 and self._quoted[i].start < place < self._quoted[i].end

    def is_attributed(self, place: int) -> bool:
        """Tell whether the code point ``place`` is in the content of one that vouches."""
        i = bisect_right(self._told, (place, len(self.source))) - 1
        return i >= 0 and place < self._told[i].end

    def is_vouched_in(self, span: Span) -> bool:
        """Tell whether somebody's word is given in ``span``: a cue of one that vouches."""
        i = bisect_left(self._cues, (span.start, 0))
        return i < len(self._cues) and self._cues[i].end <= span.end

    @cached_property
    def _cues(self) -> list[Span]:
        return sorted(a.cue for a in self.attributions if a.vouches)

    @cached_property
    def _told(self) -> list[Span]:
        """What somebody vouches for, in order; what overlaps is one."""
        return united(span for a in self.attributions if a.vouches for span in a.content)

    def is_somebodys(self, place: int) -> bool:
        """Tell whether ``place`` is what somebody says, thinks or wants, or "it is said that"."""
        i = bisect_right(self._contents, (place, len(self.source))) - 1
        return i >= 0 and place < self._contents[i].end

    @cached_property
    def _contents(self) -> list[Span]:
        return united(
            span
            for a in self.attributions
            if a.vouches or a.class_ == "belief" or (a.source is None and a.class_ == "speech")
            for span in a.content
        )

    def attributions_in(self, sentence: Sentence) -> Sequence[Attribution]:
        """Whose cue stands in a sentence."""
        return self._said_in.get(sentence.n, ())

    @cached_property
    def _said_in(self) -> dict[int, list[Attribution]]:
        found: dict[int, list[Attribution]] = {}
        for told in self.attributions:
            sentence = self.sentence_at(told.cue.start)
            if sentence is not None:
                found.setdefault(sentence.n, []).append(told)
        return found

    def body(self) -> Iterator[Sentence]:
        """The sentences that are copy, furniture left out."""
        return (s for s in self.sentences if s.kind is Kind.BODY)

    @cached_property
    def contexts(self) -> dict[object, bool]:
        """What rules asked about whole sentences and paragraphs, and the answers."""
        return {}

    @cached_property
    def _blocks(self) -> dict[tuple[tuple[str, ...], bool], Sequence[Span]]:
        return {}

    @property
    def text(self) -> "Text":
        """A Text is its own page."""
        return self

    def blocks(self, scopes: tuple[str, ...], *, whole: bool = False) -> Sequence[Span]:
        """The stretches that rules of words search: rules/text/blocks.py."""
        found = self._blocks.get((scopes, whole))
        if found is None:
            found = self._blocks[scopes, whole] = blocks(self, scopes, whole=whole)
        return found

    def quote(self, span: Span) -> str:
        """The words of ``span`` as handed in."""
        return self.source[span.start : span.end]

"""A lexicon: phrases as data, grouped by sense, found in a text by way of their rarest words."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from rules.lexicon.notation import Phrase, Piece
from rules.lexicon.phrases import Phrases, phrases
from rules.model import Span
from rules.search.scan import Literal, Seeker
from rules.text.model import Kind, Sentence, Text
from rules.words.nouns import is_noun_after

_HEADS = frozenset({Kind.HEADLINE, Kind.CROSSHEAD, Kind.CAPTION})
_NEAR = 80
_FAR = 300
_number = attrgetter("number")


class Line:
    """A phrase of a lexicon with its sense; compiled when it is first looked for.

    ``number`` is its place in the files.
    """

    def __init__(self, phrase: Phrase, sense: str, number: int) -> None:
        self.phrase = phrase
        self.sense = sense
        self.number = number

    @cached_property
    def needs(self) -> tuple[AbstractSet[str], ...]:
        """What a sentence holds beside the word that the phrase was looked up by."""
        return tuple(need for need in self.phrase.needs if need != self.phrase.words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as a pattern for the folded text."""
        return re.compile(rf"(?<![\w$£€-])(?:{self.phrase.pattern})(?![\w-]|'s\b)")

    @cached_property
    def not_after(self) -> re.Pattern[str] | None:
        """What must not stand right before it."""
        barred = self.phrase.not_after
        return re.compile(rf"(?:{barred})\Z") if barred else None


class Found:
    """A phrase in a sentence: ``span`` is what is pointed at.

    ``around`` is its sentence, or as much of an endless one as a reader would take in.
    """

    __slots__ = ("around", "sense", "sentence", "span")

    def __init__(self, line: Line, match: re.Match[str], sentence: Sentence) -> None:
        self.sense = line.sense
        self.sentence = sentence
        self.span = Span(*match.span("hit" if "hit" in match.re.groupindex else 0))
        start, end = sentence.span
        self.around = Span(max(start, self.span.start - _FAR), min(end, self.span.end + _FAR))


class Lexicon(Seeker):
    """The phrases of one file, or of several that are read as one.

    ``# …`` is a comment, ``[sense]`` begins a group, ``{name}: a | b`` defines a slot and
    ``{name} nouns: a | b`` one whose words are also meant in the plural; what is indented goes
    on from the line above. Every other line is a phrase, in the notation of notation.py.
    """

    def __init__(
        self, *paths: Path, slots: Mapping[str, Piece] | None = None, heads: bool = False
    ) -> None:
        """``heads``: look into headlines, crossheads and captions too."""
        self._paths = paths
        self._slots = slots or {}
        self._heads = heads

    def search(self, text: Text, within: Container[int] | None = None) -> Iterator[Found]:
        """Every phrase in the body copy of ``text``, and in its heads if wanted, in order.

        ``within``: in sentences of these numbers only.
        """
        wanted = self._wanted(text, within)
        for n in sorted(wanted):
            sentence = text.sentences[n]
            for line in sorted(wanted[n], key=_number):
                text.patience.check()
                yield from self._in(text, sentence, line)

    def _wanted(self, text: Text, within: Container[int] | None) -> dict[int, set[Line]]:
        """By number of the sentence the lines of whose every need it holds a word."""
        wanted: dict[int, set[Line]] = {}
        lines_of, words_in, body_at = self._lines_of, text.words_in, text.body_at
        for n, start, _ in text.seen.of(self):
            sentence = body_at[start]
            if sentence < 0 and self._heads:
                sentence = _head_at(text, start)
            if sentence < 0 or (within is not None and sentence not in within):
                continue
            words = words_in(sentence)
            for line in lines_of[n]:
                for need in line.needs:
                    if need.isdisjoint(words):
                        break
                else:
                    wanted.setdefault(sentence, set()).add(line)
        return wanted

    def literals(self) -> Sequence[Literal]:
        """The words by which the phrases are looked up."""
        return [Literal(word) for word in self._by_word]

    def _in(self, text: Text, sentence: Sentence, line: Line) -> Iterator[Found]:
        for match in line.pattern.finditer(text.folded, *sentence.span):
            start = max(sentence.span.start, match.start() - _NEAR)
            before = text.folded[start : match.start()].rstrip()
            if line.not_after and line.not_after.search(before):
                continue
            first = match.group().split(maxsplit=1)[0]
            if line.phrase.is_verb and self._is_noun(first, before):
                continue
            yield Found(line, match, sentence)

    def _is_noun(self, first: str, before: str) -> bool:
        """Tell "the stolen money", "its funds", "with hidden cash" from the verbs."""
        last = before.rsplit(maxsplit=1)[-1] if before else ""
        if first in self._phrases.participles:
            return re.search(r"\b(?:ha[sd]|have|having)(?: \w+){0,2}\Z", before) is None
        return is_noun_after(last, first)

    @cached_property
    def _lines_of(self) -> list[Sequence[Line]]:
        """For each literal the phrases that it may begin."""
        return list(self._by_word.values())

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[Line]]:
        found: dict[str, list[Line]] = defaultdict(list)
        for number, (phrase, sense) in enumerate(self._phrases.lines):
            line = Line(phrase, sense, number)
            for word in phrase.words or ():
                found[word].append(line)
        return found

    @cached_property
    def _phrases(self) -> Phrases:
        return phrases(self._paths, self._slots)


def _head_at(text: Text, place: int) -> int:
    """The number of the headline, crosshead or caption at ``place``; -1 elsewhere."""
    sentence = text.sentence_at(place)
    return sentence.n if sentence is not None and sentence.kind in _HEADS else -1

"""Draws the source map of a text."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from rules.claims import is_claim
from rules.comments import blanked, comments
from rules.model import Span
from rules.sourcemap.phrases import Called, Face, called
from rules.sourcemap.speakers import Roll, Speaker
from rules.text.bare import bare
from rules.text.links import without_links
from rules.text.model import Attribution, Kind, Sentence, Text
from rules.text.stages import parse

_BREAKS = (Kind.CROSSHEAD, Kind.HEADLINE)
_TELLING = frozenset(("speech", "document", "request", "belief"))
_FAR = 100_000  # characters that are looked through for a word in small letters
_PRONOUNS = frozenset(("he", "she", "they", "it", "who"))


@dataclass(frozen=True)
class SourceMap:
    """Who speaks, in order of the first word; what is said by nobody; and our own sentences.

    ``nobody`` are sentences in which something "is said" and nobody says it. ``told`` are the
    sentences, by number, in which anybody says or believes anything, whether or not an editor
    would call it attributed.
    """

    text: Text
    speakers: tuple[Speaker, ...]
    nobody: tuple[Sentence, ...]
    told: frozenset[int] = frozenset()

    @cached_property
    def runs(self) -> tuple[tuple[Sentence, ...], ...]:
        """Claims of ours, sentence after sentence, with no attribution among them."""
        return tuple(claims_of_ours(self.text))

    @property
    def faces(self) -> tuple[Speaker, ...]:
        """The speakers that a reader could ask."""
        return tuple(s for s in self.speakers if s.face is not Face.FACELESS)


@lru_cache(maxsize=2)
def source_map(text: Text) -> SourceMap:
    """The map of ``text``; drawn once while its rules are run."""
    roll = Roll()
    nobody: dict[int, Sentence] = {}
    told: set[int] = set()
    before: list[Speaker] = []
    read = without_links(text.source)
    for one in text.attributions:
        sentence = text.sentence_at(one.cue.start)
        if sentence is None or sentence.kind is not Kind.BODY:
            continue
        if one.source is None:
            if one.class_ == "speech" and one.content and one.kind != "link":
                nobody[sentence.n] = sentence
            continue
        if one.class_ in _TELLING:
            told.add(sentence.n)
        if one.vouches:
            before = _speakers(text, read, roll, one) or before
            for speaker in before:
                speaker.said.append(one)
                speaker.sentences |= dict.fromkeys(_carried(text, one))
    return SourceMap(text, tuple(roll.speakers), tuple(nobody.values()), frozenset(told))


def sources_of(source: str) -> SourceMap:
    """The map of a draft as handed in, its marks for the rules left out."""
    return source_map(parse(bare(blanked(source, comments(source))).text))


def _speakers(text: Text, read: str, roll: Roll, one: Attribution) -> list[Speaker]:
    """Whose words they are; a pronoun that stands for we know not whom is somebody, too.

    ``read`` is the text without the signs of links, which are nobody's name.
    """
    phrase = ""
    if one.source:
        phrase = read[slice(*one.source)].strip() or text.quote(one.source)
    if one.kind == "carried" or phrase.lower() in _PRONOUNS:
        phrase = one.name or phrase
    if phrase.lower() in _PRONOUNS:
        unknown = Called(((phrase.lower(),),), phrase, Face.UNNAMED, is_new=False)
        return [roll.speaker(unknown)]
    return [roll.speaker(each) for each in called(phrase, partial(_is_lower, text))]


def _is_lower(text: Text, word: str) -> bool:
    return text.source.find(f" {word} ", 0, _FAR) >= 0


def _carried(text: Text, one: Attribution) -> Iterator[int]:
    """The sentences in which it is said: where the cue stands, and what it holds."""
    for span in (one.cue, *one.content):
        yield from _sentences(text, span)


def _sentences(text: Text, span: Span) -> Iterator[int]:
    first = text.sentence_at(span.start)
    n = first.n if first else len(text.sentences)
    while n < len(text.sentences) and text.sentences[n].span.start < span.end:
        yield n
        n += 1


def claims_of_ours(
    text: Text, within: Container[int] | None = None
) -> Iterator[tuple[Sentence, ...]]:
    """Claims that follow each other; a crosshead parts them, and so does anybody's word.

    ``within``: among sentences of these numbers only.
    """
    run: list[Sentence] = []
    for sentence in text.sentences:
        is_body = sentence.kind is Kind.BODY
        if is_body and (within is None or sentence.n in within) and is_claim(text, sentence):
            run.append(sentence)
        elif is_body or sentence.kind in _BREAKS:
            if run:
                yield tuple(run)
            run = []
    if run:
        yield tuple(run)

"""Carries a speaker on: pronouns get their names, bare quotations their speaker."""

from typing import Literal, NamedTuple

from rules.model import Span
from rules.text.clauses import Place
from rules.text.line import FULL, WORD, Line, Reader
from rules.text.model import Attribution, Kind, Paragraph
from rules.text.sources import clause_subject, trimmed_phrase
from rules.text.told import Told
from rules.text.words import CLITICS, COLLECTIVES, RELATIVES, word_set

_Kind = Literal["direct", "indirect", "carried"]
_SPEAKERS = word_set("he she they it who which that i we you his her their its")
_ASIDE = frozenset(",(")
_SELVES = word_set("i we you this")


class _Speaker(NamedTuple):
    name: str
    is_many: bool
    source: Span
    cue: Span
    class_: str


class Carrier:
    """Remembers who spoke last while the text is read from top to bottom."""

    def __init__(self, source: str, reader: Reader) -> None:
        self._source = source
        self._reader = reader
        self._known: list[_Speaker] = []
        self._last: _Speaker | None = None
        self._line: Line | None = None
        self._unread: tuple[int, int] | None = None  # after _line
        self._kind = Kind.BODY

    def turn(self, paragraph: Paragraph) -> None:
        """Begin a paragraph: a crosshead or a headline starts afresh."""
        self._kind = paragraph.kind
        if paragraph.kind in (Kind.HEADLINE, Kind.CROSSHEAD):
            self._known.clear()
            self._last = self._line = self._unread = None

    def go_on(self, start: int, end: int) -> None:
        """Step over a sentence in which nobody says anything; it is read if asked about."""
        self._unread = start, end

    def carry(self, line: Line, told: list[Told]) -> list[Attribution]:
        """The line's attributions, named; a line of nothing but quotation gets its speaker."""
        found = [self._named(one) for one in told]
        if line.has_words:
            self._line, self._unread = line, None
        elif not told and self._last and self._kind is Kind.BODY and FULL in line.tag:
            last = self._last
            quoted = tuple(line.span(i, i + 1) for i, tag in enumerate(line.tag) if tag == FULL)
            found.append(
                Attribution(last.source, last.cue, quoted, "carried", last.class_, True, last.name)
            )
        return found

    def _before(self) -> Line | None:
        """The last line with words of ours before this one."""
        if self._unread:
            pieces = self._reader.lines(*self._unread)
            self._line, self._unread = [p for p in pieces if p.has_words][-1], None
        return self._line

    def _named(self, one: Told) -> Attribution:
        """With the name that a pronoun stands for; who vouches is remembered."""
        line, place = one.line, one.source
        name, many, is_pronoun, source = "", False, False, None
        if place:
            name, many, is_pronoun = self._who(line, place)
            source = _source_span(line, place)
        cue = line.span(*one.cue)
        contents = tuple([line.span(first, stop) for first, stop in one.content if first < stop])
        kind: _Kind = "carried" if is_pronoun else _kind(one)
        vouches = one.vouches and self._kind is Kind.BODY
        if source and vouches:
            self._last = _Speaker(name, many, source, cue, one.class_)
            if not is_pronoun:
                self._known.append(self._last)
        return Attribution(source, cue, contents, kind, one.class_, vouches, name)

    def _who(self, line: Line, place: Place) -> tuple[str, bool, bool]:
        """The source's name, whether it is a body of people, whether a pronoun stands for it."""
        first, stop = place
        word = line.low[first].split("'")[0] if stop - first == 1 else ""
        if word not in _SPEAKERS:
            return (*self._name(line, first, stop), False)
        if word in RELATIVES:
            found = _antecedent(line, first)
            return (*self._name(line, *found), False) if found else ("", False, False)
        return (*self._resolve(word), True)

    def _resolve(self, word: str) -> tuple[str, bool]:
        """Who "he", "they" or "it" is: the last speaker that fits, else the last subject."""
        if word in _SELVES:
            return "", False
        wants_many = word in ("they", "their", "it", "its")
        for speaker in self._known[:-9:-1]:
            if speaker.is_many == wants_many:
                return speaker.name, speaker.is_many
        if self._known and wants_many:
            return self._known[-1].name, self._known[-1].is_many
        line = self._before()
        subject = clause_subject(line, len(line)) if line else None
        return self._name(line, *subject) if line and subject else ("", False)

    def _name(self, line: Line, first: int, stop: int) -> tuple[str, bool]:
        """The head of a source, and whether it is a body of people."""
        end = first + 1
        while end < stop and line.tag[end] not in _ASIDE:
            end += 1
        words = line.low[first:end]
        last = words[-1]
        is_plural = last.endswith("s") and not last.endswith(("ss", "'s"))
        many = not COLLECTIVES.isdisjoint(words)
        name = " ".join(self._source[line.start[first] : line.end[end - 1]].split())
        return name, many or (is_plural and line.tag[end - 1] == WORD)


def _kind(one: Told) -> Literal["direct", "indirect"]:
    tag = one.line.tag
    if FULL in tag and any(FULL in tag[first:stop] for first, stop in one.content):
        return "direct"
    return "indirect"


def _source_span(line: Line, place: Place) -> Span:
    """The source; of a contraction ("they've") the pronoun alone."""
    first, stop = place
    pronoun = CLITICS.get(line.low[first])
    start = line.start[first]
    return Span(start, start + len(pronoun[0]) if pronoun else line.end[stop - 1])


def _antecedent(line: Line, at: int) -> Place | None:
    stop = at - 1 if line.tag[at - 1] == "," else at
    return trimmed_phrase(line, stop) if stop > 0 else None

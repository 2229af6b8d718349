"""Carries a speaker on: bare quotations get the one who spoke before them."""

from typing import Literal

from rules.model import Span
from rules.text.clauses import Place
from rules.text.line import FULL, Line, Reader
from rules.text.model import Attribution, Kind, Paragraph
from rules.text.naming import Named, Namer
from rules.text.told import Told
from rules.text.turns import Turn
from rules.text.words import CLITICS

_Kind = Literal["direct", "indirect", "carried"]


class Carrier:
    """Remembers who spoke last while the text is read from top to bottom."""

    def __init__(self, source: str, reader: Reader) -> None:
        self._namer = Namer(source, reader)
        self._last: Attribution | None = None  # that vouches
        self._kind = Kind.BODY
        self._answers: Named | None = None  # who is asked, in an interview

    def turn(self, paragraph: Paragraph) -> None:
        """Begin a paragraph: a crosshead or a headline starts afresh."""
        self._kind = paragraph.kind
        if paragraph.kind in (Kind.HEADLINE, Kind.CROSSHEAD):
            self._namer.forget()
            self._last = None

    def go_on(self, start: int, end: int) -> None:
        """Step over a sentence in which nobody says anything."""
        self._namer.skip(start, end)

    def carry(self, line: Line, told: list[Told]) -> list[Attribution]:
        """The line's attributions, named; a line of nothing but quotation gets its speaker."""
        found = list(map(self._named, told)) if told else []
        if line.has_words:
            self._namer.passed(line)
        elif not told and self._last and self._kind is Kind.BODY and FULL in line.tag:
            last = self._last
            quoted = tuple(line.span(i, i + 1) for i, tag in enumerate(line.tag) if tag == FULL)
            found.append(
                Attribution(last.source, last.cue, quoted, "carried", last.class_, True, last.name)
            )
        return found

    def take_turn(self, turn: Turn, end: int) -> Attribution:
        """What somebody says in a transcript, up to ``end``."""
        if turn.asks and self._answers is None:
            self._answers = self._namer.last()
        who = self._namer.labelled(turn.name)
        if turn.answers and self._answers:
            who = self._answers
        content = (Span(turn.begin, end),)
        said = Attribution(
            turn.name, turn.colon, content, "direct", "speech", not turn.asks, who.name
        )
        if not turn.asks:
            self._last = said
            if not turn.answers:
                self._namer.remember(who)
        return said

    def _named(self, one: Told) -> Attribution:
        """With the name that a pronoun stands for; who vouches is remembered."""
        line, place = one.line, one.source
        cue = line.span(*one.cue)
        contents = tuple([line.span(first, stop) for first, stop in one.content if first < stop])
        vouches = one.vouches and self._kind is Kind.BODY
        if place is None:
            return Attribution(None, cue, contents, _kind(one), one.class_, vouches)
        who = self._namer.who(line, place)
        source = _source_span(line, place)
        kind: _Kind = "carried" if who.is_pronoun else _kind(one)
        found = Attribution(source, cue, contents, kind, one.class_, vouches, who.name)
        if one.opens:
            self._last = found
        if vouches:
            self._last = found
            if not who.is_pronoun:
                self._namer.remember(who)
        return found


def _kind(one: Told) -> Literal["direct", "indirect"]:
    return "direct" if one.is_quoted else "indirect"


def _source_span(line: Line, place: Place) -> Span:
    """The source; of a contraction ("they've") the pronoun alone."""
    first, stop = place
    pronoun = CLITICS.get(line.low[first])
    start = line.start[first]
    return Span(start, start + len(pronoun[0]) if pronoun else line.end(stop - 1))

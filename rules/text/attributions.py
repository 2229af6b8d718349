"""Finds who says what in a whole text."""

from collections.abc import Iterator, Sequence

from rules.text.carry import Carrier
from rules.text.finding import find
from rules.text.line import NAME, Reader
from rules.text.links import links, without_links
from rules.text.model import Attribution, Kind, Paragraph, Quotation
from rules.text.told import Told
from rules.text.turns import turns

_READ = (Kind.BODY, Kind.HEADLINE, Kind.CROSSHEAD, Kind.CAPTION)


def attributions(
    source: str,
    folded: str,
    paragraphs: Sequence[Paragraph],
    quotations: Sequence[Quotation],
    cues: Sequence[int],
) -> tuple[Attribution, ...]:
    """Every attribution in order; promos and labels are not read.

    ``cues`` are the places of all cue words, in order: a sentence without one says nothing new.
    """
    read = without_links(source)
    reader = Reader(read, without_links(folded), [q for q in quotations if q.depth == 0])
    carrier = Carrier(read, reader)
    spoken = turns(source, paragraphs)
    ours = _Cues(source, [at for at in cues if not reader.is_quoted(at)])
    found: list[Attribution] = []
    for paragraph in paragraphs:
        carrier.turn(paragraph)
        if paragraph.kind not in _READ:
            continue
        begin = paragraph.dateline.end if paragraph.dateline else 0
        turn = spoken.get(paragraph.n)
        if turn:
            begin = turn.begin
            found.append(carrier.take_turn(turn, paragraph.span.end))
        for sentence in paragraph.sentences:
            start, end = sentence.span
            if begin > start:
                start = begin + len(source[begin:end]) - len(source[begin:end].lstrip())
            inside = ours.within(start, end)
            if not inside and reader.speaks(start, end):
                carrier.go_on(start, end)
                continue
            for line in reader.lines(start, end):
                told = find(line, inside) if inside else []
                if len(told) > 1:
                    _settle(told)
                found += carrier.carry(line, told)
    if read != source:
        sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
        found += links(source, sentences, reader.is_quoted)
        found.sort(key=_in_order)
    return tuple(found)


def _in_order(attribution: Attribution) -> int:
    return attribution.cue.start


class _Cues:
    """The places of cues in order, asked about from left to right."""

    def __init__(self, source: str, places: Sequence[int]) -> None:
        self._source = source
        self._places = places
        self._next = 0

    def within(self, start: int, end: int) -> list[int]:
        """Those of a sentence; with a capital, only at its head."""
        places, at = self._places, self._next
        found: list[int] = []
        while at < len(places) and places[at] < end:
            place = places[at]
            if place == start or (place > start and not self._source[place].isupper()):
                found.append(place)
            at += 1
        self._next = at
        return found


def _settle(told: list[Told]) -> None:
    """Let cues of one sentence see each other."""
    for n, one in enumerate(told):
        for other in told[n + 1 :]:
            _close(one, other)
        if one.source is None and one.content:
            for other in told:
                if other is not one and any(a <= other.cue[0] < b for a, b in one.content):
                    other.vouches = False


def _close(one: Told, later: Told) -> None:
    """End the content of a cue where a later one takes over.

    A final attribution ends it at its own comma; a second verb of the same subject at its "and".
    """
    begins = min(later.source[0] if later.source else later.cue[0], later.cue[0])
    if _takes_over(one, later, begins):
        one.content = [c for c in _clipped(one, begins)]
        return
    if later.is_final or (
        later.source == one.source and later.source and later.form != "infinitive"
    ):
        stop = begins if later.is_final else later.cue[0]
        one.content = [c for c in _clipped(one, stop)]


def _takes_over(one: Told, later: Told, begins: int) -> bool:
    """True for "Reyes said … and Orr said …": two who speak, each for themselves."""
    line = one.line
    if not one.vouches or not later.vouches or later.source == one.source or later.is_final:
        return False
    return line.low[begins - 1] in ("and", "but", "while") and line.tag[begins] == NAME


def _clipped(one: Told, stop: int) -> Iterator[tuple[int, int]]:
    line = one.line
    for first, end in one.content:
        if one.cue[0] < first < stop < end:
            end = stop
            while end > first and (
                line.tag[end - 1] in ",-"
                or line.low[end - 1] in ("and", "but", "also", "has", "have")
            ):
                end -= 1
        if end > first:
            yield first, end

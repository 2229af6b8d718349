"""Finds who says what in a whole text."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from rules.model import Span
from rules.text.carry import Carrier
from rules.text.finding import find
from rules.text.line import Line, read_line
from rules.text.model import Attribution, Kind, Paragraph, Quotation
from rules.text.told import Told

_LONGEST = 250
_WORDLY = re.compile(r"[^\W_]")
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
    outer = [quotation for quotation in quotations if quotation.depth == 0]
    ends = [quotation.span.end for quotation in outer]
    carrier = Carrier(source)
    found: list[Attribution] = []
    for paragraph in paragraphs:
        carrier.turn(paragraph)
        if paragraph.kind not in _READ:
            continue
        begin = paragraph.dateline.end if paragraph.dateline else paragraph.span.start
        for sentence in paragraph.sentences:
            start, end = sentence.span
            inside = _meeting(outer, bisect_left(ends, start + 1), sentence.span)
            read = partial(read_line, sentence, inside, begin, source, folded)
            cue = bisect_left(cues, start)
            has_cue = cue < len(cues) and cues[cue] < end
            if not has_cue and _speaks(source, max(start, begin), end, inside):
                carrier.go_on(partial(_last_of, read))
                continue
            for line in read().cut(_LONGEST):
                told = find(line)
                _settle(told)
                found += carrier.carry(line, told)
    return tuple(found)


def _speaks(source: str, at: int, end: int, inside: Sequence[Quotation]) -> bool:
    """Tell whether the sentence has a word outside of its quotations."""
    for quotation in inside:
        if at < quotation.span.start and _WORDLY.search(source, at, quotation.span.start):
            return True
        at = max(at, quotation.span.end)
    return _WORDLY.search(source, at, end) is not None


def _last_of(read: Callable[[], Line]) -> Line | None:
    """The last piece of a sentence that has words of ours."""
    pieces = [line for line in read().cut(_LONGEST) if line.has_words]
    return pieces[-1] if pieces else None


def _meeting(outer: Sequence[Quotation], first: int, span: Span) -> list[Quotation]:
    out: list[Quotation] = []
    while first < len(outer) and outer[first].span.start < span.end:
        out.append(outer[first])
        first += 1
    return out


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
    if later.is_final or (
        later.source == one.source and later.source and later.form != "infinitive"
    ):
        stop = begins if later.is_final else later.cue[0]
        one.content = [c for c in _clipped(one, stop)]


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

"""Makes flags of hits: repeats together, each with its place and its mark."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from rules.marks import Marks
from rules.model import Flag, Raised, Suppressed
from rules.text.bare import Bare
from rules.text.model import Text


def grouped(raised: Sequence[Raised]) -> list[list[Raised]]:
    """Repeats of one rule, lemma and note together, in order of the first of each."""
    groups: dict[tuple[str, ...], list[Raised]] = {}
    for n, one in enumerate(raised):
        alone = (str(n),) if not one.hit.lemma or one.hit.scope == "document" else ()
        groups.setdefault((one.rule.id, one.hit.lemma, one.hit.note, *alone), []).append(one)
    return list(groups.values())


class Handed(NamedTuple):
    """The text as it was handed in, and where what was read of it stands."""

    source: str
    seen: Bare


def flags(
    text: Text, raised: Sequence[Raised], settled: Collection[str], handed: Handed
) -> tuple[list[Flag], list[Suppressed]]:
    """The flags, and what is no flag because its mark is among the ``settled``.

    Hits have their places in ``text``; flags have theirs in what was ``handed`` in.
    """
    marks = Marks(text)
    lines = [0, *_after_breaks(handed.source)] if raised else []
    open_: list[Flag] = []
    gone: list[Suppressed] = []
    for group in grouped(raised):
        flag = _flag(group, marks, lines, handed)
        if flag.mark in settled:
            gone += (_settled(one) for one in group)
        else:
            open_.append(flag)
    return open_, gone


def _after_breaks(source: str) -> Iterator[int]:
    at = source.find("\n")
    while at >= 0:
        yield at + 1
        at = source.find("\n", at + 1)


def _settled(one: Raised) -> Suppressed:
    hit = one.hit
    return Suppressed(rule=one.rule.id, start=hit.start, end=hit.end, because="settled")


def _flag(group: Sequence[Raised], marks: Marks, lines: list[int], handed: Handed) -> Flag:
    rule, _, hit = group[0]
    span = handed.seen.span
    start, end = span(hit.start, hit.end)
    line = bisect_right(lines, start)
    return Flag(
        mark=marks.mark(rule.id, hit),
        rule=rule.id,
        level=min((one.level for one in group), key=lambda level: level.rank),
        scope=hit.scope,
        start=start,
        end=end,
        line=line,
        column=start - lines[line - 1] + 1,
        quote=handed.source[start:end],
        also=tuple(tuple(span(other.hit.start, other.hit.end)) for other in group[1:]),
        title=rule.title,
        note=hit.note,
        why=rule.why,
        fix=rule.fix,
        suggestions=hit.suggestions,
    )

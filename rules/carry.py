"""Knows a flag again in the next version: by rule, words, sentence and speaker, not by place."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from rules.alike import pairs
from rules.load import packs
from rules.traces import Passage, Trace


class Change(StrEnum):
    """What is different about a flag that is known again."""

    NOTHING = "nothing"
    SPEAKER = "speaker"  # somebody else says it, or nobody does any more
    PLACE = "place"  # it is asked in one more place
    WORDS = "words"  # a question about the whole draft that is about something else now


class Known(NamedTuple):
    """The number that a flag had before, and what is different about it."""

    number: int
    change: Change = Change.NOTHING


def carry(
    past: Mapping[int, Trace],
    present: Sequence[Trace],
    *,
    gone: Collection[int] = (),
    renamed: Mapping[str, str] | None = None,
) -> tuple[Known | None, ...]:
    """Say for each flag of ``present`` how it is known from the ``past``; None for a new one.

    ``past`` has the last trace of every number ever given; ``gone`` are those that were not in the
    version before this one. ``renamed`` has the new ids of rules by the old (ours, if None).
    No number comes up twice. Other words are another flag, but for a question about the whole
    draft, which is known by its rule.
    """
    known = _Knowing(past, gone, formerly() if renamed is None else renamed)
    found = known.passages(present) | known.whole_draft(present)
    return tuple(found.get(i) for i in range(len(present)))


@cache
def formerly() -> Mapping[str, str]:
    """The ids that rules of ours once had, and those that they have now."""
    return {old: rule.id for rule in packs().values() for old in rule.formerly}


class _Place(NamedTuple):
    """A place of a flag: of its number in the past, of its index in the present."""

    flag: int
    passage: Passage


class _Again(NamedTuple):
    """A place that was there before; 0 is the best ``rank``."""

    rank: int
    flag: int
    number: int
    same_speaker: bool


class _Knowing:
    """What is known of the versions before."""

    def __init__(
        self, past: Mapping[int, Trace], gone: Collection[int], renamed: Mapping[str, str]
    ) -> None:
        self._past = past
        self._gone = frozenset(gone)
        self._renamed = renamed

    def passages(self, present: Sequence[Trace]) -> dict[int, Known]:
        """Flags of passages: each takes the number with which it shares its best place."""
        again = list(self._again(present))
        number_of: dict[int, int] = {}
        taken: set[int] = set()
        for each in sorted(again):
            if each.flag not in number_of and each.number not in taken:
                number_of[each.flag] = each.number
                taken.add(each.number)
        own: dict[int, list[_Again]] = defaultdict(list)
        for each in again:
            if number_of.get(each.flag) == each.number:
                own[each.flag].append(each)
        return {
            i: Known(number, _change(self._past[number], present[i], own[i]))
            for i, number in number_of.items()
        }

    def whole_draft(self, present: Sequence[Trace]) -> dict[int, Known]:
        """Flags of the whole draft: by what they are about, else by the rule alone."""
        found: dict[int, Known] = {}
        for old, new in self._asked_of_all(present):
            names = defaultdict(list)
            for number in old:
                names[self._past[number].named].append(number)
            for i in new:
                if same := names[present[i].named]:
                    found[i] = Known(same.pop(0))
            left = [n for some in names.values() for n in some if n not in self._gone]
            other = [i for i in new if i not in found]
            if len(left) == len(other) == 1:
                found[other[0]] = Known(left[0], Change.WORDS)
        return found

    def _again(self, present: Sequence[Trace]) -> Iterator[_Again]:
        """The places that were there before, each once, of whatever flag."""
        then = self._places(sorted(self._past.items(), key=self._last_version_first))
        now = self._places(enumerate(present))
        for key, new in now.items():
            old = then.get(key, [])
            for pair in pairs([each.passage for each in old], [each.passage for each in new]):
                was, is_ = old[pair.old], new[pair.new]
                same = was.passage.speaker == is_.passage.speaker
                yield _Again(pair.rank, is_.flag, was.flag, same)

    def _last_version_first(self, past: tuple[int, Trace]) -> tuple[bool, int, int]:
        number, trace = past
        return number in self._gone, trace.places[0].at, number

    def _places(self, traces: Iterable[tuple[int, Trace]]) -> dict[Hashable, list[_Place]]:
        """The places at which the same rule points at the same words, in order."""
        places: dict[Hashable, list[_Place]] = defaultdict(list)
        for flag, trace in traces:
            if not trace.named:
                for passage in trace.places:
                    places[self._rule(trace), passage.words].append(_Place(flag, passage))
        return places

    def _asked_of_all(self, present: Sequence[Trace]) -> Iterator[tuple[list[int], list[int]]]:
        """For each rule that asks of the whole draft: its numbers before, its indexes now."""
        now: dict[str, list[int]] = defaultdict(list)
        for i, trace in enumerate(present):
            if trace.named:
                now[self._rule(trace)].append(i)
        for rule, new in now.items():
            past = sorted(self._past.items(), key=self._last_version_first)
            yield [n for n, trace in past if trace.named and self._rule(trace) == rule], new

    def _rule(self, trace: Trace) -> str:
        return self._renamed.get(trace.rule, trace.rule)


def _change(then: Trace, now: Trace, own: Sequence[_Again]) -> Change:
    """What is different, as far as a decision is concerned; a place that is gone is not."""
    if len(own) < len(now.places) or now.many > then.many:
        return Change.PLACE
    return Change.NOTHING if all(each.same_speaker for each in own) else Change.SPEAKER

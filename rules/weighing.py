"""Weighs hits of one sentence against each other: notes that add up, and rules that give way."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rules.model import Level, Raised, Span, united
from rules.text.model import Text


def weighed(text: Text, raised: Sequence[Raised]) -> list[Raised]:
    """What is raised, once all hits are known.

    Two notes that add up become queries: one coloured word may be chance, two are a tone. A rule
    that yields to another keeps silent where that one asks as hard about the same words.
    """
    kept = _kept(raised)
    sentences: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(kept):
        if one.hit.scope == "passage" and one.hit.adds:
            sentence = text.sentence_at(one.hit.start)
            if sentence is not None:
                sentences[sentence.n].append(i)
    for places in sentences.values():
        words = {(kept[i].rule.id, kept[i].hit.lemma) for i in places}
        for i in places:
            if kept[i].level is Level.NOTE and len(words) > 1:
                kept[i] = kept[i]._replace(level=Level.QUERY)
    return kept


def _kept(raised: Sequence[Raised]) -> list[Raised]:
    """What is left where rules have given way."""
    asked: dict[tuple[frozenset[str], Level], list[Span]] = {}
    for yields, level in {(one.rule.yields, one.level) for one in raised if one.rule.yields}:
        asked[yields, level] = united(_span(o) for o in raised if _presses(o, yields, level))
    return [one for one in raised if not _gives_way(one, asked)]


def _presses(one: Raised, rules: frozenset[str], level: Level) -> bool:
    """Tell whether it is of one of ``rules`` and at least as hard as ``level``."""
    is_passage = one.hit.scope == "passage"
    return is_passage and one.rule.id in rules and one.level.rank <= level.rank


def _gives_way(one: Raised, asked: Mapping[tuple[frozenset[str], Level], Sequence[Span]]) -> bool:
    if one.hit.scope == "document" or not one.rule.yields:
        return False
    span, others = _span(one), asked[one.rule.yields, one.level]
    i = bisect_left(others, span.start, key=lambda other: other.end)
    return any(other.meets(span) for other in others[i : i + 2])


def _span(one: Raised) -> Span:
    return Span(one.hit.start, one.hit.end)

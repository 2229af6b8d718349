"""Weighs hits of one sentence against each other: notes that add up, and rules that give way."""

from collections import defaultdict
from collections.abc import Sequence

from rules.model import Level, Raised
from rules.text.model import Text


def weighed(text: Text, raised: Sequence[Raised]) -> list[Raised]:
    """What is raised in each sentence, once all its hits are known.

    Two notes that add up become queries: one coloured word may be chance, two are a tone. A rule
    that yields to another keeps silent beside it.
    """
    sentences: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(raised):
        if one.hit.scope == "passage" and (one.hit.adds or one.rule.yields):
            sentence = text.sentence_at(one.hit.start)
            if sentence is not None:
                sentences[sentence.n].append(i)
    if not sentences:
        return list(raised)
    asked = _asked(text, raised)
    found: list[Raised | None] = list(raised)
    for n, places in sentences.items():
        words = {(raised[i].rule.id, raised[i].hit.lemma) for i in places if raised[i].hit.adds}
        for i in places:
            one = raised[i]
            if one.rule.yields & asked[n]:
                found[i] = None
            elif one.hit.adds and one.level is Level.NOTE and len(words) > 1:
                found[i] = one._replace(level=Level.QUERY)
    return [one for one in found if one is not None]


def _asked(text: Text, raised: Sequence[Raised]) -> dict[int, set[str]]:
    """The rules that point at something in each sentence."""
    asked: dict[int, set[str]] = defaultdict(set)
    for one in raised:
        sentence = text.sentence_at(one.hit.start)
        if sentence is not None and one.hit.scope == "passage":
            asked[sentence.n].add(one.rule.id)
    return asked

"""Reads one line for cues."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from rules.search.scan import WordList
from rules.text.cues import (
    ADJECTIVE_TAKES,
    ADJECTIVES,
    FACELESS,
    NOUN_FORMS,
    PARTICLES,
    VERB_FORMS,
)
from rules.text.line import Line
from rules.text.nouns import according, adjective, as_per, citing, faceless, in_words, noun
from rules.text.telling import made_clear, verb_told
from rules.text.told import Told
from rules.text.words import word_set

# More cues than any sentence holds: what follows is no copy.
_MOST = 30
# Of those who would not be named.
_HIDING = word_set("ask decline speak insist request refuse want agree wish demand")
_OTHERS = {
    "according": according,
    "per": as_per,
    "clear": made_clear,
    "citing": citing,
    "words": in_words,
    **dict.fromkeys(FACELESS, faceless),
}
_CUES = frozenset((*VERB_FORMS, *NOUN_FORMS, *ADJECTIVES, *_OTHERS))


# Where they stand is found in the scan of the whole draft.
CUES = WordList(" ".join(sorted(_CUES)))

# What stands before a noun that looks like a verb: "the state", "of attacks".
_BEFORE_NOUN = tuple(
    f"{before} "
    for before in (
        "the",
        " a",
        " an",
        " of",
        " in",
        " this",
        " these",
        " those",
        " his",
        " her",
        " its",
        " their",
        " our",
        " my",
        "'s",
        "s'",
        " every",
        " each",
        " no",
        " any",
        " on",
        " at",
        " with",
        " from",
        " into",
    )
)


@cache
def _follows(word: str) -> tuple[str, ...]:
    """What must come after a cue word that is no verb here: nothing in particular, if empty."""
    takes: tuple[str, ...] = ()
    if word in NOUN_FORMS:
        takes = (*NOUN_FORMS[word].takes, "by", "from")
    if word in ADJECTIVES:
        takes = (*takes, *ADJECTIVE_TAKES)
    if word in VERB_FORMS and "+" in VERB_FORMS[word].frames:
        takes = (*takes, PARTICLES[VERB_FORMS[word].lemma])
    return tuple(f" {take}" for take in takes)


def may_tell(folded: str, start: int, end: int) -> bool:
    """Tell whether the cue word between the places is worth reading its sentence for."""
    word = folded[start:end]
    cue = VERB_FORMS.get(word)
    if cue is None:
        return word in _OTHERS or folded.startswith(_follows(word), end)
    if "+" in cue.frames:
        return folded.startswith(_follows(word), end)
    if cue.shape in "BZ" and folded.endswith(_BEFORE_NOUN, 0, start):
        return word in NOUN_FORMS and folded.startswith(_follows(word), end)
    return True


def find(line: Line, cues: Sequence[int]) -> list[Told]:
    """Every attribution of the line, in order; ``cues`` are where its cue words stand."""
    found: list[Told] = []
    size = line.size
    place = 0
    for start in _of(line, cues):
        place = bisect_left(line.start, start, place)
        if place >= size or line.start[place] != start or line.low[place] not in _CUES:
            continue
        earlier = found[-1] if found else None
        if earlier and _is_in_source(earlier, place):
            continue
        told = _told(line, place, earlier)
        if told:
            found.append(told)
    return found


def _of(line: Line, cues: Sequence[int]) -> Sequence[int]:
    """Those cues of a sentence that stand in this piece of it."""
    first = bisect_left(cues, line.start[0])
    return cues[first : min(first + _MOST, bisect_left(cues, line.end(line.size - 1)))]


def _is_in_source(earlier: Told, place: int) -> bool:
    """Tell whether a cue only says more about a source: "said a man who asked not to be named"."""
    source = earlier.source
    if source is None or not earlier.cue[0] < source[0] <= place < source[1]:
        return False
    verb = VERB_FORMS.get(earlier.line.low[place])
    return verb is not None and verb.lemma in _HIDING


def _told(line: Line, place: int, earlier: Told | None) -> Told | None:
    word = line.low[place]
    told: Told | None = None
    if word == "citing":
        return citing(line, place)
    if word in VERB_FORMS:
        told = verb_told(line, place, VERB_FORMS[word], earlier)
    if told is None and word in NOUN_FORMS:
        told = noun(line, place, NOUN_FORMS[word])
    if told is None and word in ADJECTIVES:
        told = adjective(line, place, ADJECTIVES[word])
    elif word in _OTHERS:
        told = _OTHERS[word](line, place)
    return told

"""Reads one line for cues."""

from rules.search.scan import WordList
from rules.text.cues import ADJECTIVES, FACELESS, NOUN_FORMS, VERB_FORMS
from rules.text.line import WORD, Line
from rules.text.nouns import according, adjective, faceless, noun
from rules.text.telling import made_clear, verb_told
from rules.text.told import Told

# More cues than any sentence holds: what follows is no copy.
_MOST = 30
_OTHERS = {
    "according": according,
    "clear": made_clear,
    **dict.fromkeys(FACELESS, faceless),
}
_CUES = frozenset((*VERB_FORMS, *NOUN_FORMS, *ADJECTIVES, *_OTHERS))


# Where they stand is found in the scan of the whole draft.
CUES = WordList(" ".join(sorted(_CUES)))


def find(line: Line) -> list[Told]:
    """Every attribution of the line, in order of its cue."""
    places = [
        place
        for place, word in enumerate(line.low)
        if word in _CUES and (line.tag[place] == WORD or not place)
    ]
    return [told for place in places[:_MOST] if (told := _told(line, place))]


def _told(line: Line, place: int) -> Told | None:
    word = line.low[place]
    told: Told | None = None
    if word in VERB_FORMS:
        told = verb_told(line, place, VERB_FORMS[word])
    if told is None and word in NOUN_FORMS:
        told = noun(line, place, NOUN_FORMS[word])
    elif word in ADJECTIVES:
        told = adjective(line, place, ADJECTIVES[word])
    elif word in _OTHERS:
        told = _OTHERS[word](line, place)
    return told

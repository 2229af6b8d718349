"""Reads one line for cues."""

from rules.scan import WordList
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
_CUES = VERB_FORMS.keys() | NOUN_FORMS.keys() | ADJECTIVES.keys() | _OTHERS.keys()


# Where they stand is found in the scan of the whole draft.
CUES = WordList(" ".join(sorted(_CUES)))


def find(line: Line) -> list[Told]:
    """Every attribution of the line, in order of its cue."""
    places = [
        place
        for place, word in enumerate(line.low)
        if word in _CUES and (line.tag[place] == WORD or not place)
    ]
    found = (_told(line, place) for place in places[:_MOST])
    return [told for told in found if told]


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

"""Reads one line for cues."""

from collections.abc import Iterator

from rules.text.cues import ADJECTIVES, FACELESS, NOUN_FORMS, VERB_FORMS
from rules.text.line import WORD, Line
from rules.text.nouns import according, adjective, faceless, noun
from rules.text.telling import made_clear, verb_told
from rules.text.told import Told


def find(line: Line) -> Iterator[Told]:
    """Every attribution of the line, in order of its cue."""
    for place, word in enumerate(line.low):
        if line.tag[place] != WORD and not (line.tag[place] == "N" and place == 0):
            continue
        told: Told | None = None
        cue = VERB_FORMS.get(word)
        if cue:
            told = verb_told(line, place, cue)
        if told is None and word in NOUN_FORMS:
            told = noun(line, place, NOUN_FORMS[word])
        elif word == "according" and line.word(place + 1) == "to":
            told = according(line, place)
        elif word in ADJECTIVES:
            told = adjective(line, place, ADJECTIVES[word])
        elif word == "clear":
            told = made_clear(line, place)
        elif word in FACELESS:
            told = faceless(line, place)
        if told:
            yield told

"""Are these people?

Why: Hordes, vermin, swarms: words for beasts and weather take away the people in the story, and
have gone before violence against them. They are safe only for animals, or in somebody's mouth.

Fix: Say people, residents, migrants; say how many they were and what they did.

Source: Ethical Journalism Network on hate speech; GLAAD and Associated Press on groups of people
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rules.lexicon.lexicon import Lexicon
from rules.lexicon.senses import Listed, Senses
from rules.model import Hit, Level, Voice
from rules.text.model import Text

LEVEL = Level.HOLD
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
EXAMPLES = (
    "A [[swarm]] of beggars followed the bus.",
    "Squatters are [[vermin]], and the town wants them gone.",
    "The settlers [[are animals]] who know no law.",
    "Masked youths [[swarmed]] the customs shed.",
    "The town faced a [[flood]] of refugees.",
    "The lower cells held the [[human scum]] of three ports.",
    "Wasps swarmed over the tents where the migrants slept.",
    "“To them we are vermin,” the tenant said.",
    "The kitchen was shut after inspectors found vermin near the migrants’ hostel bins.",
    "A flood drove the refugees from their tents. The horde of coins lay in a jar.",
)
_FILE = Path(__file__)
_WORDS = Senses(_FILE.with_suffix(".txt"))
_FRAMES = Lexicon(_FILE.with_name("dehumanise_frames.txt"))
_REACH = 60
_LEVELS = {"weather": Level.QUERY}


def find(text: Text) -> Iterator[Hit]:
    """Words that are never right of people, and words for beasts where people are meant."""
    for word in _WORDS.search(text):
        if not word.is_off or _is_of_people(text, word):
            yield word.hit(level=_LEVELS.get(word.entry.sense, Level.HOLD))
    for found in _FRAMES.search(text):
        level = _LEVELS.get(found.sense, Level.HOLD)
        yield Hit(*found.span, "People: what did they do, and how many were they?", level=level)


def _is_of_people(text: Text, word: Listed) -> bool:
    sense, span, sentence = word.entry.sense, word.span, word.sentence.span
    if sense == "pest":
        return _people("").search(text.folded, *sentence) is not None
    if sense == "beasts":
        subject = _people(r"\s+(?:\w+\s+){0,6}\Z")
        return subject.search(text.folded, sentence.start, span.start) is not None
    if sense == "swarming":
        start = max(sentence.start, span.start - _REACH)
        return (
            _people(r"\s+(?:\w+ly\s+|had\s+|have\s+|then\s+)?\Z").search(
                text.folded, start, span.start
            )
            is not None
        )
    reach = min(sentence.end, span.end + _REACH)
    return _of_people().match(text.folded, span.end, reach) is not None


@cache
def _people(then: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_named()}|asylum[ -]seekers){then}(?!\w)")


@cache
def _of_people() -> re.Pattern[str]:
    return re.compile(rf"\s+of\s+(?:[\w-]+\s+){{0,2}}(?:{_named()}|asylum[ -]seekers)(?!\w)")


@cache
def _named() -> str:
    """Those who are called so."""
    names = _FILE.with_name("dehumanise_people.txt").read_text("utf-8")
    return "|".join(names.split())

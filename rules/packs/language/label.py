"""Whose word is it?

Why: A label tells the reader what to think of people before they have done anything in the story.
One side's terrorist, regime or illegal is another side's fighter, government or migrant; the
paper that picks the word has picked the side.

Fix: Use the neutral name (government, armed group, attacker, migrant without papers), say what the
people did, or quote in full who calls them that.

Source: Reuters Handbook of Journalism, entry “terrorism, terrorist”; Wikipedia, MOS:LABEL
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.heads import Heads
from rules.lexicon.senses import Listed, Senses
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE, Voice.FURNITURE})
EXAMPLES = (
    "The [[regime]] closed the port on Friday.",
    "Soldiers loyal to the Velan [[Regime]] held the bridge, and the [[regime]] kept its silence.",
    "Villagers had long paid the [[terrorist outfit]] in the hills.",
    "[[Regime]] closes port\n\nThe [[regime]] and its [[henchmen]] went on closing ports for the"
    " whole of the week.",
    "The [[left-wing]] press ignored the vote. A left-wing alliance won it.",
    "The new tax regime starts in May. He was charged with three terrorist offences.",
    "They marched for regime change.",
    "“This regime has robbed us,” said Ana Roke, a teacher.",
    "The premier branded the marchers a gang of thugs.",
    "Colonel Crook retired to a farm, and Crook said he would miss the noise.",
)
_FILE = Path(__file__)
_WORDS = Senses(_FILE.with_suffix(".txt"), _FILE.with_name("label_camps.txt"))
_HEADS = Heads(_FILE.with_name("label_heads.txt"), between=0, reach=40)
_FAR_HEADS = Heads(_FILE.with_name("label_far_heads.txt"), between=0, reach=40)
_BEFORE = 90
_OURS = frozenset({"rulers", "armed people", "people on the move"})
_CALLED = later(
    r"\b(?:brand|label|call|dub|describ|denounc|condemn|accus|portray|depict|smear)(?:s|es|ed|ing|"
    r"led|ling|bed|bing|e)?\b[^.;!?]*\Z"
)


def find(text: Text) -> Iterator[Hit]:
    """Labels in our own words; the side's name for a side in reported words too."""
    for word in _WORDS.search(text):
        level = _level(text, word)
        if level is not None and not _is_called(text, word):
            yield word.hit(level=level)


def _level(text: Text, word: Listed) -> Level | None:
    if word.entry.strength == "right" or _is_theirs(text, word):
        return None
    if not word.is_off:
        return Level(word.entry.strength)
    heads = _FAR_HEADS if word.entry.sense == "wings" else _HEADS
    return Level.QUERY if heads.follow(text, word) else None


def _is_theirs(text: Text, word: Listed) -> bool:
    """What somebody says of others' views or conduct is his word, and he is named."""
    return word.entry.sense not in _OURS and text.voice_at(word.span.start) is Voice.PARAPHRASE


def _is_called(text: Text, word: Listed) -> bool:
    """Tell "branded the marchers thugs": a source's word, and the sentence says whose."""
    start = max(word.sentence.span.start, word.span.start - _BEFORE)
    return _CALLED.search(text.folded, start, word.span.start) is not None

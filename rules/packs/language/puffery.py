"""Who says it is that good?

Why: "Iconic", "world-class" and "must-see" are the seller's words. They tell the reader that we
were won over, and nothing about what was won.

Fix: Say what it won, sold, measured or changed, or let somebody with a name praise it.

Source: Wikipedia, MOS:PUFFERY
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.senses import Senses
from rules.model import Hit, Level, Voice
from rules.text.model import Text

LEVEL = Level.NOTE
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
YIELDS = frozenset({"language.verb", "language.hyperbole", "language.epithet"})
EXAMPLES = (
    "The [[world-renowned]] baker will open a stall.",
    "It is a [[must-visit]] for families.",
    "The [[iconic]] lamp above the quay was mended.",
    "The firm sells [[cutting-edge]] rope.",
    "The hotel is [[nestled in]] the valley and has a [[rich cultural heritage]].",
    "The baker, who won the Corvan medal twice, will open a stall.",
    "The critic called the lamp iconic.",
    "“It is a must-visit,” the mayor said.",
    "The Heritage Gem Trust owns the tower.",
)
_WORDS = Senses(Path(__file__).with_suffix(".txt"))


def find(text: Text) -> Iterator[Hit]:
    """Praise in the newsroom's own words."""
    return (listed.hit() for listed in _WORDS.search(text) if not listed.is_off)

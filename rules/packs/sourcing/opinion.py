"""Our opinion, or theirs?

Why: A verdict in the newsroom's own words makes a report into comment. The reader has to be able
to tell the two apart.

Fix: Say whose verdict it is, give the fact that earns it, cut it, or label the piece opinion.

Source: IPSO Editors' Code 1(iv); NPR Ethics Handbook, impartiality
"""

from collections.abc import Iterator
from pathlib import Path

from rules.claims import backing
from rules.lexicon.lexicon import Lexicon
from rules.model import Hit, Level
from rules.text.model import Text

LEVEL = Level.NOTE
YIELDS = frozenset(
    {
        "sourcing.accusation",
        "sourcing.causal",
        "sourcing.claim",
        "sourcing.motive",
        "sourcing.prediction",
    }
)
EXAMPLES = (
    "The timetable [[is a shambles]].",
    "The board has [[treated the crew shamefully]].",
    "The ban [[is absurd]], and [[it is time for]] the mayor to go.",
    "The crew [[deserve better]].",
    "“The timetable is a shambles,” the guard said.",
    "The guard called the timetable a shambles.",
    "The timetable is a single sheet of paper.",
    "Is the ban absurd?",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))


def find(text: Text) -> Iterator[Hit]:
    """Verdicts in the newsroom's own words."""
    for found in _PHRASES.search(text):
        yield Hit(*found.span, because=backing(text, found.sentence, found.span))

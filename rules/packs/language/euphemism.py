"""What is the plain word?

Why: "Collateral damage" and "rightsizing" were made by those who did it, so that it would not be
seen. The reader is owed the people in it.

Fix: Write killed, sacked, tortured, died; keep the phrase for a quotation.

Source: George Orwell, “Politics and the English Language”; Reuters and Guardian style guides
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Lexicon
from rules.lexicon.senses import Senses
from rules.model import Hit, Level, Voice
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
EXAMPLES = (
    "The raid left [[collateral damage]] in the lower town.",
    "The rope works is [[rightsizing]] its sheds.",
    "Her aunt [[passed away]] in May.",
    "The suspects were put through [[enhanced interrogation]].",
    "The firm plans a [[workforce reduction]].",
    "The raid killed two farmers, the clinic said.",
    "“We are rightsizing,” the owner said; 40 jobs will go.",
    "The ministry called the two deaths collateral damage.",
    "The order passed away from the old guilds and into the hands of the firms.",
)
_WORDS = Senses(Path(__file__).with_suffix(".txt"))
_FRAMES = Lexicon(Path(__file__).with_name("euphemism_frames.txt"))
_REASONS = {
    "work": "People lose work or pay. How many?",
    "war": "Somebody was killed, hurt or driven out. Who?",
    "death": "Somebody died.",
    "abuse": "What was done? The law has plainer words.",
}


def find(text: Text) -> Iterator[Hit]:
    """Soft words for hard things, in the newsroom's own voice."""
    yield from (listed.hit() for listed in _WORDS.search(text) if not listed.is_off)
    for found in _FRAMES.search(text):
        yield Hit(*found.span, _REASONS[found.sense])

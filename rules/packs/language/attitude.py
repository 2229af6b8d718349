"""Who says they were?

Why: Stubborn, arrogant, devious: a temper pinned on one side turns a report of talks or a dispute
into a verdict on who is to blame. The other side is never called so.

Fix: Report the act (what was turned down, who walked out), or say whose judgement it is.

Source: Reuters Handbook of Journalism, on characterising subjects; NPR Ethics Handbook; WP:NPOV
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rules.lexicon.senses import Senses
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
EXAMPLES = (
    "The ferry owners’ [[intransigence]] cost the port a week.",
    "With [[arrogant]] ease the envoys left the room.",
    "Their [[casual attitude]] to the locks let the water in.",
    "The union [[refused to listen]] and left at noon.",
    "A [[petulant]] chairman closed the hearing.",
    "The envoys turned the quota down for a third time.",
    "The mediator said the envoys were stubborn.",
    "A stubborn fire burned in the silo until dawn. Her stubborn cough did not stop her.",
    "The judge found the witness evasive and arrogant.",
    "A casual worker found the key. Attitudes to the ferry have changed.",
)
_WORDS = Senses(Path(__file__).with_suffix(".txt"))
_MANNER = later(r"\s(?:attitude|mindset|mentality|demeanou?r)(?!\w)")
_REACH = 12


def find(text: Text) -> Iterator[Hit]:
    """Tempers as words of their own, and pinned on an attitude."""
    for word in _WORDS.search(text):
        if word.entry.part != "adjective":
            yield word.hit()
            continue
        manner = _MANNER.match(text.folded, word.span.end, word.span.end + _REACH)
        if manner is not None:
            yield replace(word.hit(level=Level.QUERY), end=manner.end())
        elif not word.is_off:
            yield word.hit()

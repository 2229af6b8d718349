"""Who says it is clear?

Why: "Clearly", "of course" and "it is evident" add no fact; they tell the reader that no fact is
needed. If the facts show it, they can stand by themselves; if they do not, the word is a bluff.

Fix: Cut the word and let the facts stand, or say who draws the conclusion and from what.

Source: Wikipedia, MOS:EDITORIAL; Recasens and others 2013 on factive verbs and intensifiers
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Lexicon
from rules.lexicon.senses import Listed, Senses
from rules.model import Hit, Level, Voice
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
YIELDS = frozenset({"language.attitude"})
EXAMPLES = (
    "The pact has [[clearly]] failed.",
    "[[It is evident that]] nobody checked the locks.",
    "The vote is [[a clear sign of]] how little the town trusts the board.",
    "The envoy [[wrongly]] accused the harbour master of delay.",
    "[[Of course]], the bridge was never built.",
    "The exits are clearly marked.",
    "The board said the pact had clearly failed.",
    "She was too hoarse to speak clearly.",
    "“Obviously we are gutted,” the captain said.",
    "The judge said the case was proved beyond reasonable doubt.",
)
_WORDS = Senses(Path(__file__).with_suffix(".txt"))
_FRAMES = Lexicon(Path(__file__).with_name("editorial_frames.txt"))


def find(text: Text) -> Iterator[Hit]:
    """Certainty without proof, verdicts, and scorn, in the newsroom's own words."""
    for found in _FRAMES.search(text):
        if found.sense == "frame":
            yield Hit(*found.span, "Our verdict, not a fact. Who draws it, and from what?")
        else:
            yield Hit(*found.span, "This pleads a case. Whose is it?", level=Level.NOTE)
    for listed in _WORDS.search(text):
        if not _is_of_degree(text, listed):
            yield listed.hit()


def _is_of_degree(text: Text, listed: Listed) -> bool:
    """Tell "oddly shaped" and "an unfortunately named ship" from verdicts on what happened."""
    before = text.folded[max(0, listed.span.start - 4) : listed.span.start].split()[-1:]
    return listed.entry.words.endswith("ly") and before in (["a"], ["an"])

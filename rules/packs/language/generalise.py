"""How many did we ask?

Why: "Everybody hates it" and "parents are outraged" speak for thousands on the strength of the few
who were asked, and one reader who thinks otherwise proves us wrong.

Fix: Say how many said so and name some of them, or report what they did.

Source: IPSO Editors' Code, clauses 1 and 12; SemEval-2020 task 11 on exaggeration
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
EXAMPLES = (
    "[[Everybody]] in the port hates the fee.",
    "[[Nobody believes]] the second count.",
    "[[Commuters are furious]] about the new bus lanes.",
    "The [[whole town is in shock]] after the fire.",
    "[[All politicians lie]], and this one was paid to.",
    "[[As everyone knows]], the bridge was built twice.",
    "All nine members of the board voted for the fee.",
    "Nobody was hurt, the fire service said.",
    "Her parents are furious about the mark, she said.",
    "“Everybody hates it,” the clerk said.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))
_OF_FEW = later(
    r"\b(?:if|unless|that|whether|when|until|who|so|hoping|hopes?|want\w*|ensure|make sure|not"
    r"|hardly|almost|nearly|virtually|practically|says?|said)(?: \w+)? \Z"
)


def find(text: Text) -> Iterator[Hit]:
    """Words that speak for all of a people, a town or a trade."""
    for found in _PHRASES.search(text):
        if not _is_meant_of_some(text, found):
            yield Hit(*found.span)


def _is_meant_of_some(text: Text, found: Found) -> bool:
    """Leave what is hoped, asked or said of all, and questions."""
    if found.sentence.is_question:
        return True
    before = text.folded[max(found.sentence.span.start, found.span.start - 40) : found.span.start]
    return _OF_FEW.search(before) is not None

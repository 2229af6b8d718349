"""Whose side are we on?

Why: "Our troops", "foreign hands" and "their paymasters" make the reader one of two camps. A paper
that says "we" of an army cannot report on it.

Fix: Name the army, the state or the people, and say what they did.

Source: International Federation of Journalists on conflict; SemEval-2020 task 11, flag-waving
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Lexicon
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
EXAMPLES = (
    "[[Our troops]] took the ridge before dawn.",
    "The strike was the work of [[foreign hands]].",
    "[[Their paymasters]] abroad approved the list.",
    "The guild follows the script of [[its Velan masters]].",
    "He died for [[our way of life]].",
    "The army took the ridge before dawn, the ministry said.",
    "Our correspondent saw three lorries at the gate.",
    "“Our troops took the ridge,” Colonel Ida Roth said.",
    "Their masters degrees were worth nothing, the board found.",
    "The dogs wait for their masters at the gate.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))
# Who does have a master or a handler.
_LED = later(
    r"\b(?:dogs?|puppies|hounds?|horses?|animals?|falcons?|elephants?|apprentices?|pupils|slaves?"
    r"|enslaved|servants?|spy|spies|spied|agents?|informants?|informers?|moles?|baggage|luggage)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Camps: ours, and those who are said to be led from abroad."""
    for found in _PHRASES.search(text):
        is_led = found.sense == "theirs" and _LED.search(text.folded, *found.around)
        yield Hit(*found.span, because="technical" if is_led else None)

"""How large is it really?

Why: "Chaos", "miracle cure" and "devastating" give the size of our excitement in place of the size
of the thing, and are worn out when the real one comes.

Fix: Give the number, the time or the damage; let a person who was there call it what they like.

Source: National Health Service, “Behind the Headlines”; SemEval-2020 task 11 on exaggeration
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.senses import Senses
from rules.model import Hit, Level, Voice
from rules.search.scan import WordList
from rules.text.model import Kind, Text

LEVEL = Level.NOTE
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
YIELDS = frozenset({"language.epithet", "language.editorial", "language.label", "language.verb"})
EXAMPLES = (
    "The [[devastating]] delay lasted six minutes.",
    "It is a [[miracle cure]] for hay fever.",
    "The vote left the party [[in tatters]].",
    "There was [[utter chaos]] at the counter when the form changed.",
    "The memo [[sent shockwaves]] through the guild.",
    "The delay lasted six minutes.",
    "“Devastating,” the runner said of her knee.",
    "The firefighters called the damage catastrophic.",
    "A tsunami killed nine people on the island in 1987.",
    "A silver bullet was found in the case of old coins.",
)
_WORDS = Senses(Path(__file__).with_suffix(".txt"))
_SHOUTS = WordList("!")
_CLOSE = 40  # characters of marks and spaces that may end a sentence


def find(text: Text) -> Iterator[Hit]:
    """Words that are larger than what they tell of, and sentences that shout."""
    yield from (listed.hit() for listed in _WORDS.search(text) if not listed.is_off)
    for _, start, end in text.seen.of(_SHOUTS):
        if _is_end(text, end):
            yield Hit(start, end, "The copy shouts. Would a full stop do?", lemma="!", adds=True)


def _is_end(text: Text, end: int) -> bool:
    """Tell the end of a sentence of body copy from "Yahoo! said"."""
    sentence = text.sentence_at(end - 1)
    if sentence is None or sentence.kind is not Kind.BODY:
        return False
    is_near = sentence.span.end - end <= _CLOSE
    return is_near and not text.folded[end : sentence.span.end].strip(" \"'!?")

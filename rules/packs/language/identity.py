"""Does it matter here?

Why: A race, faith, illness or origin that the story does not need blames a whole group for what
one person did; a term that people have left behind says that nobody asked them.

Fix: Cut it unless the story shows why it matters, or use the term that the person uses.

Source: IPSO Editors' Code, clause 12 (ii); GLAAD Media Reference Guide; NCDJ style guide
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.senses import Listed, Senses
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE, Voice.FURNITURE})
EXAMPLES = (
    "The [[wheelchair-bound]] baker won two prizes.",
    "A [[Sikh]] burglar broke into the pump house.",
    "The court fined a [[lesbian]] pickpocket.",
    "Police want to trace a gay burglar of about forty, in a green hat.",
    "The Sikh council opened a school.",
    "“I am wheelchair-bound,” she said.",
    "The clinic for the [[mentally retarded]] shut in May.",
    "A gay couple who were refused a room won their case.",
)
_WORDS = Senses(Path(__file__).with_suffix(".txt"))
_WRONGDOER = later(
    r"\s(?:\w+\s)?(?:shoplifter|thief|thieves|robber|burglar|mugger|rapist|murderer|killer|attacker|"
    r"knifeman|fraudster|drug dealer|paedophile|criminal|gang|pickpocket|conman|vandal|"
    r"rapists|looter|rioter|stabber|gunman|gunmen|bandit|fraud|swindler|groomer|smuggler|trafficker|"
    r"squatter|arsonist|kidnapper|abductor|hooligan|thug|sex attacker|predator|abuser|"
    r"molester|cheat|scammer|hijacker|carjacker|intruder|prowler|stalker|pimp|drug pusher)s?(?!\w)"
)
_MATTERS = later(r"(?<!\w)(?:wanted?|trace|descri\w+|cctv|hate crimes?|appeal\w*)(?!\w)")
_REACH = 30
_THEME = 3


def find(text: Text) -> Iterator[Hit]:
    """Outdated terms, and an identity pinned on a wrongdoer in a story about something else."""
    for word in _WORDS.search(text):
        if not word.is_off or _is_beside_the_point(text, word):
            yield word.hit(level=Level.QUERY)


def _is_beside_the_point(text: Text, word: Listed) -> bool:
    end = word.span.end
    if _WRONGDOER.match(text.folded, end, end + _REACH) is None:
        return False
    is_theme = text.folded.count(word.entry.words) >= _THEME
    return not is_theme and _MATTERS.search(text.folded, *word.sentence.span) is None

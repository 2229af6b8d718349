"""What earns it?

Why: A judging word asks the reader to feel before there is anything to feel about; whoever likes
the person, the body or the plan stops reading there.

Fix: Cut it, or put the fact that earns it in its place; if somebody said it, quote them.

Source: Reuters Handbook of Journalism, on characterising subjects; Wikipedia, MOS:WTW
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.heads import Heads
from rules.lexicon.lexicon import Lexicon
from rules.lexicon.senses import Listed, Senses
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
YIELDS = frozenset(
    {
        "language.attitude",
        "language.doubt",
        "language.editorial",
        "language.label",
        "language.verb",
        "language.dehumanise",
    }
)
EXAMPLES = (
    "The [[disgraced]] quarry owner bought two more barges.",
    "A second [[farcical]] vote took until midnight.",
    "The [[embattled]] harbour minister flew home. A [[reckless]] budget followed.",
    "The ferry board met again on the [[fiasco]] at the locks.",
    "The lab neutralises toxic waste before it leaves the yard.",
    "“He is notorious,” the baker said, “and his bread is worse.”",
    "The embattled town ran out of flour. Nurses moved a dangerous patient by boat.",
    "The farce opens at the Marlow theatre on Friday.",
    "She called the ruling ridiculous.",
)
_FILE = Path(__file__)
_WORDS = Senses(
    _FILE.with_suffix(".txt"),
    _FILE.with_name("epithet_nouns.txt"),
    _FILE.with_name("epithet_conduct.txt"),
    _FILE.with_name("epithet_scorn.txt"),
)
_FRAMES = Lexicon(_FILE.with_name("epithet_frames.txt"))
_REACH = 60  # characters
_HEADS = Heads(_FILE.with_name("epithet_heads.txt"), between=1, reach=_REACH)
_SERVED = later(
    r"\b(?:its|their|his|her|by|to) (?:[Ff]oreign|[Ww]estern|[A-Z]\w+(?:an|ese|ish|i|nch|tch)) \Z"
)

# "America-hating", "crime-infested", "gun-toting".
_TAILS = WordList(
    "hating bashing loving obsessed crazed worshipping worshiping denying mongering"
    " peddling spewing infested ridden addled baiting shaming grabbing toting clutching"
    " sipping swilling guzzling hugging thumping licking crushing killing busting"
    " destroying wrecking fuelled fueled mad coddling pushing pandering slinging fixated"
    " drenched addicted adjacent whisperer splaining washing hustling"
)
_PLAINLY = later(
    r"(?:\b(?:fun|peace|music|animal|dog|cat|nature|food|book|art|self|freedom|life|sun|heat|cold|water"
    r"|football|sport|sports|moisture|salt|shade|acid|weed|pest|germ|bug|bacteria|virus|cancer|insect"
    r"|crime|record|ghost|block|union|dust|stress|fever|myth|alcohol|drink|drug|drugs|coal|gas|oil"
    r"|diesel|wood|jet|nuclear|rocket|petrol|hydrogen|solar|steam|bullet|debt|guilt|disease|water|rain"
    r"|sweat|headline|attention|hand|car|white|green|brain|dish|body|pressure|sea|whale|envelope|bed"
    r"|pill|paper|time|boundary|sink|land|fish|painkiller|bone|soul|tree|chest|home|family|gender|cost"
    r"|fat|slut|tub|bible)"
    r"|\b(?:un|re|non|multi|over|mass|near))\Z"
)
_HEAD_OF = later(r"[\w'.]+\Z")
_THERE = later(r"\b(?:there|it|that|what|here|who|where)'s \Z")
_REASONS = {
    "a verdict": "Our verdict, not a fact. Who draws it, and from what?",
    "whose vice": "It takes the fault for granted. What did they do, and who says so?",
    "how far": "A verdict and its size. Whose is it?",
}


def find(text: Text) -> Iterator[Hit]:
    """Words that judge, and words that colour where they are pinned on somebody in power."""
    told: set[int] = set()
    for word in _WORDS.search(text):
        level = _level(text, word)
        if level is not None:
            told.add(word.span.start)
            yield word.hit(level=level)
    yield from (hit for hit in _compounds(text) if hit.start not in told)
    for found in _FRAMES.search(text):
        if not (found.sense == "whose vice" and _is_there(text, found.span.start)):
            yield Hit(*found.span, _REASONS[found.sense])


def _compounds(text: Text) -> Iterator[Hit]:
    for _, start, end in text.seen.of(_TAILS):
        if text.folded[start - 1 : start] != "-" or text.folded[end : end + 1] == "-":
            continue
        head = _HEAD_OF.search(text.folded, max(0, start - _REACH), start - 1)
        if head and _PLAINLY.search(text.folded, head.start(), start - 1) is None:
            yield Hit(head.start(), end, "What earns it? Say what they did.")


def _is_there(text: Text, start: int) -> bool:
    """Tell "there's racism" from "the party's racism"."""
    return _THERE.search(text.folded, max(0, start - _REACH), start) is not None


def _level(text: Text, word: Listed) -> Level | None:
    strength = word.entry.strength
    if strength == "right":
        return None
    if word.entry.sense == "masters":
        return Level.QUERY if _SERVED.search(text.source, *_before(word)) else None
    if strength == "query" or word.entry.part != "adjective":
        return None if word.is_off else Level(strength)
    pinned = _HEADS.follow(text, word)
    if word.is_off:
        return Level.NOTE if pinned else None
    return Level.QUERY if pinned else Level.NOTE


def _before(word: Listed) -> tuple[int, int]:
    """The stretch of its sentence just before it."""
    return max(word.sentence.span.start, word.span.start - _REACH), word.span.start

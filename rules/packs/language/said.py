"""Would "said" do?

Why: "Claimed" doubts, "admitted" convicts and "boasted" sneers. The verb passes a verdict on the
speaker before the reader has heard a word.

Fix: Write said. Keep denied for an accusation, admitted for what is proven, refuted for a proof.

Source: Wikipedia, WP:SAY; The Guardian style guide; Recasens and others 2013 on factive verbs
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.senses import Listed, Senses
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM})
YIELDS = frozenset({"language.verb"})
EXAMPLES = (
    "The nurse [[claimed]] that she was not on shift.",
    "The council [[refuted]] the report on Monday.",
    "“It floats,” the builder [[crowed]].",
    "Ida Quill [[claims]] she never saw the letter.",
    "The mayor [[admitted]] that the bridge was late.",
    "The group claimed responsibility for the fire.",
    "He was admitted to hospital with a broken rib.",
    "The captain claimed his third title on Sunday.",
    "The defendant claimed that he was at home, the court heard.",
    "She insisted on cash and maintained her own car.",
)
_WORDS = Senses(Path(__file__).with_suffix(".txt"))

_CLAUSE = later(
    r",? (?:that|he|she|they|it|there|nobody|to (?!the\b|an?\b|his\b|her\b|their\b|its"
    r"|th[ia]s\b|any\b|fame\b|office\b|power\b)[a-z]+)\b|,? ?:? ?\""
)
_THAT = later(
    r"(?: (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|later|again|last night"
    r"|this week))? that (?:the|a|an|it|he|she|they|there|this|his|her|its|their|no|nobody|some"
    r"|most|many) "
)
_PASSIVE = frozenset(("", "was", "were", "been", "be", "is", "are", "being", "not"))
_SAYING = frozenset(("doubting", "conceding", "pressing"))


def find(text: Text) -> Iterator[Hit]:
    """Verbs that pass a verdict on whoever speaks, where somebody does."""
    for listed in _WORDS.search(text):
        if listed.is_right or _is_speech(text, listed):
            yield listed.hit()


def _is_speech(text: Text, listed: Listed) -> bool:
    """Tell "the nurse claimed she" from "a claimed profit" and "the engine whined"."""
    start, end = listed.span
    if listed.entry.sense == "refuting":
        return not text.folded.startswith("to ", start - 3)
    if listed.entry.sense in _SAYING and _CLAUSE.match(text.folded, end):
        return True
    if _THAT.match(text.folded, end):
        return True
    is_last = listed.entry.sense == "doubting" and _is_last(text, listed)
    return is_last or _is_quoting(text, listed)


def _is_last(text: Text, listed: Listed) -> bool:
    """Tell "…, as the mayor claimed." from "was claimed."."""
    start = max(listed.sentence.span.start, listed.span.start - 20)
    before = text.folded[start : listed.span.start].split()
    is_end = text.folded[listed.span.end : listed.span.end + 1] in tuple(".,;")
    return is_end and text.quote(listed.span) == "claimed" and "".join(before[-1:]) not in _PASSIVE


def _is_quoting(text: Text, listed: Listed) -> bool:
    """A quotation ends or begins not far from the verb."""
    start, end = listed.span
    low, high = (
        max(listed.sentence.span.start, start - 40),
        min(listed.sentence.span.end, end + 40),
    )
    return any(text.folded[i] == '"' for i in (*range(low, start), *range(end, high)))

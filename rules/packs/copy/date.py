"""Which day was that?

Why: "Last week" and "recently" are true on one day only, and stories are read for years.

Fix: Give the date, the month or the year.

Source: Wikipedia, MOS:DATED
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Lexicon
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Kind, Sentence, Text

LEVEL = Level.NOTE
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "The bridge shut [[last month]] for repairs.",
    "He [[recently]] moved to Tarn.",
    "The bridge, which is [[currently]] shut, is to be sold.",
    "The bridge shut on 4 May. It opened the month before.",
    "The bridge shut last month, on 4 May.",
    "“I came yesterday, and he left last week,” she said.",
    "LOWBRIDGE, 12 May (AP) - The bridge shut last month for repairs.",
    "The bridge will open on Monday, the port said yesterday.",
    "She moved to Tarn as recently as 2019.",
)
_WORDS = Lexicon(Path(__file__).with_suffix(".txt"))
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY = later(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH}\.? \d{{1,2}}\b)")
_DATED = later(
    rf"{_DAY.pattern}|\b(?:1[89]|20)\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|\b(?:in|since|until|by|last|next|of|early|late) {_MONTH}"
)
_TOP = 600  # characters


def find(text: Text) -> Iterator[Hit]:
    """The first of each word for a time that the draft's dates do not make plain."""
    told: set[str] = set()
    is_dated: bool | None = None
    for found in _WORDS.search(text):
        word = text.folded[slice(*found.span)]
        if word in told or text.is_quoted(found.span.start):
            continue
        if _DATED.search(text.folded, *found.around) or _is_dated_before(text, found.sentence):
            continue
        if found.sense != "stale":
            if is_dated is None:
                is_dated = _is_dated(text)
            if is_dated:
                continue
        told.add(word)
        yield Hit(*found.span, lemma=word)


def _is_dated_before(text: Text, sentence: Sentence) -> bool:
    before = text.sentences[sentence.n - 1] if sentence.n else sentence
    return _DATED.search(text.folded, *before.span) is not None


def _is_dated(text: Text) -> bool:
    """Tell a draft that says when it was written: a dateline, a day near its head."""
    if any(p.dateline is not None or p.kind is Kind.BYLINE for p in text.paragraphs[:6]):
        return True
    return _DATED.search(text.folded, 0, _TOP) is not None

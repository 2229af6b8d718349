"""Do the numbers add up?

Why: Readers check sums, and one that is wrong puts every other figure in doubt.

Fix: Go back to the source for each figure; then work it out again.
"""

import re
from collections.abc import Iterator

from rules.model import Hit, Level, Voice
from rules.numbers import NUMBER, number
from rules.places import Signs, sentences_with
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Kind, Text
from rules.text.words import word_set

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "The wards gave her 40, 35 and 15 votes, [[a total of 100]].",
    "Profit rose from 20 to 30 million, [[up 60 per cent]].",
    "Arrests fell from 200 to 150, [[a drop of 30%]].",
    "The wards gave her 40, 35 and 15 votes, a total of 90.",
    "Profit rose from 20 to 30, up 50 per cent.",
    "Profit rose from 1.2 million to 1.3 million, up 9 per cent.",
    "Votes split 41, 35 and 23 per cent because of rounding.",
    "Six in ten use the ferry and 55 per cent use the bus.",
    "The crew of 12 men, nine women and four boys, a total of 25 with the cook, was saved.",
)
_WORDS = WordList(
    "total totalling totaling altogether per cent percent % up down rise increase drop fall"
)
_SIGN = Signs("%")
_NOUN = r"(?:(?: [a-z-]+){0,3})"
_TOTAL = later(
    rf"(?P<parts>(?:{NUMBER}){_NOUN}(?:, (?:{NUMBER}){_NOUN}){{0,12}},? and (?:{NUMBER}){_NOUN})"
    rf",? (?P<sum>(?:an? (?:combined |overall )?total of|making (?:an? total of|[a-z]+ total)"
    rf"|in total|totall?ing"
    rf"|or a total of|for a total of|bringing the total to) (?P<total>{NUMBER}))(?=[.;,]?$"
    rf"|[.;](?: |$))"
)
_PARTS = later(NUMBER)
_TURN = later(
    rf"\b(?:from) (?:rs\.? )?(?P<old>{NUMBER})(?P<unit> per cent| percent"
    rf"|%)?{_NOUN} to (?:rs\.? )?(?P<new>{NUMBER})(?: per cent| percent|%)?"
    rf"{_NOUN},? (?:- )?(?P<change>(?:up|down|an? (?P<kind>rise|increase|jump|gain|drop|fall"
    rf"|decrease|decline|cut)"
    r" of)(?: by)? (?P<share>\d+(?:\.\d+)?) ?(?:per cent|percent|%))(?! points?)"
)
_AROUND = word_set("about almost nearly around roughly over more than some including")
_FALLS = frozenset(("drop", "fall", "decrease", "decline", "cut"))
_WHOLE = 0.5  # half of a whole number: people are counted, not rounded
_LEAST_HALF = 0.5
_LONGEST = 600  # characters


def find(text: Text) -> Iterator[Hit]:
    """Totals that are not the sum of their parts, and changes that do not come to what is said."""
    for sentence in sentences_with(text, _WORDS, _SIGN):
        if sentence.kind is not Kind.BODY or sentence.span.end - sentence.span.start > _LONGEST:
            continue
        for match in _TOTAL.finditer(text.folded, *sentence.span):
            if note := _wrong_total(match):
                yield Hit(*match.span("sum"), note)
        for match in _TURN.finditer(text.folded, *sentence.span):
            if note := _wrong_change(match):
                yield Hit(*match.span("change"), note)


def _wrong_total(match: re.Match[str]) -> str:
    parts = [number(part) for part in _PARTS.findall(match["parts"])]
    total = number(match["total"])
    if total is None or not _AROUND.isdisjoint(match.group().split()):
        return ""
    known = [part for part in parts if part is not None]
    found = sum(part.value for part in known)
    slack = sum(part.half for part in known if part.half != _WHOLE) + (
        total.half if total.half != _WHOLE else 0
    )
    return "" if abs(found - total.value) <= slack else f"The parts come to {found:,.10g}."


def _wrong_change(match: re.Match[str]) -> str:
    """What the change comes to, where no rounding explains what was written."""
    old, new, share = number(match["old"]), number(match["new"]), number(match["share"])
    if old is None or new is None or share is None or old.value <= old.half:
        return ""
    least = (new.value - new.half) / (old.value + old.half) - 1
    most = (new.value + new.half) / (old.value - old.half) - 1
    said = -share.value if _is_down(match) else share.value
    half = max(share.half, _LEAST_HALF)
    if 100 * least - half <= said <= 100 * most + half:
        return ""
    return f"That would be {abs(100 * (new.value / old.value - 1)):.0f} per cent."


def _is_down(match: re.Match[str]) -> bool:
    return match["change"].startswith("down") or (match["kind"] or "") in _FALLS

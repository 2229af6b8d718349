"""Said by whom?

Why: "It is believed" hides the believer. The reader cannot tell a ministry from a rumour, and
neither can the lawyer who will ask.

Fix: Name who says it, or own it ("we have seen the letter").

Source: Wikipedia, MOS:WEASEL; NPR Ethics Handbook on "reportedly"
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Because, Hit, Level, Span, Voice
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "[[It is believed that]] the painting left by sea.",
    "He [[is widely seen as]] the heir.",
    "[[It has been noted that]] the bridge was never inspected.",
    "The captain [[reportedly]] left the ship first.",
    "The firm [[has been accused of]] hiding the report.",
    "It is believed by customs officers that the painting left by sea.",
    "The claim could not be independently verified.",
    "Police said the driver is believed to be in his thirties.",
    "He allegedly broke two windows, the court heard.",
    "“It is said that the sea remembers,” Ines Roth wrote.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))
_NEAR = 600  # characters: as far as a reader remembers that this is a case
_CLOSE = 100
_BY = later(r"\bby (?!(?:sea|land|air|car|train|bus|then|now|mistake|accident|\d|\w+ing\b))\w")
_OPEN = (
    *(" of", " for", " as", " a", " an"),
    *("seen", "regarded", "viewed", "considered", "perceived", "raised"),
)
_COURT = later(
    r"\b(?:court|charg(?:e|es|ed)|prosecut\w+|police|judge|trial|indict\w+|hearing|magistrates?|"
    r"warrant|lawsuit|sued|suit|complaint|arrest\w*|pleaded|fir|affidavit|investigators?|detectives?"
    r"|suspects?|defendants?|firefighters?|coroner|inquest|inquiry|killing|shooting|murder\w*)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Reports without a reporter: "it is said", "is believed to", "reportedly"."""
    for found in _PHRASES.search(text):
        if found.sense == "aside" and not _is_aside(text, found.span):
            continue
        if not _has_agent(text, found):
            yield Hit(*found.span, because=_reason(text, found))


def _has_agent(text: Text, found: Found) -> bool:
    """Tell who accuses or regards: in "it is said that it was done by X", X says nothing."""
    if not text.folded.endswith(_OPEN, found.span.start, found.span.end):
        return False
    return _BY.search(text.folded, found.span.end, found.around.end) is not None


def _is_aside(text: Text, span: Span) -> bool:
    """Tell "…, it is understood, …" from "it is understood by" and "as it is said in"."""
    before = text.folded[max(0, span.start - 2) : span.start]
    return text.folded[span.end : span.end + 1] in (",", ".", ";") and (
        before == ", " or (not before.strip() and text.folded[span.end] == ",")
    )


def _reason(text: Text, found: Found) -> Because | None:
    """Why it may stand: somebody is there to ask, or a court wants it so."""
    is_attributed = text.is_attributed(found.span.start)
    if found.sense in {"belief", "accusation", "aside"} and is_attributed:
        return "attributed"  # the speaker is the one who believes
    if found.sense == "belief" and _is_case(text, found, _CLOSE):
        return "technical"
    if _is_allegation(text, found) and (is_attributed or _is_case(text, found, _NEAR)):
        return "technical"
    return None


def _is_allegation(text: Text, found: Found) -> bool:
    """Tell "allegedly", "it is alleged that" and "is accused of" from mere rumour."""
    return found.sense in {"hearsay", "accusation"} or "alleged" in text.quote(found.span)


def _is_case(text: Text, found: Found, near: int) -> bool:
    """Police and court reports say "allegedly" and "is believed to" because the law wants it."""
    start, end = text.paragraphs[found.sentence.paragraph].span
    start = max(start, found.around.start - near)
    end = min(end, found.around.end + near)
    return _COURT.search(text.folded, start, end) is not None

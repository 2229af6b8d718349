"""Could a juror read this?

Why: While a case is alive, earlier convictions, a confession or a bad character can prejudice the
jury, stop the trial and bring the newsroom to court.

Fix: Cut it until the verdict, unless it was said in open court before the jury; ask a lawyer.

Source: Contempt of Court Act 1981 (UK); Associated Press on crime stories
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Hit, Level, Span, Voice
from rules.proceedings import is_live, is_over
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.HOLD
VOICES = frozenset(Voice)
EXAMPLES = (
    "A man of 31 was charged with arson on Monday. He [[has previous convictions]] for theft.",
    "The suspect, who is [[known to police]], was arrested at the port.",
    "She [[confessed to]] detectives, and is due in court on Friday.",
    "He was arrested on Sunday and [[admitted stabbing]] his neighbour, officers said.",
    "A [[career criminal]] is on trial for the depot raid.",
    "He denies the charge and told the jury that he was at sea.",
    "The jury heard that he confessed to detectives. The trial continues.",
    "She was found guilty on Friday. The court then heard of her previous convictions.",
    "The club has previous convictions for noise.",
    "The senator is known to police every comma of a bill.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"), heads=True)
_REACH = 2500  # characters: as far as a story speaks of one case
_NOTES = {
    "record": "An earlier conviction, while the case is alive.",
    "confession": "A confession that no jury has heard yet.",
    "character": "Character, while the case is alive.",
    "proof": "Evidence that no jury has tested yet.",
    "absent": "The jury did not hear it.",
    "guilt": "It says who did it before a court has.",
}

# What was said in open court, before the jury, may be reported; so may what a jury does not try.
_IN_COURT = later(
    r"\b(?:the (?:court|jury|jurors|tribunal|hearing|trial|inquest|judge|bench|magistrates?)"
    r" (?:was|were|heard|hears|has heard|had heard|saw|said|told|ruled|agreed)|prosecut\w+"
    r"|barrister"
    r"|counsel|defen[cs]e (?:lawyer|attorney|team)|told (?:the|a) (?:court|jury|judge|hearing"
    r"|inquest)"
    r"|(?:court|jury|trial|inquest|judge|tribunal) (?:told|hears|heard)|in (?:open court"
    r"|evidence)|indictment|affidavit|court (?:papers|documents|records|filings?)"
    r"|pleaded|testif\w+|opening (?:speech|statement)|(?:judge|justice) [a-z]+ [a-z]+ said)\b"
)
_NO = later(
    r"\b(?:no|not|never|without|any|neither|nor|if|whether|denie[sd]|lack of|clean)\b|n't\b"
)

_OTHER = later(
    r"\b(?:pardon\w*|exonerat\w*|films?|novels?|plays?|drama|series|memoir|founder of"
    r"|political prisoner"
    r"|wrongly|miscarriage)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Records, confessions and character in a story whose case is alive."""
    is_case_over: bool | None = None
    for found in _PHRASES.search(text):
        around = Span(max(0, found.span.start - _REACH), found.span.end + _REACH)
        if not is_live(text, around) or _is_denied(text, found):
            continue
        if is_case_over is None:
            is_case_over = is_over(text)
        if is_case_over:
            return
        in_court = found.sense != "absent" and _IN_COURT.search(text.folded, *found.around)
        yield Hit(
            *found.span,
            note=_NOTES[found.sense],
            lemma=found.sense,
            because="attributed" if in_court else None,
        )


def _is_denied(text: Text, found: Found) -> bool:
    """Tell "has no previous convictions", and what is pardoned, made up or a title."""
    if _OTHER.search(text.folded, *found.around):
        return True
    if found.sense == "character" and text.quote(found.span).istitle():
        return True
    before = text.folded[max(found.around.start, found.span.start - 30) : found.span.end]
    return _NO.search(before) is not None

"""Who draws the link?

Why: That one thing followed another can be seen; that it was caused by it cannot. Somebody worked
that out, or guessed it, and the reader has to know who.

Fix: Say who draws the link and from what, cite the study, or write "after" for "because of".

Source: BBC guidance on statistics, causation; Full Fact's claim schema, "correlation or causation"
"""

from collections.abc import Iterator
from pathlib import Path

from rules.claims import backing, clause
from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Because, Hit, Level, Span
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
YIELDS = frozenset({"sourcing.accusation"})
EXAMPLES = (
    "Burglaries fell [[thanks to the new street lamps]].",
    "The blackout [[was caused by a careless digger crew]].",
    "The ban [[has led to a surge in smuggling]].",
    "The strike [[was doomed to collapse because the guild had no funds]].",
    "The main reason for the delays [[is a shortage of signal staff]].",
    "Burglaries fell thanks to the new street lamps, the chief constable said.",
    "Burglaries fell after the new street lamps went up.",
    "The fair was cancelled because of heavy rain.",
    "The lane led to a row of shops.",
    "The lease is due to expire in May.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))

# Anybody there could see it: weather, a goal, a broken part.
_SEEN = later(
    r"\b(?:rain\w*|snow\w*|fog|black ice|winds?|gales?|storms?|weather|floods?|flooding|heat"
    r"|lightning"
    r"|icy|frost|drought|darkness|bad light|traffic|roadworks|injur(?:y|ies|ed)|illness|ill"
    r"|fatigue|cramp"
    r"|goals?|strikes? (?:from|by)|penalt(?:y|ies)|header|try|tries|saves?|wickets?|innings"
    r"|goalkeeper"
    r"|holidays?|clock|tide|earthquake|tremor|landslide|avalanche|hurricane|cyclone|typhoon"
    r"|volcano)\b"
)
_SOCIAL = later(
    r"\b(?:prices?|jobs?|econom\w+|unemployment|crime|poverty|population|sales|trade|turnout"
    r"|profits?"
    r"|exports|imports|revenues?|tourism|inflation|hunger)\b"
)
_INSPIRED = later(
    r"\b(?:interest|film|book|novel|idea|career|love|passion|song|painting|debate|search"
    r"|friendship"
    r"|hunt|inquiry|request|rescue|evacuation)\b"
)
_HEDGED = later(
    r"\b(?:can|could|may|might|would|should|must|will|if|not|never|to|n't|cannot)\s*(?:\w+ly )?\Z"
)

_DUE = later(
    r" (?:the|an?|its|their|his|her|this|these|poor|bad|high|low|lack|rising|falling|heavy|weak"
    r"|slow"
    r"|\w+(?:[^s]s|ing|tion|ment|ance|ence|ness|age|ity|ism))\b"
)
_ACTED = later(
    r"\b(?:cancel\w*|postpon\w+|abandon\w+|delay\w*|clos(?:e|ed|es|ing|ure)|suspend\w*|stop\w*"
    r"|miss(?:ed|es)?|absent"
    r"|withdr[ae]w\w*|retir\w+|resign\w+|late|shut|called off|call off|divert\w+|evacuat\w+|he"
    r"|she|i|we|you|they"
    r"|who|named|known|chose\w*|picked|arrest\w+|charg\w+|famous|banned|unable|off work|stayed"
    r"|pulled out"
    r"|ruled out|out of|absence|moved|held up|rescheduled|thank\w*|faces?|formed|born|scrutiny"
    r"|attack|criticis\w+|correction|editing)\b"
)
_OWN = later(r", (?:i|we) ")  # thanks to the index, I found it again
_AT_THE_HEAD = 4  # characters
_MAYBE = later(r"\b(?:can|could|may|might|would|should|must|will|if|not|n't|cannot|to)\b[^,;]*\Z")


def find(text: Text) -> Iterator[Hit]:
    """Causes in the newsroom's own words, with nobody who found them."""
    for found in _PHRASES.search(text):
        span = clause(text, found.span, found.sentence)
        if not _is_plain(text, found, span):
            yield Hit(*span, because=_reason(text, found, span))


def _is_plain(text: Text, found: Found, span: Span) -> bool:
    """Tell what is hedged, or no cause at all."""
    before = text.folded[max(found.sentence.span.start, span.start - 60) : span.start]
    if found.sense == "link" and _is_reason(text, found):
        return True
    modal = _MAYBE if found.sense in {"because", "link"} else _HEDGED
    return modal.search(before) is not None


def _is_reason(text: Text, found: Found) -> bool:
    """Tell why somebody acted or something was put off, and "due to open"."""
    before = found.around.start, found.span.start
    start, end = found.span
    if text.folded.startswith("due to", max(start, end - 6)) and not _DUE.match(text.folded, end):
        return True
    if start - found.around.start < _AT_THE_HEAD and _OWN.search(
        text.folded, end, found.around.end
    ):
        return True
    return _ACTED.search(text.folded, *before) is not None


def _reason(text: Text, found: Found, span: Span) -> Because | None:
    before = found.around.start, span.start
    near = text.folded[found.span.start : span.end].split(" ", 7)
    if _SEEN.search(" ".join(near[:7])) and not _SOCIAL.search(text.folded, *before):
        return "technical"
    if found.sense == "passive" and _INSPIRED.search(text.folded, *before):
        return "technical"
    return backing(text, found.sentence, span)

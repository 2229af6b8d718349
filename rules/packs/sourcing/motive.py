"""Who knows what they want?

Why: A reporter sees what people do and hears what they say; nobody sees into a head. A motive in
the newsroom's own words is a guess.

Fix: Quote the person, say who thinks so, or report the act and leave the reason out.

Source: NPR Ethics Handbook, impartiality; Wikipedia, MOS on neutrality
"""

from collections.abc import Iterator
from pathlib import Path

from rules.claims import backing, clause
from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Because, Hit, Level, Span
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
EXAMPLES = (
    "The trust closed the pool [[to punish the swimmers' union]].",
    "The mayor built the statue [[in a bid to win votes]].",
    "Velan [[never intended to honour the truce]].",
    "The board sacked her [[out of spite]].",
    "The envoys [[were not serious about the truce]].",
    "The fair is a trick [[to shift the blame]].",
    "He said he had never intended to honour the truce.",
    "The trust closed the pool to repair the roof.",
    "The court has power to punish contempt, and voted to silence phones.",
    "The council, its minutes show, closed the pool to punish nobody.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))

# A word that takes "to": what follows is no purpose, or somebody's own word for it.
_TAKES = later(
    r"\b(?:want\w*|plan\w*|vot(?:e|es|ed|ing)|mov(?:e|es|ed)|agree[sd]?|fail\w*|refus\w+|promis\w+"
    r"|threat\w*|vow\w*|pledg\w+|decid\w+|decision|ha[sd]|have|having|ought|need\w*|able|unable"
    r"|power|powers|right|rights"
    r"|authority|how|likely|unlikely|ready|willing|law|bill|rules?|duty|order\w*|ask\w*|call\w*"
    r"|told"
    r"|going|about|began|begin|begun|start\w*|continu\w+|seem\w*|appear\w*|tr(?:y|ies|ied|ying)"
    r"|expect\w*|easy|easier|hard|harder|possible|enough|too \w+|way|ways|chance|allow\w*"
    r"|designed|meant|intended"
    r"|used|known|not|nothing|something|anything|somebody|someone|free|urg\w+|forc\w+|help\w*"
    r"|tend\w*"
    r"|manage\w*|hop\w+|lik\w+|learn\w*|offer\w*|never|quick|slow|afraid|careful|liable|happy"
    r"|eager|keen|anxious"
    r"|reluctant|is|are|was|were|be|or|and|up|down|came|come|got|get|went|dar(?:e|ed)|failure"
    r"|refusal|inability"
    r"|ability|capacity|tendency|struggl\w+|proceed\w*|serv\w+|enabl\w+|encourag\w+|persuad\w+"
    r"|warn\w*"
    r"|bound|set|due|doomed|potential|first \w+|last \w+|only \w+|next \w+|powerless|pressure"
    r"|reason|time|request\w*|seek\w*|sought|mandate|freedom|as|wish\w*)(?: \w+ly)?\s*\Z"
)
_HEDGED = later(
    r"(?:'ll|\b(?:seem\w*|appear\w*|may|might|could|would|will|perhaps|apparently|look\w*"
    r"|enabl\w+|suggests?|suggested))\b[^,;]{0,30}\Z"
)
_GAME = later(
    r"\b(?:goal(?:keeper|s)?|ball|corner|penalty|innings|wicket|striker|winger|defender"
    r"|protagonist|heroine|villain|(?:film|novel|play) is about)\b"
)


_NOTED = later(r"\b(?:noted|said|says|argued|added|contended)[;:] [^;]{0,200}\Z")
_SELF = later(r"\b(?:i|me|my|myself)\b")


def find(text: Text) -> Iterator[Hit]:
    """Motives and states of mind in the newsroom's own words."""
    for found in _PHRASES.search(text):
        before = text.folded[found.around.start : found.span.start]
        if found.sense == "purpose" and (not before or _TAKES.search(before)):
            continue
        span = clause(text, found.span, found.sentence)
        yield Hit(*span, because=_reason(text, found, span))


def _reason(text: Text, found: Found, span: Span) -> Because | None:
    before = found.around.start, span.start
    if _SELF.search(text.folded, *found.around):
        return "technical"  # who was there tells what was done to him
    if _GAME.search(text.folded, *found.around) or _HEDGED.search(text.folded, *before):
        return "technical"
    if text.quote(span).isupper():
        return "technical"  # a heading inside the copy
    if _NOTED.search(text.folded, *before):
        return "attributed"
    return backing(text, found.sentence, span)

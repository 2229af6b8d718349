"""Who has measured it?

Why: "The biggest", "the only", "world-class" claim that somebody compared them all. Usually nobody
did but the seller, and the reader who knows a bigger one writes in.

Fix: Say who ranks it so, give the measure, or write "one of the biggest".

Source: Wikipedia, MOS:PUFFERY; accuracy checklists of the American Copy Editors Society
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Lexicon
from rules.lexicon.notation import Piece
from rules.model import Because, Hit, Level, Span
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
EXAMPLES = (
    "It is [[the oldest bakery in the province]].",
    "She became [[the only judge ever to]] refuse the oath.",
    "Corvan is [[the country's largest maker]] of rope.",
    "Corvan is [[Europe's fastest-growing storage company]].",
    "The quay has [[the leading provider of]] rope and a [[world-class]] cafe.",
    "It is the oldest bakery in the province, according to the heritage register.",
    "It is one of the oldest bakeries in the province.",
    "Tarn, the country's largest city, was dark.",
    "“It is the best bakery in the world,” Ida Quill said.",
    "She was the first to arrive at the oldest gate.",
)
_AREA = later(
    r"(?:the |this |that |its |our |a )?"
    r"(?:whole |entire |wider |modern |living |recorded |known )?"
    r"(?:world|globe|planet|earth|country|nation|region|province|state|county|district|city|town"
    r"|continent|hemisphere|industry|sector|history|memory|century|decade|generation|market"
    r"|subcontinent|league|field|village|island|valley|kind|river|coast|north|south|east|west"
    r"|[\w-]+'s history|its history)(?: (?:so|as|more)\b.*| [^.]* (?:so|as|more) \w+)?\Z"
)
_NAMED = later(
    r"(?:the )?(?:(?:[A-Z]\.)+|[A-Z][\w'’-]*)(?: [A-Z][\w-]+)*"
    r"(?:(?<=an)(?<!Japan) [a-z]+|(?<=ish) [a-z]+|(?<=ese) [a-z]+| history\b)?"
)
# A last word that stands before a noun: "the most prominent American white supremacist website".
_MODIFIER = later(
    r" (?:[a-z]+(?:ese|ist|ary|ical|onal|tial|eral|ivate)|trade|white|black|security|conspiracy"
    r"|female|male|public|health|oil|gas|gun|steel|food|car|news|art|rail|power|water)\Z"
)
_MORE = later(
    r" (?!(?:in|on|of|to|for|and|or|is|was|has|had|said|who|that|at|by|with|from)\b)[a-z][\w-]+"
)
_PLACED = later(r" (?:in|on|across|of) ")
_PHRASES = Lexicon(
    Path(__file__).with_suffix(".txt"),
    slots={
        "area": Piece(
            r"(?:(?:the|this|that|its|our)\s)?(?:(?:country|nation)'s\s)?[\w-]+"
            r"(?:\s(?:world|memory|history))?"
        ),
        "noun": Piece(r"(?!and\b|of\b|to\b|in\b|or\b|for\b)[a-z][\w-]+"),
        "year": Piece(r"\d{4}"),
    },
)
_OUTSIDE = later(
    r"\b(?:one of|among|some of|at least|perhaps|arguably|called|dubbed|titled|second|third|fourth"
    r"|fifth|if not|(?:may|might|could)(?: well)? be)\W+(?:[a-z]+\W+)?\Z"
    r"|\b(?:awards?|prizes?|title|trophy|medal|contest|search|hunt|goal|aim|aims|ambition|hopes?|wants?"
    r"|plans?|vows?|promis\w+|rank|compete\w*|vying|bid)\b[^,;]{0,40}\Z"
)
_PLAIN = later(
    r"(?:cit(?:y|ies)|towns?|rivers?|lakes?|mountains?|peaks?|islands?|deserts?|oceans?|seas?"
    r"|planets?|provinces?|states?|countr(?:y|ies)|continents?|counties|county|part(?:y|ies)"
    r"|airports?|day|night|month|year|bidder|score|goal|scorer|seed|weekend|common|half|part)"
)
_TITLE = later(r"\b(?:[A-Z][a-z]*est|Best|Worst|Most|Least|First|Only|Last)\b")
_BODY = later(
    r"\b(?:index|ranking|ranked?|"
    r"lists? (?:are|is|of|has|have|puts?|names?)|"
    r"(?:described|hailed|praised) (?:as|by)|census|according to|register|records show|guinness)\b"
)

_SELF = later(r"\b(?:i|i'm|i've|my)\b")


def find(text: Text) -> Iterator[Hit]:
    """Superlatives that range over a class, and "first" or "only" of a class."""
    for found in _PHRASES.search(text):
        span = _whole(text, found.span)
        if span and not _OUTSIDE.search(text.folded[found.around.start : span.start]):
            yield Hit(*span, because=_reason(text, found.around, span))


def _whole(text: Text, span: Span) -> Span | None:
    """The phrase to the end of a place's name; none if what it ranges over is no place."""
    placed = list(_PLACED.finditer(text.folded, *span))
    if not placed:
        return _to_noun(text, span)
    if _AREA.match(text.folded[placed[-1].end() : span.end]):
        return span
    named = _NAMED.match(text.source, placed[-1].end())
    return Span(span.start, named.end()) if named else None


def _to_noun(text: Text, span: Span) -> Span:
    """The phrase with the noun that its last words stand before, three words on at most."""
    for _ in range(3):
        more = _MORE.match(text.folded, span.end)
        if more is None or not _MODIFIER.search(text.folded, *span):
            break
        span = Span(span.start, more.end())
    return span


def _reason(text: Text, sentence: Span, span: Span) -> Because | None:
    """Why it may stand: a question, a fact of the map, a title, a register that ranks them."""
    if text.source[sentence.end - 1] == "?":
        return "technical"
    class_ = _PLACED.split(text.folded[span.start : span.end])[0].split()[-1]
    if _PLAIN.fullmatch(class_) or _TITLE.search(text.quote(span)):
        return "technical"
    if _SELF.search(text.folded, *sentence):
        return "attributed"
    return "attributed" if _BODY.search(text.folded, *sentence) else None

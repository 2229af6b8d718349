"""Who has measured it?

Why: "The biggest", "the first", "the only" claim that somebody compared them all. Usually nobody
did, and the reader who knows a bigger one writes in.

Fix: Say who ranks it so, give the measure, or write "one of the biggest".

Source: Wikipedia, MOS:PUFFERY; accuracy checklists of the American Copy Editors Society
"""

import re
from collections.abc import Iterator

from rules.model import Hit, Level, Span
from rules.text.model import Text

LEVEL = Level.QUERY
EXAMPLES = (
    "It is [[the oldest bakery in the province]].",
    "She became [[the only judge ever to]] refuse the oath.",
    "The port is [[the busiest regional hub]] for timber.",
    "Corvan is [[the country's largest maker]] of rope.",
    "It was [[the worst flood in living memory]].",
    "It is the oldest bakery in the province, according to the heritage register.",
    "It is one of the oldest bakeries in the province.",
    "At least three bakers stayed until the first train.",
    "Tarn, the country's largest city, was dark.",
    "The most recent count in the province was in May.",
    "“It is the best bakery in the world,” Ida Quill said.",
    "She was the first to arrive at the oldest gate.",
    "He read from The Greatest Story Ever Told in the hall.",
    "The highest mountain in the country was under snow.",
)
_EST = (
    r"(?:biggest|largest|greatest|smallest|oldest|newest|youngest|richest|poorest|fastest|slowest|"
    r"tallest|longest|shortest|strongest|weakest|busiest|deadliest|bloodiest|costliest|cheapest|"
    r"safest|finest|best|worst|highest|lowest|hottest|coldest|wettest|driest|cleanest|dirtiest|"
    r"wealthiest|gravest|heaviest|fiercest|bravest|wildest|"
    r"(?:most|least) (?!recent|of\b|important thing|likely)[a-z]+(?:-[a-z]+)*)"
)
_AREA = (
    r"(?:(?:the |this |that |its |our )?(?:whole |entire |wider |modern |living |recorded "
    r"|known )?"
    r"(?:world|globe|planet|earth|country|nation|region|province|state|county|district|city|town|"
    r"continent|hemisphere|industry|sector|history|memory|century|decade|generation|market|"
    r"subcontinent|league|field)(?:'s)?(?: history)?|(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+)*))"
)
_WIDE = (
    r"(?:global|world|worldwide|international|national|regional|european|asian|african|american|"
    r"arab|southern|northern|eastern|western|state|single)"
)
_MORE = r"(?: [a-z][\w'’-]*){1,4}?"
_HITS = re.compile(
    rf"(?<!one of )(?<!among )(?<!some of )\b(?:"
    rf"the {_EST}(?:-ever)?{_MORE} (?:in|on|across|of) {_AREA}(?![\w'-])"
    rf"|the {_EST}{_MORE} (?:ever|of all time|on record|to date|of its kind|anywhere"
    rf"|since \d{{4}})\b"
    rf"|the {_EST}(?: and {_EST})? {_WIDE} [a-z][\w-]+(?: [a-z]+(?=[.,;]))?"
    rf"|the (?:world|country|nation|region|province|state|county|city|continent|planet|town)['’]s "
    rf"(?:single )?{_EST} [a-z][\w-]+"
    rf"|the (?:first|only|last){_MORE} (?:ever to|ever|of its kind|in history|in the world|"
    rf"in the country|in the region|in the nation|in the province|of all time)\b"
    rf"|the (?:first|only)-ever [a-z][\w-]+)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\b(?:one of|among|some of|at least|perhaps|arguably|called|dubbed|titled|"
    r"second|third|fourth|fifth|if not)\W+(?:[a-z]+\W+)?$",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:cit(?:y|ies)|towns?|rivers?|lakes?|mountains?|peaks?|islands?|deserts?|oceans?|seas?|"
    r"planets?|provinces?|states?|countr(?:y|ies)|continents?|counties|county|part(?:y|ies)|"
    r"airports?|day|night|month|year|bidder|score|goal|scorer|seed|weekend|common|half|part)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:[A-Z][a-z]*est|Best|Worst|Most|Least|First|Only|Last)\b")
_BODY = re.compile(
    r"\b(?:index|ranking|ranked|census|according to|register|records show|guinness)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Superlatives that range over a class, and "first" or "only" of a class."""
    for sentence in text.body():
        for match in _HITS.finditer(text.source, *sentence.span):
            span = Span(*match.span())
            if not _OUTSIDE.search(text.source, sentence.span.start, span.start):
                yield _hit(text, sentence.span, span)


def _hit(text: Text, sentence: Span, span: Span) -> Hit:
    """The hit, with the reason to keep silent about facts of the map and of the register."""
    words = text.quote(span)
    class_ = re.split(r" (?:in|on|across|of) ", words)[0].split()[-1]
    if _PLAIN.fullmatch(class_) or _TITLE.search(words):
        return Hit(*span, because="technical")
    if _BODY.search(text.folded, *sentence):
        return Hit(*span, because="attributed")
    return Hit(*span)

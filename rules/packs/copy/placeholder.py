"""What goes here?

Why: A blank that was left for later is the one slip that readers photograph.

Fix: Fill it, or cut the sentence that waits for it.
"""

import re
from collections.abc import Iterator

from rules.model import Hit, Level, Voice
from rules.places import Signs, paragraphs_with
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Kind, Paragraph, Text

LEVEL = Level.HOLD
VOICES = frozenset(Voice)
EXAMPLES = (
    "The council fined the yard £[[XX]] in March.",
    "She was born in [[TK]] and moved to Lowbridge at six.",
    "The ferry, which carried [[XX]] cars, left at noon.",
    "The captain, [[[check spelling]]], said the ramp had jammed.",
    "The pier was sold for [[???]] in 1988.",
    "TK Maxx will open in the old ferry hall.",
    "Euro XX and Super Bowl XX were both played in the rain.",
    "Harbour Town v Quay Rovers, venue TBC",
    "“[They] never paid,” she said.",
)
_WORDS = WordList("tk tktk tbc tba tbd xx lorem insert subs")
_SIGNS = Signs(
    *("??", "___", "xxx", "[", "£00", "£x", "$x", "€x", "{{", "£tk", "$tk", "€tk"),
    *("goes here", "to come", "aged 00", "page 00"),
)
_UNIT = r"(?:people|person|years?|months?|weeks?|days?|hours?|minutes?|miles?|km|per cent|%)"
_PART = (
    r"(?:name|date|figure|number|quote|link|age|title|source|caption|photo|picture|headline"
    r"|byline|price|place|amount|time|spelling|standfirst|credit|url|job title|full name)"
)
_LEFT = later(
    # TK, which is also a shop, a man's initials and the taka
    r"(?<![\w.&-])(?P<tk>TK(?:TK)*|tk(?:tk)+)(?![\w.]?\w|[&/-]|\s+[A-Z(][a-z]|\s*\d)"
    r"|(?P<due>(?<![\w/&-])TB[CAD](?![\w/&-]))"
    r"|(?<=[£$€₹])(?P<money>[Xx]+(?:[.,][Xx]+)*|[Tt][Kk]|00?0?)(?:m|bn|k)?(?![\w.,]?\w)"
    r"|(?P<xs>(?<![\w&/.-])(?:X{2,}|[Xx]{3,})(?![\w&/]|-\d))"
    rf"|(?i:\[(?:{_PART})s?(?: (?:here|tk|tbc|to come|needed))?\s?\??\])"
    r"|(?i:\[(?:insert|tk|tbc|xx+|to come|more to come|\?+)\b[^\]\n]{0,60}\])|\[\?+\]"
    r"|(?i:\[[^\]\n]{1,60} (?:to come|tk|tbc)\])"
    r"|(?P<order>(?i:\[(?:add|fill in|check|confirm|need|needs|pls|please)\b[^\]\n]{1,60}\]))"
    rf"|(?i:\((?:insert|add) (?:\w+ ){{0,2}}{_PART}\b[^()\n]{{0,40}}\))"
    r"|(?i:\blorem ipsum\b[^.\n]{0,60})"
    rf"|(?i:\b{_PART} goes here\b)|\b(?:QUOTE|PIC|PHOTO|CAPTION|DETAILS|NAME) TO COME\b"
    r"|(?i:\(subs?:[^()\n]{1,80}\))|(?<=\baged )00\b|(?<=\bpage )00\b|\{\{[^{}\n]{1,40}\}\}"
    r"|(?P<blank>(?<=[\s(\[£$€₹])(?:\?{2,}|_{3,})(?=[\s.,;)\]]|$))"
)
_NUMERAL_AFTER = later(r"(?:[A-Z][\w'’]*|\b(?:chapter|part|volume|class|size|film|level)) \Z")
_MONTH_OR_TITLE = later(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Mr|Mrs|Ms|Dr|Councillor|Judge|PC|DC|Sgt) \Z"
)
_ARTICLED = later(r"\b(?:the|an?|two|both) \Z", re.IGNORECASE)
_X_IS_MEANT = later(
    r"(?:[ -](?:chromosomes?|chromosomal|genes?|sex|corps|females?|males?|males|women|embryos?"
    r"|karyotype|century|rated|certificate|films?|movies?|large)\b|\s?(?:/|and|or) ?X[YX]\b|'s\b)"
)
_MIN_SENTENCE = 5


def find(text: Text) -> Iterator[Hit]:
    """What writers leave where a fact will come: TK, XX, ???, [name], and dummy text."""
    for paragraph in paragraphs_with(text, _WORDS, _SIGNS):
        for match in _LEFT.finditer(text.source, *paragraph.span):
            if not _is_meant(text, paragraph, match):
                yield Hit(*match.span(match.lastgroup or 0))


def _is_meant(text: Text, paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Tell the shop, the numeral, the kiss and the fixture list from what is missing."""
    kind = match.lastgroup
    before = text.source[max(paragraph.span.start, match.start() - 40) : match.start()]
    if kind in ("tk", "due"):
        return _is_short_for(text, match.group()) or (
            kind == "due" and not _is_in_sentence(text, paragraph, match)
        )
    if kind == "xs":
        return _is_letters(text, match, before)
    if kind == "blank" and (
        not before.strip() or sum(c.isalpha() for c in before) < _MIN_SENTENCE
    ):
        return True
    if kind in ("order", "blank"):
        return text.is_quoted(match.start()) or paragraph.kind is not Kind.BODY
    return False


def _is_letters(text: Text, match: re.Match[str], before: str) -> bool:
    """Tell XX chromosomes, Pius XX and a row of kisses from a number to come."""
    if match.group()[0] == "x" and (text.is_quoted(match.start()) or not before.strip()):
        return True
    if _X_IS_MEANT.match(text.source, match.end()):
        return True
    if _ARTICLED.search(before):
        return not text.source.startswith("-year", match.end())
    if _MONTH_OR_TITLE.search(before) or before.endswith(("[", "(")):
        return False
    rest = text.source[match.end() : match.end() + 12]
    return _NUMERAL_AFTER.search(before) is not None and not re.match(rf" {_UNIT}", rest)


def _is_short_for(text: Text, letters: str) -> bool:
    """Tell whether the draft says what the letters stand for, or uses them as a name."""
    return re.search(rf"[A-Za-z] \({letters}\)|\b{letters} [A-Z(][a-z]", text.source) is not None


def _is_in_sentence(text: Text, paragraph: Paragraph, match: re.Match[str]) -> bool:
    """TBC is no blank in a list of fixtures; it is one in brackets, and in a full sentence."""
    if text.source[match.start() - 1 : match.start()] in ("[", "("):
        return paragraph.kind is Kind.BODY and text.source[paragraph.span.end - 1] in ".!?”\"'’"
    sentence = text.sentence_at(match.start())
    if sentence is None or paragraph.kind is not Kind.BODY:
        return False
    words = sum(token.is_word for token in sentence.tokens)
    return words >= _MIN_SENTENCE and text.source[paragraph.span.end - 1] in ".!?”\"'’"

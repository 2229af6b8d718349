"""Whom the bylines of a draft name: who wrote it, not who edited it or took the pictures."""

import re
from collections.abc import Iterator

from rules.model import Span
from rules.text.bare import bare
from rules.text.furniture import kinds
from rules.text.model import Kind
from rules.text.paragraphs import paragraph_spans

_PICTURES = r"photo\w*|pictures?|pics?|images?|videos?|graphics?|illustrat\w+"
_OTHERS = re.compile(
    rf"{_PICTURES}|edit\w*|produc\w+|translat\w+|fact-?checked|e-?mail|twitter|contact|follow",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\b(?P<deed>[\w-]+)\s+)?\bby\b\s*:?"
    rf"|\b(?P<label>{_PICTURES}|edit(?:or|ing)|e-?mail|twitter|contact|reporting|text|words)\s*:"
    r"|\Awords\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[|/:]|\s[-–—]\s|\bby\b", re.IGNORECASE)  # "Opinion | Lena Marsh"
_BETWEEN = re.compile(
    r"[,;:&+|/•·]|\s[-–—]+\s|\S*@\S*|https?:\S*|\([^()]*\)|\[[^\[\]]*\]|(?<=\w{3})\.(?!\S)"
    r"|(?<!\S)(?:and|with)(?!\S)",
    re.IGNORECASE,
)
_WHERE = r"in|at|on|of|for|from|near|aboard"
_MONTH = (
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_REST = re.compile(
    rf"(?<!\S)(?:(?:{_WHERE}|{_WHERE.upper()})\s"
    rf"|(?i:(?:{_MONTH})\.?\s+\d|\d|(?:last )?(?:published|updated|posted|modified)\b)).*"
)  # where from, for whom, when
_ROLE = re.compile(
    r"\b(?:(?:sub-?)?editors?(?:[ -]in[ -]chief| at large)?|correspondents?|reporters?|writers?"
    r"|columnists?|critics?|journalists?|contributors?|producers?|chief|staff|desk|team|bureau"
    r"|agenc(?:y|ies)|wires?|admin|author|byline)\b",
    re.IGNORECASE,
)
_BEAT = re.compile(
    r"(?:(?<!\S)(?:political|foreign|home|world|international|chief|senior|deputy|associate|staff"
    r"|special|own|guest|news|sports?|features?|business|economics?|health|education|science"
    r"|diplomatic|defence|legal|court|local|city|investigations?|environment|arts|culture|crime"
    r"|technology|data|digital|online|web)\s*)+\Z",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:the|our|an?|my)\b", re.IGNORECASE)
_PARTICLE = r"(?:de|da|di|do|dos|du|del|della|van|von|der|den|ter|al|el|bin|ibn|bint|la|le|y)"
_WORD = re.compile(r"\S+")
_PARTICLES = re.compile(rf"{_PARTICLE}(?:[-'’]\S*)?|[dl]['’]\S+")
_EDGES = " \t.,'’\"“”*_-–—"


def authors(source: str) -> tuple[str, ...]:
    """The people whom the bylines of a draft name, as they are written there, each once."""
    page = bare(source)
    text = page.text
    spans = paragraph_spans(text)
    found: dict[str, None] = {}
    for span, kind in zip(spans, kinds(text, spans), strict=True):
        if kind in (Kind.BYLINE, Kind.LABEL):
            for credit in _credits(text, span, kind):
                for start, end in _names(text, credit):
                    found.setdefault(source[slice(*page.span(start, end))])
    return tuple(found)


def _credits(text: str, span: Span, kind: Kind) -> Iterator[Span]:
    """The stretches of a line that say who wrote."""
    if kind is Kind.LABEL:
        if labelled := _LABELLED.search(text, *span):
            yield Span(labelled.end(), span.end)
        return
    line = text[slice(*span)]
    said = list(_CREDIT.finditer(line))
    ends = (*(each.start() for each in said[1:]), len(line))
    for each, end in zip(said, ends, strict=False):
        if not _OTHERS.fullmatch(each["deed"] or each["label"] or ""):
            yield Span(span.start + each.end(), span.start + end)


def _names(text: str, credit: Span) -> Iterator[Span]:
    """The names in a row of them, without what they are, and where."""
    start, before = credit.start, ""
    for between in _BETWEEN.finditer(text, *credit):
        yield from _name(text, start, between.start(), before)
        start, before = between.end(), between.group()
    yield from _name(text, start, credit.end, before)


def _name(text: str, start: int, end: int, before: str) -> Iterator[Span]:
    """The name in a piece of the row; on both sides of a role, for it may stand on either."""
    if rest := _REST.search(text, start, end):
        end = rest.start()
    pieces = [(start, end)]
    if role := _last_role(text, start, end):
        if before == "," and not any(map(str.isalpha, text[role.end() : end])):
            return
        beat = _BEAT.search(text, start, role.start()) or role
        pieces = [(start, beat.start()), (role.end(), end)]
    for piece in pieces:
        name = _proper(text, *piece)
        if name.end > name.start and not _NOBODY.match(text, *name):
            yield name


def _last_role(text: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(_ROLE.finditer(text, start, end))), None)


def _proper(text: str, start: int, end: int) -> Span:
    """As far as the words are those of a name."""
    first = last = start
    for word in _WORD.finditer(text, start, end):
        if word.group()[0].islower() and not _PARTICLES.fullmatch(word.group()):
            break
        first = word.start() if last == start else first
        last = word.end()
    found = text[first:last]
    first += len(found) - len(found.lstrip(_EDGES))
    return Span(first, max(first, first + len(found.strip(_EDGES))))

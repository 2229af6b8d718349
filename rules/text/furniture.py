"""Tells copy from what stands around it: headlines, bylines, captions, promos, datelines."""

import re
from collections.abc import Sequence

from rules.model import Span
from rules.text.model import Kind

_LABEL = re.compile(
    r"(?:opinions?|opinion piece|analysis|comment|commentary|editorial|leader|column|columnist"
    r"|op-ed|"
    r"guest column|viewpoint|perspective|first person|sketch|letters?|"
    r"(?:(?:film|book|theatre|music|tv|television|album|concert|art|exhibition"
    r"|restaurant) )?reviews?|"
    r"feature|exclusive|breaking(?: news)?|explainer|fact check|live|sponsored|advertorial|"
    r"obituary|interview|profile|news|business|politics|world|culture|arts|books|"
    r"sports?|match report|football|cricket|rugby|tennis|golf|hockey|racing|"
    r"court(?: report|s)?|inquest|tribunal|wire|agencies|agency copy)"
    # whose it is: "Opinion | Lena Marsh", "COMMENT by Lena Marsh"
    r"(?:\s*:|(?:\s*[|/:]\s*|\s+[-–—]\s+|\s+by\s+)(?-i:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}))?",
    re.IGNORECASE,
)
_PROMO = re.compile(
    r"(?:also|must|further) (?:read|watch|see|listen)\b|read (?:more|also|next|the full)\b|"
    r"related(?: stor(?:y|ies)| articles?| coverage| reading)?\s*:|"
    r"more (?:on this|stories|from)\b|most read\b|story continues below|advertisement\b|"
    r"(?:see|watch|listen) (?:also|more|now|here)\b|(?:watch|listen|recommended|trending)\s*:|"
    r"you (?:may|might) (?:also )?like\b|(?:share|follow) (?:this|us) on\b|click here\b",
    re.IGNORECASE,
)
_SOFT_PROMO = re.compile(
    r"(?:sign up|subscribe|follow us|download|(?:get|join|support) (?:the|our|us)|don.t miss)\b"
    r".*\b(?:newsletters?|apps?|alerts?|inbox|free|channel|podcast|whatsapp|telegram|"
    r"journalism|facebook|today)\b",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"(?i:for immediate release|embargoed (?:until|till|to)|(?:media|press) (?:contacts?|enquiries"
    r"|inquiries|office)\s*(?::|$)|notes? (?:to|for) editors?\s*(?::|$))"
    r"|(?:#\s*){3,}$|[-–—*\s]*(?:ENDS|END)[-–—*\s]*$|[-–—]+\s?(?:[Ee]nds?)\s?[-–—]+$"
)  # what a press release carries
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
_BYLINE = re.compile(
    r"(?:(?:[Bb]y|BY|[Ww]ords(?: by)?:?|[Ww]ritten by|[Ee]dit(?:ed|ing) by|"
    r"(?:[Aa]dditional )?[Rr]eporting(?: and writing)? by)"
    rf"\s+{_NAME}(?=[^.!?]*(?:\.|$)).{{0,120}}"
    r"|(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Ll]ast (?:updated|modified))\b.{0,60})"
)
_CAPTION = re.compile(
    r"\[?(?:(?:file )?photo(?:graph)?|picture|image|caption|credit|graphic|illustration|video|"
    r"pictured|map|chart)s?(?: (?:credit|by|caption|courtesy))?\s*(?:[:|/\]]|by [A-Z]).*",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r".*[(\[](?:photo|image|picture|credit|file photo|pic)s?\b[^()\[\]]{0,80}[)\]]\.?",
    re.IGNORECASE,
)
_BRACKETS = frozenset(")]")
_STOPS = tuple(".!?…:;,")
_CLOSERS = "'’\"”»)]"
_BULLET = re.compile(r"[-–—•*·▪#>]|\d{1,3}[.)]")
_PLACE = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
_DATELINE = re.compile(
    rf"{_PLACE}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:, [A-Z][a-z]{{2,8}}\.? \d{{1,2}})?"
    r"(?: \([A-Za-z/ ]{2,30}\)\s*(?:[-–—]{1,2}|:)|\s*(?::|[–—]|--| - ))\s*"
)
MARKED = re.compile(r"#{1,6}[ \t]+(?=\S)")  # what makes a heading in Markdown
_LONG = 600  # characters: a paragraph, whatever its words
_LABEL_WORDS = 7
_COPY = (Kind.BODY, Kind.HEADLINE)
_HEADLINE_WORDS = 22
_CROSSHEAD_WORDS = 5


def kinds(source: str, spans: Sequence[Span]) -> list[Kind]:
    """What each paragraph is."""
    found: list[Kind] = []
    is_top = True
    for n, (start, end) in enumerate(spans, 1):
        kind = Kind.BODY
        if end - start <= _LONG:
            line = source[start:end]
            words = line.split()
            kind = _plain_kind(line, len(words))
            if kind is Kind.BODY and MARKED.match(line) and len(words) <= _HEADLINE_WORDS:
                kind = Kind.HEADLINE if is_top else Kind.CROSSHEAD
            elif kind is Kind.BODY and n < len(spans) and _is_head(line, words, is_top=is_top):
                is_long = len(words) > _CROSSHEAD_WORDS
                kind = Kind.HEADLINE if is_top or is_long else Kind.CROSSHEAD
        is_top = is_top and kind not in _COPY
        found.append(kind)
    return found


def dateline(source: str, span: Span) -> Span | None:
    """The place at the head of a paragraph: ``LONDON (Reuters) -`` or ``ISLAMABAD:``."""
    match = _DATELINE.match(source, span.start, min(span.end, span.start + 100))
    if match is None or match.end() >= span.end:
        return None
    return Span(match.start(), match.start() + len(match.group().rstrip()))


def _plain_kind(line: str, words: int) -> Kind:
    if words <= _LABEL_WORDS and _LABEL.fullmatch(line):
        return Kind.LABEL
    if (words <= 30 or line[:4].isupper()) and _PROMO.match(line):
        return Kind.PROMO
    if words <= 16 and _RELEASE.match(line):
        return Kind.PROMO
    if words <= 30 and _SOFT_PROMO.match(line):
        return Kind.PROMO
    if words <= 16 and _BYLINE.fullmatch(line):
        return Kind.BYLINE
    if _CAPTION.fullmatch(line) or (_BRACKETS & set(line[-3:]) and _CREDITED.fullmatch(line)):
        return Kind.CAPTION
    return Kind.BODY


def _is_head(line: str, words: Sequence[str], *, is_top: bool) -> bool:
    """A short line without a stop; the first may be a question in title case."""
    if len(words) > _HEADLINE_WORDS or line[0].islower():
        return False
    is_stopped = line.rstrip(_CLOSERS).endswith(_STOPS)
    if (is_stopped and not is_top) or _BULLET.match(line):
        return False
    if not is_stopped:
        return True
    return line[-1] in "?!" and len(words) <= 14 and _is_title_case(words)


def _is_title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.7 * len(long)

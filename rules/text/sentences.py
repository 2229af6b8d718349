"""Finds where sentences end."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from rules.model import Span
from rules.text.abbreviations import COUNTED, MONTHS, OTHERS, STARTERS, TITLES
from rules.text.model import Quotation

_END = re.compile(
    r"([.!?…](?<![.!?…].)[.!?…]*+)(\s?[\"'”’»)\]]++|)(\s++)(?=([\"'“‘«(\[`*]*+)(\w[\w'’]*+))"
)
_LAST_WORD = re.compile(r"[^\s(\[\"“'‘—–/]*$")
_PARTY = re.compile(r"[rdi]-[a-z.]{2,6}$", re.IGNORECASE)
_TELLS = re.compile(
    r"(?:[\w.'’-]+ ){0,4}?(?:said|says|asked|asks|wrote|added|told|replied|shouted|exclaimed|"
    r"wondered|demanded|tweeted|posted|cried|yelled|joked|quipped|laughed|recalled|explained|"
    r"(?:wants|wanted) to know)\b"
)
_LONG = 7  # letters: no abbreviation is that long
_MAX_QUOTATION = 3000


def sentence_spans(source: str, span: Span, quotations: Sequence[Quotation]) -> list[Span]:
    """The sentences of one paragraph; ``quotations`` are the paragraph's outermost."""
    whole = [
        q.span for q in quotations if not q.open and q.span.end - q.span.start <= _MAX_QUOTATION
    ]
    found: list[Span] = []
    begin, end = span
    for match in _END.finditer(source, begin, end):
        if whole and _is_inside(whole, match):
            continue
        if _ends(source, begin, match):
            found.append(Span(begin, match.start(3)))
            begin = match.end(3)
    if begin < end:
        found.append(Span(begin, end))
    return found


def _is_inside(whole: Sequence[Span], match: re.Match[str]) -> bool:
    """Tell whether a stop stands in a quotation, not at its end."""
    place = match.start()
    i = bisect_right(whole, (place, len(match.string))) - 1
    return i >= 0 and place < whole[i].end and match.end(2) < whole[i].end


def _ends(source: str, begin: int, match: re.Match[str]) -> bool:
    stops, closers, _, openers, word = match.groups()
    if word[0].islower() or (word[0] == "_"):
        return False
    if closers.strip() and closers.strip()[0] not in ")]":
        return not (stops[0] in "?!…" and not openers and _tells(source, match.start(5)))
    if stops != ".":
        return True
    return _full_stop_ends(source, begin, match.start(), word)


def _tells(source: str, place: int) -> bool:
    return bool(_TELLS.match(source, place, place + 80))


def _full_stop_ends(source: str, begin: int, stop: int, word: str) -> bool:
    """Tell a full stop from that of an abbreviation, an initial or a number in a list."""
    if stop - begin >= _LONG and source[stop - _LONG : stop].isalpha():
        return True
    tail = _LAST_WORD.search(source, max(begin, stop - 24), stop)
    last = tail.group() if tail else ""
    low = last.lower()
    if len(last) == 1 and last.isalpha():
        return word.lower() in STARTERS or not last.isupper()
    if low in TITLES:
        return False
    if low in COUNTED or low in MONTHS:
        return not word[0].isdigit()
    if low in OTHERS or _PARTY.match(last) or _is_initials(last):
        return word.lower() in STARTERS
    return not (last.isdigit() and len(last) < 4 and stop - len(last) == begin)


def _is_initials(last: str) -> bool:
    return "." in last and all(len(part) == 1 and part.isalpha() for part in last.split("."))

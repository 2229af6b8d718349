"""Where Vale ends a sentence: at any stop, whatever follows, but that of an abbreviation."""

import re
from collections.abc import Iterator

from rules.model import Span
from rules.text.abbreviations import COUNTED, MONTHS, OTHERS, STARTERS, TITLES

_STOP = re.compile(r"(?<!\S)(\S*[.?!])([\"'”’)]*+)\s++(?=(\S++))")
_SHORT = TITLES | COUNTED | MONTHS | OTHERS
_OPENING = "([{\"'“‘*_"
_DOTS = re.compile(r"(?:\w\.)+\w*")  # U.S, e.g


def sentences(source: str, span: Span) -> Iterator[Span]:
    """The sentences of a block; a line that ends without a stop goes on in the next."""
    begin, end = span
    for match in _STOP.finditer(source, begin, end):
        if _ends(match[1], match[2], match[3]):
            yield from _trimmed(source, begin, match.end(2))
            begin = match.end()
    yield from _trimmed(source, begin, end)


def _trimmed(source: str, begin: int, end: int) -> Iterator[Span]:
    words = source[begin:end]
    start = begin + len(words) - len(words.lstrip())
    if start < end:
        yield Span(start, begin + len(words.rstrip()))


def _ends(word: str, closers: str, following: str) -> bool:
    """Tell whether ``word``, with what closes behind it, ends a sentence before the next word."""
    is_low = following[0].islower()
    if closers:
        return not is_low
    if word.endswith(".."):
        return following[0].isupper()
    if word.endswith("."):
        return not _is_short(word) or (not is_low and following.lower() in STARTERS)
    return word != "Yahoo!"


def _is_short(word: str) -> bool:
    """Tell whether a word with a stop is an abbreviation or an initial."""
    bare = word[:-1].lstrip(_OPENING)
    last = bare.rpartition("-")[2].lower()
    if len(bare) == 1:
        return bare.isalpha()
    return last in _SHORT or _DOTS.fullmatch(bare) is not None

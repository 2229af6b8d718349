"""Is the spacing right?

Why: A space too many or too few reads as a slip, and breaks lines where none should break.

Fix: Put one space on the side where it belongs; delete what is left over.
"""

import re
from collections.abc import Iterator

from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Kind, Text

LEVEL = Level.NOTE
VOICES = frozenset(Voice)
EXAMPLES = (
    "The [[board(TFB)]] met at noon.",
    "He [[left ,]] then came back.",
    "The ferry [[left  at]] noon.",
    "The ferry [[( which]] was full) left at noon.",
    "The ferry, full of sheep[[,,]] left at noon.",
    "The board (TFB) met.",
    "It ended 3-2.  Nobody cheered.",
    "The child(ren) and the member(s) may apply under section 5(1).",
    "She waited . . . and then she left...",
    "« Bonjour », he said, and typed print(name) at the prompt.",
)
_STRAY = {
    " ,": re.compile(r"[\w”\"’')\]]+ ,(?=\s|$)"),
    " .": re.compile(r"[\w”\"’')\]]+ \.(?=\s+[A-Z“\"]|\s*$)"),
    " ;": re.compile(r"\w+ ;(?=\s)"),
    "  ": re.compile(r"[^\W\d_]+[,;]? {2,3}(?=[\w“\"(])[\w“\"(][^\W\d_]*"),
    "( ": re.compile(r"(?<![\w:;=-])\( [^\W\d_][\w'’-]*"),
    " )": re.compile(r"\w+ \)(?![\w(])"),
    ",,": re.compile(r"(?<=\w),,(?!,)"),
    "..": re.compile(r"(?<=[^\W_])\.\.(?=\s|$|[”\"])"),
    "(": re.compile(
        r"(?<![\w@#/._-])[^\W\d_]{3,}\((?:[A-Z]{2,}|[^\W\d_][\w'’-]+ [^()\n]{2,80})\)(?![\w(\[])"
    ),
}
_TIDY = later(r"https?:|www\.|[{}<>|\t]|\(\)|;\s*$")
_ELLIPSIS = later(r"\. \.")
_ROMAN = later(r"\((?:[IVXLC]+)\)")
_LAID_OUT = 3  # gaps in one paragraph: somebody set a table
_KINDS = frozenset({Kind.BODY, Kind.HEADLINE, Kind.CROSSHEAD, Kind.CAPTION})


def find(text: Text) -> Iterator[Hit]:
    """Spaces and stray marks, sentence by sentence; code, addresses and tables left out."""
    tried: dict[int, set[str]] = {}
    for mark in _STRAY:
        at = text.source.find(mark)
        while at >= 0:
            sentence = text.sentence_at(at) or text.sentence_at(at - 1)
            if sentence is None:
                at = text.source.find(mark, at + 1)
                continue
            if sentence.kind in _KINDS:
                tried.setdefault(sentence.n, set()).add(mark)
            at = text.source.find(mark, max(at + 1, sentence.span.end))
    for n, marks in sorted(tried.items()):
        text.patience.check()
        span = text.sentences[n].span
        words = text.quote(span)
        if _TIDY.search(words):
            continue
        for mark in sorted(marks):
            yield from _stray(words, span.start, mark)


def _stray(words: str, start: int, mark: str) -> Iterator[Hit]:
    if mark == "  " and words.count("  ") > _LAID_OUT:
        return
    if mark in (" .", "..") and (_ELLIPSIS.search(words) or "..." in words):
        return
    for match in _STRAY[mark].finditer(words):
        if mark == "(" and (_ROMAN.search(match.group()) or match.group().split("(")[0].isupper()):
            continue
        lemma = "double space" if mark == "  " else ""
        yield Hit(start + match.start(), start + match.end(), lemma=lemma)

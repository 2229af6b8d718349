"""What stands around the copy of a PDF: headers, footers, page numbers, and notes."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from bot.readers.lines import Line, body_size

_BAND = 0.15  # of a page: headers and footers stand there
_MOST = 4  # rows of them
_MOST_WORDS = 12  # of such a row, if it is not small
_APART = 1.5  # of a letter's size: more than between most lines of the copy
# What stands there on a single page as well: a number, and what a browser prints.
_AT_TOP = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}, \d{1,2}:\d\d\b.*")
_AT_FOOT = re.compile(
    r"(?:page |p\. ?|[-–—] ?)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?(?: ?[-–—])?"
    r"|(?:https?|file)://.* \d{1,3}/\d{1,3}",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§])[.)]?")
_SMALL = 0.93  # of the copy's size: notes


class Sheet(NamedTuple):
    """A page: its height, and its lines in the order in which they are drawn."""

    height: float
    lines: list[Line]


class _Row(NamedTuple):
    """Lines beside each other."""

    lines: list[Line]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def key(self) -> tuple[str, int]:
        """The same on the next page, but for a number."""
        return re.sub(r"\d+", "0", self.text.casefold()), round(self.lines[0].base)

    def is_short(self, size: float) -> bool:
        """Tell whether it is no line of the copy, whose letters are of that size."""
        words = sum(len(line.words) for line in self.lines)
        return words <= _MOST_WORDS or all(line.size < size * _SMALL for line in self.lines)


def sorted_out(sheets: Iterable[Sheet]) -> tuple[list[Line], list[Line]]:
    """The lines of the copy, and those of the notes below it; what is neither is left out.

    A header or a footer is the outermost row of two pages or more, at the same height; a number
    alone at the foot of a page is one anyway.
    """
    known = list(sheets)
    out: set[int] = set()
    size = body_size([line for sheet in known for line in sheet.lines])
    for is_top in (True, False):
        edges = [_edge(sheet, size, is_top=is_top) for sheet in known]
        out |= _repeated(edges, _AT_TOP if is_top else _AT_FOOT)
    kept = [[line for line in sheet.lines if id(line) not in out] for sheet in known]
    notes = [_notes(page, size) for page in kept]
    noted = {id(line) for page in notes for line in page}
    copy = [line for page in kept for line in page if id(line) not in noted]
    return copy, [line for page in notes for line in page]


def _edge(sheet: Sheet, size: float, *, is_top: bool) -> list[_Row]:
    """The outermost rows of a page, from outside, as far as more space than usual follows."""
    rows: list[_Row] = []
    for line in sorted(sheet.lines, key=lambda line: line.base, reverse=is_top):
        if rows and abs(rows[-1].lines[0].base - line.base) < line.size / 2:
            rows[-1].lines.append(line)
        else:
            rows.append(_Row([line]))
    band = sheet.height * _BAND
    count = 0
    for n, (row, inner) in enumerate(pairwise(rows[: _MOST + 1]), 1):
        base, next_to = row.lines[0].base, inner.lines[0]
        is_outside = base > sheet.height - band if is_top else base < band
        if not is_outside or not row.is_short(size):
            break
        count = n if abs(base - next_to.base) > _APART * next_to.size else count
    for row in rows[:count]:
        row.lines.sort(key=lambda line: line.left)
    return rows[:count]


def _repeated(edges: list[list[_Row]], known: re.Pattern[str]) -> set[int]:
    """The lines of the rows that come again, peeled from outside."""
    out: set[int] = set()
    for _ in range(_MOST):
        again = Counter(rows[0].key for rows in edges if rows)
        peeled = False
        for rows in edges:
            if rows and (again[rows[0].key] > 1 or known.fullmatch(rows[0].text)):
                out |= {id(line) for line in rows.pop(0).lines}
                peeled = True
        if not peeled:
            break
    return out


def _notes(page: list[Line], size: float) -> list[Line]:
    """The lines at the foot of a page that are small and begin with a mark."""
    found: list[Line] = []
    for line in reversed(page):
        if line.size > size * _SMALL:
            break
        found.insert(0, line)
    while found and not (len(found[0].words) > 1 and _NOTE.fullmatch(found[0].words[0].text)):
        del found[0]
    for line in found:
        if len(line.words) > 1 and _NOTE.fullmatch(line.words[0].text):
            line.words[:] = line.words[1:]
            line.begins = True
    return found

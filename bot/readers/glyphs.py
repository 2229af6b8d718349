"""The words on a page of a PDF: letter by letter as pdfium counts them, and where they are drawn.

pdfium loses rare letters (emoji) where text is asked for one letter at a time, so each is asked
for by its number; and it says where lines end, but not why.
"""

import ctypes
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.readers.paragraphs import Run

_ENDS = frozenset({0x02, 0xFFFE})  # pdfium's own signs for a hyphen at the end of a line
_SOFT = 0xAD
_SPACES = frozenset(b" \t\r\n")
_HYPHENS = frozenset("-‐")
MARKS = frozenset("0123456789*†‡§")  # of notes
UNITS = frozenset({"m", "km", "cm", "mm", "ft", "mi"})
_SMALLER, _RAISED = 0.87, 0.1  # of the size around them: they are small and above the line,
_HIGH = 0.25  # or far above it


class Area(NamedTuple):
    """A part of a page that is a link."""

    left: float
    bottom: float
    right: float
    top: float
    link: str


class Word(NamedTuple):
    """A word: letters ``start`` to ``end`` of page ``page``, drawn on the line ``base``.

    ``breaks``: it ends with a hyphen, which may be there for the end of the line alone.
    """

    page: int
    start: int
    end: int
    left: float
    right: float
    base: float
    size: float
    runs: tuple[Run, ...]
    breaks: bool = False

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(run.words for run in self.runs)


class _Letter(NamedTuple):
    words: str
    at: int
    to: int


class Glyphs:
    """A page that is open, and what pdfium knows of its letters."""

    def __init__(self, page: Any, number: int, areas: Sequence[Area]) -> None:
        from pypdfium2 import raw

        self._raw, self._number, self._areas = raw, number, areas
        self._page = page.get_textpage()
        self.count: int = self._page.count_chars()
        self._turned: int = page.get_rotation() % 360
        self._height: float = page.get_height()
        self._left, self._bottom = page.get_bbox()[:2]
        self._matrix = raw.FS_MATRIX()
        self._numbers = [ctypes.c_double() for _ in range(4)]

    def words(self) -> list[Word]:
        """The words, in the order in which they are drawn."""
        codes = [self._raw.FPDFText_GetUnicode(self._page, n) for n in range(self.count)]
        found: list[Word] = []
        start = 0
        for n, code in enumerate(codes):
            is_hyphen = code in _ENDS or (code == _SOFT and self._ends_line(codes, n))
            is_space = code in _SPACES
            if is_hyphen or is_space or n + 1 == self.count:
                word = self._word(codes, start, n if is_space else n + 1)
                found += [word] if word else []
                start = n + 1
        return found

    def _ends_line(self, codes: Sequence[int], at: int) -> bool:
        following = codes[at + 1] if at + 1 < len(codes) else 0x0D
        return following in _SPACES or self._base(at + 1) != self._base(at)

    def _word(self, codes: Sequence[int], start: int, end: int) -> Word | None:
        letters = _letters(codes[start:end], start)
        if not letters:
            return None
        first = letters[0].at
        base, size = self._base(first), self._size(first)
        if not 0 <= base <= self._height:
            return None  # nobody sees it
        letters = self._without_marks(letters, base, size)
        left, right = self._box(first)[0], self._box(letters[-1].at)[1]
        if right < left:  # a hyphen that pdfium put there itself
            right = self._box(letters[-2].at)[1] if len(letters) > 1 else left
        runs = self._runs(letters, left, right, base, size)
        breaks = letters[-1].words in _HYPHENS and len(letters) > 1
        return Word(self._number, first, letters[-1].to, left, right, base, size, runs, breaks)

    def _without_marks(self, letters: list[_Letter], base: float, size: float) -> list[_Letter]:
        """The letters without those small ones above the line that lead to a note."""
        text = "".join(each.words for each in letters)
        if not MARKS & set(text[1:]) or text.rstrip("0123456789") in UNITS:
            return letters
        return [
            each
            for n, each in enumerate(letters)
            if n == 0
            or each.words not in MARKS
            or not is_raised(self._size(each.at), self._base(each.at), size, base)
        ]

    def _runs(
        self, letters: Sequence[_Letter], left: float, right: float, base: float, size: float
    ) -> tuple[Run, ...]:
        """The letters, drawn together as far as they go on in the file and in one link."""
        where = f"page {self._number}"
        middle = base + self._bottom + size * 0.3
        near = [
            area
            for area in self._areas
            if area.left < right and area.right > left and area.bottom < middle < area.top
        ]
        text, first, last = "".join(each.words for each in letters), letters[0].at, letters[-1].to
        if not near and len(text) == len(letters) == last - first:
            return (Run(text, where, first, last),)
        runs: list[Run] = []
        for each in letters:
            link = self._link(each.at, near) if near else ""
            run = Run(each.words, where, each.at, each.to, link)
            if runs and _goes_on(runs[-1], run):
                runs[-1] = runs[-1]._replace(words=runs[-1].words + run.words, to=run.to)
            else:
                runs.append(run)
        return tuple(runs)

    def _link(self, at: int, near: Sequence[Area]) -> str:
        left, right = self._box(at)
        middle = (left + right) / 2
        return next((area.link for area in near if area.left <= middle <= area.right), "")

    def _size(self, at: int) -> float:
        """How large a letter is drawn: its font says so, and how that is scaled."""
        size = float(self._raw.FPDFText_GetFontSize(self._page, at))
        matrix = self._matrix
        if not self._raw.FPDFText_GetMatrix(self._page, at, matrix):
            return size
        return size * (float(matrix.c**2 + matrix.d**2) ** 0.5 or 1.0)

    def _box(self, at: int) -> tuple[float, float]:
        """From where to where a letter stands on its line."""
        left, right, bottom, top = self._numbers
        self._raw.FPDFText_GetCharBox(self._page, at, left, right, bottom, top)
        if self._turned == 90:
            return bottom.value, top.value
        if self._turned == 180:
            return -right.value, -left.value
        return (-top.value, -bottom.value) if self._turned else (left.value, right.value)

    def _base(self, at: int) -> float:
        """How high above the foot of the page the line of a letter is."""
        x, y = self._numbers[:2]
        self._raw.FPDFText_GetCharOrigin(self._page, at, x, y)
        across, up = float(x.value - self._left), float(y.value - self._bottom)
        if self._turned == 90:
            return self._height - across
        if self._turned == 180:
            return self._height - up
        return across if self._turned else up


def is_raised(size: float, base: float, around: float, line: float) -> bool:
    """Tell whether a letter stands above the ``line`` of those of size ``around``."""
    up = (base - line) / around
    return up > _HIGH or (size < around * _SMALLER and up > _RAISED)


def _letters(codes: Sequence[int], at: int) -> list[_Letter]:
    """Letters of their numbers: rare ones have two, a ligature is two, a soft hyphen none."""
    if codes and min(codes) >= 0x20 and max(codes) < 0xD800 and _SOFT not in codes:
        return [_Letter(chr(code), n, n + 1) for n, code in enumerate(codes, at)]
    found: list[_Letter] = []
    for n, code in enumerate(codes, at):
        last = codes[n - at - 1] if n > at else 0
        if 0xDC00 <= code < 0xE000 and 0xD800 <= last < 0xDC00:
            whole = 0x10000 + ((last - 0xD800) << 10) + code - 0xDC00
            found.append(_Letter(chr(whole), n - 1, n + 1))
        elif code in _ENDS or (code == _SOFT and n + 1 == at + len(codes)):
            found.append(_Letter("-", n, n + 1))
        elif 0xFB00 <= code <= 0xFB06:
            found.append(_Letter(unicodedata.normalize("NFKC", chr(code)), n, n + 1))
        elif code >= 0x20 and code not in {_SOFT, 0xFFFF} and not 0xD800 <= code < 0xE000:
            found.append(_Letter(chr(code), n, n + 1))
    return found


def _goes_on(last: Run, run: Run) -> bool:
    same = last.link == run.link and last.to == run.at
    return same and all(each.to - each.at == len(each.words) for each in (last, run))

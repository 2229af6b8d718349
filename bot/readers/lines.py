"""The lines of a PDF's pages: words that stand beside each other."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.readers.glyphs import MARKS, UNITS, Word, is_raised

_SAME = 0.45  # of a letter's size: a raised letter is on the same line
_GAP = 1.8  # of it: what stands farther apart is another cell of a table, or another column
_TOUCHES = 0.12  # of it: no space between
_TOUCHES_END, _ENDS = 0.2, frozenset(",.;:!?)”’")
_HANGS = 3  # times it: how far a mark of a list may stand from its words
_BULLETS = frozenset("•◦▪‣●○■□►▶➢➤✓❖·∙⁃")
_PRIVATE = range(0xE000, 0xF900)  # where fonts of signs have their bullets
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")


@dataclass(eq=False)
class Line:
    """Words of one page, from left to right; there is at least one."""

    words: list[Word]
    begins: bool = False  # a mark that stood before it says that a paragraph begins

    @property
    def page(self) -> int:
        """The number of its page."""
        return self.words[0].page

    @property
    def base(self) -> float:
        """How high above the foot of the page it stands, in points."""
        return self.words[0].base

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @cached_property
    def size(self) -> float:
        """How large most of its letters are."""
        sizes = Counter[float]()
        for word in self.words:
            sizes[round(word.size, 1)] += word.end - word.start
        return sizes.most_common(1)[0][0]

    @property
    def text(self) -> str:
        """Its words, with spaces between."""
        return " ".join(word.text for word in self.words)


def lines(words: Iterable[Word]) -> list[Line]:
    """The lines of a page whose words come in the order in which they are drawn."""
    found: list[Line] = []
    for word in words:
        last = found[-1].words[-1] if found else word
        if found and _is_beside(last, word, found[-1]):
            if not _is_mark(last, word):
                found[-1].words.append(word)
        else:
            found.append(Line([word]))
    return _with_marks(found)


def bulleted(line: Line) -> bool:
    """Tell whether a line begins with the mark of a list."""
    return len(line.words) > 1 and _is_bullet(line.words[0].text)


def touch(last: Word, word: Word) -> bool:
    """Tell whether two words of a line are one that was drawn in two parts."""
    gap = (word.left - last.right) / word.size
    if word.text[0] in _ENDS:
        return gap < _TOUCHES_END
    is_apart = last.page == word.page and word.start - last.end == 1  # a space in the file
    return gap < _TOUCHES and not is_apart


def body_size(found: Sequence[Line]) -> float:
    """How large the letters of the copy are: most of all there are."""
    sizes = Counter[float]()
    for line in found:
        sizes[line.size] += sum(word.end - word.start for word in line.words)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _is_beside(last: Word, word: Word, line: Line) -> bool:
    size = max(last.size, word.size)
    gap = word.left - last.right
    return abs(word.base - line.base) <= _SAME * size and -size / 2 < gap < _GAP * size


def _is_mark(last: Word, word: Word) -> bool:
    """Tell whether a word is only the number of a note behind another word."""
    known = (
        set(word.text) <= MARKS
        and last.text not in UNITS
        and word.left - last.right < last.size / 2
    )
    return known and is_raised(word.size, word.base, last.size, last.base)


def listed(line: Line) -> bool:
    """Tell whether a line begins with such a mark, or with a number."""
    return len(line.words) > 1 and _is_list_mark(line.words[0].text)


def _with_marks(found: list[Line]) -> list[Line]:
    """The lines, each with the mark that was drawn apart from it: all at once, at the end."""
    marks = [line for line in found if len(line.words) == 1 and _is_list_mark(line.words[0].text)]
    taken = set()
    for mark in marks if len(marks) < len(found) else ():
        beside = (line for line in found if line is not mark and _hangs(mark, line))
        line = min(beside, key=lambda line: line.left, default=None)
        if line:
            line.words.insert(0, mark.words[0])
            taken.add(id(mark))
    return [line for line in found if id(line) not in taken]


def _hangs(mark: Line, line: Line) -> bool:
    same = abs(mark.base - line.base) < _SAME * line.size
    return same and 0 <= line.left - mark.right <= _HANGS * line.size


def _is_bullet(sign: str) -> bool:
    return sign in _BULLETS or (len(sign) == 1 and ord(sign) in _PRIVATE)


def _is_list_mark(sign: str) -> bool:
    return _is_bullet(sign) or _NUMBER.fullmatch(sign) is not None

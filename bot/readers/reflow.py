"""The paragraphs of a PDF: which lines go on with the one before, and how they are joined."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from bot.readers.hyphens import Hyphens
from bot.readers.lines import Line, body_size, bulleted, listed, touch
from bot.readers.paragraphs import Kind, Paragraph, Run

_END = re.compile(r"[.!?:…][\"”’'»)\]]*$")
_SAME_SIZE = 1.06
_LARGE = 1.15  # times the size of the copy: headings
_ABOVE = 8  # paragraphs above a headline
_HEAD_WORDS = 30
_INDENT = 0.5  # of a letter's size
_COLUMN = 4.5  # of it: lines that begin so near to each other are of one column
_JUMP = 4  # lines: up to the next column, not to the next cell
_USUAL = 0.1  # of the distances between lines: what is rarer is an accident


class _Layout:
    """What the lines of a file have in common."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.size = body_size(lines)
        self._leading = _leadings(lines)
        self._margins: dict[float, list[tuple[float, float]]] = defaultdict(list)
        for line in lines:
            self._margins[round(line.size)].append((line.left, line.right))
        self._known: dict[tuple[float, float], float] = {}
        self._edges: dict[tuple[float, float], float] = {}
        self._indent = _indent(lines, self)

    def leading(self, size: float) -> float:
        """How far lines of such letters are apart within a paragraph."""
        return self._leading.get(round(size)) or size * self._ratio

    @property
    def _ratio(self) -> float:
        usual = self._leading.get(round(self.size))
        return usual / self.size if usual else 1.25

    def margin(self, line: Line) -> float:
        """How far right its column goes."""
        key = round(line.size), round(line.left)
        if key not in self._known:
            near = _COLUMN * line.size
            self._known[key] = max(
                right
                for left, right in self._margins[round(line.size)]
                if abs(left - line.left) <= near
            )
        return self._known[key]

    def edge(self, line: Line) -> float:
        """Where most lines of its column begin."""
        key = round(line.size), round(line.left)
        if key not in self._edges:
            near = _COLUMN * line.size
            lefts = Counter(
                round(left)
                for left, _ in self._margins[round(line.size)]
                if abs(left - line.left) <= near
            )
            self._edges[key] = lefts.most_common(1)[0][0]
        return self._edges[key]

    def begins(self, line: Line) -> bool:
        """Tell whether a line is indented as first lines are in this file."""
        return self._indent > 0 and abs(line.left - self.edge(line) - self._indent) <= 1.5

    def is_full(self, line: Line, following: Line) -> bool:
        """Tell whether the first word of the following line had no place on this one."""
        if line.words[-1].breaks:
            return True
        margin = self.margin(line)
        first = following.words[0]
        slack = line.size * 0.25 + 0.02 * (margin - line.left)
        return line.right + slack + first.right - first.left > margin


def paragraphs(lines: Sequence[Line], notes: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of the copy, then those of the notes."""
    if not lines and not notes:
        return []
    hyphens = Hyphens(line.text for line in lines)
    layout = _Layout([*lines, *notes])
    blocks = _blocks(lines, layout)
    kinds = _kinds(blocks, layout.size)
    found = [_paragraph(block, kind, hyphens) for block, kind in zip(blocks, kinds, strict=True)]
    return found + [_paragraph(block, "text", hyphens) for block in _blocks(notes, layout)]


def _blocks(lines: Sequence[Line], layout: _Layout) -> list[list[Line]]:
    """The lines of each paragraph."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _goes_on(found[-1], line, layout):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(block: Sequence[Line], line: Line, layout: _Layout) -> bool:
    """Tell whether a line belongs to the paragraph before it."""
    last = block[-1]
    larger, smaller = max(last.size, line.size), min(last.size, line.size)
    if larger > smaller * _SAME_SIZE + 0.5 or bulleted(line) or line.begins:
        return False
    if layout.begins(line) and not listed(block[0]):
        return False
    is_full = layout.is_full(last, line)
    is_broken = not _END.search(last.text)
    leading = layout.leading(line.size)
    down = last.base - line.base
    if line.page != last.page or down < -_JUMP * leading:
        # The last line of a paragraph is not drawn out up to the margin.
        return is_full and (is_broken or abs(layout.margin(last) - last.right) < 1)
    if down < line.size / 2 or not _below(last, line):
        return False  # another cell
    is_head = larger > layout.size * _LARGE
    if is_head:
        return down <= leading * 1.5
    is_low = line.text[0].islower()
    if down > leading * 1.35:
        return is_full and is_broken and is_low and down <= leading * 1.6
    if down > leading * 1.1 and not (is_full and is_broken):
        return False
    if _indented(block, line):
        return False
    return is_full or (is_broken and is_low)


def _below(last: Line, line: Line) -> bool:
    """Tell whether two lines can be of one column."""
    near = abs(last.left - line.left) <= _COLUMN * line.size
    return near or (line.left < last.right and line.right > last.left)


def _indented(block: Sequence[Line], line: Line) -> bool:
    """Tell whether a line begins where a paragraph would."""
    first, last = block[0], block[-1]
    step = line.left - last.left
    if listed(first):
        hangs = line.left > first.left + 1
        return not hangs and len(block) > 1 and abs(step) > _INDENT * line.size
    if step > _INDENT * line.size:
        return True
    return len(block) > 1 and step < -_INDENT * line.size


def _kinds(blocks: Sequence[Sequence[Line]], size: float) -> list[Kind]:
    """What each paragraph is: the largest at the top is the headline, what is larger a heading."""
    sizes = [block[0].size for block in blocks]
    words = [sum(len(line.words) for line in block) for block in blocks]
    near = [each for n, each in enumerate(sizes[:_ABOVE]) if words[n] <= _HEAD_WORDS]
    largest = max(near, default=0.0)
    kinds: list[Kind] = []
    for block, each, count in zip(blocks, sizes, words, strict=True):
        kind: Kind = "entry" if bulleted(block[0]) else "text"
        if count <= _HEAD_WORDS and kind == "text":
            is_first = "title" not in kinds and len(kinds) < _ABOVE
            if each >= size * _LARGE:
                kind = "title" if is_first and each == largest else "crosshead"
        kinds.append(kind)
    return kinds


def _paragraph(block: Sequence[Line], kind: Kind, hyphens: Hyphens) -> Paragraph:
    """Lines joined by a space, or by nothing where a word was broken."""
    words = [word for line in block for word in line.words]
    if kind == "entry":
        words = words[1:]
    ends = {id(line.words[-1]) for line in block}
    runs: list[Run] = list(words[0].runs)
    for last, word in pairwise(words):
        at_end = id(last) in ends
        if at_end and last.breaks:
            if not hyphens.stays(last.text[:-1], word.text):
                runs[-1] = runs[-1]._replace(words=runs[-1].words[:-1], to=runs[-1].to - 1)
        elif at_end or not touch(last, word):
            runs.append(_space(runs[-1], word.runs[0]))
        runs += word.runs
    return Paragraph(kind, runs)


def _space(last: Run, following: Run) -> Run:
    """A space between two words, which the file may have as well."""
    link = last.link if last.link == following.link else ""
    if last.where != following.where or following.at <= last.to:
        return Run(" ", "", 0, 0, link)
    return Run(" ", last.where, last.to, following.at, link)


def _indent(lines: Sequence[Line], layout: _Layout) -> float:
    """How far first lines are indented; 0 where they are not."""
    firsts, others = Counter[int](), Counter[int]()
    for line, following in pairwise(lines):
        step = round(line.left - layout.edge(line))
        goes_on = layout.is_full(line, following) and not listed(following)
        if line.page == following.page and step > _INDENT * line.size and goes_on:
            back = following.left < line.left - _INDENT * line.size
            (firsts if back else others)[step] += 1
    if not firsts:
        return 0
    usual, count = firsts.most_common(1)[0]
    return usual if count > 1 and count > others[usual] else 0


def _leadings(lines: Sequence[Line]) -> dict[int, float]:
    """How far lines of each size are apart in a sentence: the least of what is usual."""
    apart: dict[int, Counter[float]] = defaultdict(Counter)
    for last, line in pairwise(lines):
        down = round((last.base - line.base) * 2) / 2
        is_one = last.page == line.page and last.size == line.size and down > 0.8 * line.size
        if is_one and line.text[0].islower() and not _END.search(last.text):
            apart[round(line.size)][down] += 1
    return {
        size: min(down for down, count in found.items() if count >= _USUAL * found.total())
        for size, found in apart.items()
    }

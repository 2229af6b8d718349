"""Columns of a PDF that were drawn row by row: one after the other they can be read."""

from collections.abc import Sequence
from itertools import pairwise

from bot.readers.lines import Line

_ROWS = 5  # at least: fewer are a table
_WORDS = 4  # in each line of a column, on average: fewer are cells
_INDENT = 4.5  # of a letter's size: first lines begin so far from the others
_APART = 2.6  # times it: from one row to the next


def untangled(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, in the order in which they are read."""
    found: list[Line] = []
    rows: list[list[Line]] = []
    for row in [*_rows(lines), list[Line]()]:
        if rows and not (row and _goes_on(rows[-1], row)):
            found += _ordered(rows)
            rows = []
        rows.append(row)
    return found


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that are drawn one after the other at the same height, from left to right."""
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1][-1] if rows else line
        if rows and abs(last.base - line.base) < line.size / 4 and line.left > last.right:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _goes_on(last: Sequence[Line], row: Sequence[Line]) -> bool:
    """Tell whether two rows can be of the same columns."""
    down = last[0].base - row[0].base
    if len(last) < 2 or len(last) != len(row) or not 0 < down < _APART * row[0].size:
        return False
    pairs = list(zip(last, row, strict=True))
    near = all(abs(above.left - below.left) < _INDENT * below.size for above, below in pairs)
    return near and all(
        max(one.right for one in left) < min(one.left for one in right)
        for left, right in pairwise(pairs)
    )


def _ordered(rows: Sequence[Sequence[Line]]) -> list[Line]:
    words = sum(len(line.words) for row in rows for line in row)
    count = sum(len(row) for row in rows)
    if len(rows) < _ROWS or words < _WORDS * count:
        return [line for row in rows for line in row]
    return [line for column in zip(*rows, strict=True) for line in column]

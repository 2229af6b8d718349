"""Where in a Word file a comment stands, as the other process is told."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from bot.readers.copy import Copy


def spots_of(copy: Copy, span: Sequence[int]) -> list[list[Any]]:
    """Where flagged words stand in the file; of what only the text has, the words it belongs to:
    of an address its link, of a mark what it marks.
    """
    start, end = span
    spots = copy.spots(start, end)
    if not spots and copy.pieces:
        n = bisect_left(copy.pieces, end, key=lambda piece: piece.start)
        before = copy.pieces[n - 1 : n]
        if (before and copy.text.startswith("](", before[0].end)) or n == len(copy.pieces):
            n -= 1
        spots = copy.spots(copy.pieces[n].start, copy.pieces[n].end)
    return [list(spot) for spot in spots]

"""Finds what stands between quotation marks, paragraph by paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rules.model import Span
from rules.text.model import Quotation

# An apostrophe between letters is none of them.
_MARK = re.compile(
    r"[\"“”„‟«»`'‘’‚](?:(?<=[\"“”„‟«»])|(?<=')(?=''(?:[\s,.]|$))|(?<=')'|(?<=`)`|(?<=’)’|(?<=‘)‘"
    r"|(?<![^\W_].)|(?![^\W_]))"
)
_DOUBLE = frozenset(('"', "“", "”", "„", "‟", "«", "»", "''", "``", "’’", "‘‘"))
_OPENS = frozenset(("“", "„", "«", "``", "‘‘"))
_CLOSES = frozenset(("”", "»", "’’"))
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|n|cause|round|bout|cos)\b", re.IGNORECASE)
_FULL_WORDS = re.compile(r"(?:\W*+\w[\w'’-]*+){4}")
_WORD = re.compile(r"\w")


class _Open(NamedTuple):
    """A mark that waits for its partner."""

    start: int
    inner: int
    maybe: int = -1  # a single mark that may have closed it, or may be an apostrophe


# Start, minus end, start and end of the inside, and whether it was never closed; sorted as is.
_Found = tuple[int, int, int, int, bool]


class _Reader:
    """Reads one paragraph's marks from left to right."""

    def __init__(self, source: str, first: int, end: int) -> None:
        self.source, self.first, self.end = source, first, end
        self.found: list[_Found] = []
        self.double: _Open | None = None
        self.single: _Open | None = None

    def take(self, mark: str, start: int, stop: int) -> None:
        """Read the next mark."""
        before = self.source[start - 1] if start > self.first else " "
        after = self.source[stop] if stop < self.end else " "
        if mark not in _DOUBLE:
            self._single(mark, start, stop, before, after)
        elif _opens(mark, before, after, is_open=self.double is not None):
            if self.double:  # its closing mark was lost
                self._close_double(self.double, start, start, is_open=True)
            self.double = _Open(start, stop)
        elif self.double:
            self._close_double(self.double, start, stop)

    def close(self) -> list[_Found]:
        """What was found, now that the paragraph is at its end."""
        if self.single:
            self._drop_single()
        if self.double:
            self._add(self.double, self.end, self.end, is_open=True)
        return self.found

    def _close_double(
        self, opened: _Open, inner_end: int, end: int, *, is_open: bool = False
    ) -> None:
        if self.single and self.single.start > opened.start:
            self._drop_single()
        self._add(opened, inner_end, end, is_open=is_open)
        self.double = None

    def _single(self, mark: str, start: int, stop: int, before: str, after: str) -> None:
        if (
            not before.isalnum()
            and before not in ".,!?…)]"
            and (after.isalnum() or after in '“"[…')
        ):
            if mark == "‘" or (mark != "’" and not _ELIDED.match(self.source, stop, self.end)):
                self._drop_single()
                self.single = _Open(start, stop)
        elif self.single and not before.isspace() and mark != "‘":
            if before in "sS" and after == " ":
                self.single = self.single._replace(maybe=start)
            else:
                self._add(self.single, start, stop)
                self.single = None

    def _drop_single(self) -> None:
        """Settle a single mark still open: it closes where it might have, or was an apostrophe."""
        if self.single and self.single.maybe >= 0:
            self._add(self.single, self.single.maybe, self.single.maybe + 1)
        self.single = None

    def _add(self, opened: _Open, inner_end: int, end: int, *, is_open: bool = False) -> None:
        inner_end = max(opened.inner, inner_end)
        self.found.append((opened.start, -max(end, inner_end), opened.inner, inner_end, is_open))


def _opens(mark: str, before: str, after: str, *, is_open: bool) -> bool:
    """Tell by the mark itself, then by the side the space is on, then by turns."""
    is_left = before.isspace() or before in "([{-–—/'‘"
    is_right = after.isspace() or after in ".,;:!?)]}-–—/'’"
    if mark in _OPENS:
        return not (is_open and is_right and not is_left)
    if mark in _CLOSES:
        return False
    if is_left and not is_right:
        return True
    if is_right and not is_left:
        return False
    return not is_open


def _is_full(source: str, start: int, end: int, first: int) -> bool:
    """A sentence or clause that somebody utters, rather than words inside one of ours."""
    end = min(end, start + 400)
    if _FULL_WORDS.match(source, start, end):
        return True
    if not _WORD.search(source, start, end):
        return False
    text = source[start:end].strip()
    tail = source[max(first, start - 3) : start].rstrip("\"“'‘« ")
    return text[0].isupper() and text[-1] in ".,!?…" and (not tail or tail[-1] in ",:.-–—")


def quotations(source: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Every quotation, the outer before the inner; a lost mark spoils one paragraph at most."""
    found: list[Quotation] = []
    marks = _MARK.finditer(source)
    mark = next(marks, None)
    for first, end in paragraphs:
        if mark is None:
            break
        if mark.start() < end:
            reader = _Reader(source, first, end)
            while mark and mark.start() < end:
                reader.take(mark.group(), *mark.span())
                mark = next(marks, None)
            found += _nested(source, first, reader.close())
    return tuple(found)


def _nested(source: str, first: int, found: list[_Found]) -> Iterator[Quotation]:
    found.sort()
    ends: list[int] = []
    for start, back, inner, inner_end, is_open in found:
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and -back > ends[-1]:
            continue  # crosses the one it begins in: not a quotation
        full = _is_full(source, inner, inner_end, first)
        span = Span(start, -back)
        yield Quotation(span, Span(inner, inner_end), full, len(ends), is_open)
        ends.append(-back)

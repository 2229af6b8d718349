"""Finds what stands between quotation marks, paragraph by paragraph."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rules.model import Span
from rules.text.model import Quotation

_MARK = re.compile(r"'(?=''(?:[\s,.]|$))|[\"“”„‟«»]|''|``|’’|‘‘|[`'‘’‚]")
_DOUBLE = frozenset(('"', "“", "”", "„", "‟", "«", "»", "''", "``", "’’", "‘‘"))
_OPENS = frozenset(("“", "„", "«", "``", "‘‘"))
_CLOSES = frozenset(("”", "»", "’’"))
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|n|cause|round|bout|cos)\b", re.IGNORECASE)
_WORD = re.compile(r"\w[\w'’-]*")
_FULL_WORDS = 4


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    start: int
    inner: int
    maybe: int = -1  # a single mark that may have closed it, or may be an apostrophe


@dataclass(slots=True)
class _Reader:
    """Reads one paragraph's marks from left to right."""

    source: str
    end: int
    first: int
    found: list[Quotation] = field(default_factory=list)
    double: _Open | None = None
    single: _Open | None = None

    def read(self) -> list[Quotation]:
        for match in _MARK.finditer(self.source, self.first, self.end):
            mark, start, stop = match.group(), match.start(), match.end()
            before = self.source[start - 1] if start > self.first else " "
            after = self.source[stop] if stop < self.end else " "
            if mark in _DOUBLE:
                self._double(mark, start, stop, before, after)
            else:
                self._single(mark, start, stop, before, after)
        self._drop_single()
        if self.double:
            self._add(self.double, self.end, self.end, is_open=True)
        return self.found

    def _double(self, mark: str, start: int, stop: int, before: str, after: str) -> None:
        opens = _opens(mark, before, after, is_open=self.double is not None)
        if opens:
            if self.double:  # its closing mark was lost
                self._drop_single(self.double.start)
                self._add(self.double, start, start, is_open=True)
            self.double = _Open(start, stop)
        elif self.double:
            self._drop_single(self.double.start)
            self._add(self.double, start, stop)
            self.double = None

    def _single(self, mark: str, start: int, stop: int, before: str, after: str) -> None:
        if before.isalnum() and after.isalnum():
            return
        if (
            not before.isalnum()
            and before not in ".,!?…)]"
            and (after.isalnum() or after in '“"[…')
        ):
            is_elided = _ELIDED.match(self.source, stop, self.end)
            if mark != "’" and not (is_elided and mark != "‘"):
                self._drop_single()
                self.single = _Open(start, stop)
        elif self.single and not before.isspace() and mark != "‘":
            if before in "sS" and after == " ":
                self.single.maybe = start
            else:
                self._add(self.single, start, stop)
                self.single = None

    def _drop_single(self, after: int = -1) -> None:
        """Settle a single mark still open: it closes where it might have, or was an apostrophe."""
        if self.single and self.single.start > after:
            if self.single.maybe >= 0:
                self._add(self.single, self.single.maybe, self.single.maybe + 1)
            self.single = None

    def _add(self, opened: _Open, inner_end: int, end: int, *, is_open: bool = False) -> None:
        inner = Span(opened.inner, max(opened.inner, inner_end))
        full = _is_full(self.source, inner, self.first)
        span = Span(opened.start, max(end, inner.end))
        self.found.append(Quotation(span, inner, full, open=is_open))


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


def _is_full(source: str, inner: Span, first: int) -> bool:
    """A sentence or clause that somebody utters, rather than words inside one of ours."""
    text = source[inner.start : min(inner.end, inner.start + 400)].strip()
    words = 0
    for words, _ in enumerate(_WORD.finditer(text), 1):
        if words >= _FULL_WORDS:
            return True
    if not words:
        return False
    tail = source[max(first, inner.start - 3) : inner.start].rstrip("\"“'‘« ")
    return text[0].isupper() and text[-1] in ".,!?…" and (not tail or tail[-1] in ",:.-–—")


def quotations(source: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """Every quotation, the outer before the inner; a lost mark spoils one paragraph at most."""
    found: list[Quotation] = []
    for span in paragraphs:
        found += _nested(_Reader(source, span.end, span.start).read())
    return tuple(found)


def _nested(found: list[Quotation]) -> Sequence[Quotation]:
    found.sort(key=lambda quotation: (quotation.span.start, -quotation.span.end))
    out: list[Quotation] = []
    ends: list[int] = []
    for quotation in found:
        while ends and ends[-1] <= quotation.span.start:
            ends.pop()
        if ends and quotation.span.end > ends[-1]:
            continue  # crosses the one it begins in: not a quotation
        out.append(
            Quotation(quotation.span, quotation.inner, quotation.full, len(ends), quotation.open)
        )
        ends.append(quotation.span.end)
    return out

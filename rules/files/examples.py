"""Examples of a rule: ``[[…]]`` stands around what must be flagged, all else must stay silent."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rules.model import Span

_MARK = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True)
class Example:
    """A passage with its marks taken out, and where they stood."""

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def read(cls, marked: str) -> "Example":
        """Take the marks out of ``marked``; ValueError where they are not paired."""
        pieces: list[str] = []
        places: list[int] = []
        at = length = 0
        for mark in _MARK.finditer(marked):
            if (mark.group() == "[[") is bool(len(places) % 2):
                raise ValueError(f"marks are not paired at {marked[mark.start() :][:20]!r}")
            pieces.append(marked[at : mark.start()])
            length += len(pieces[-1])
            places.append(length)
            at = mark.end()
        if len(places) % 2:
            raise ValueError("a [[ is never closed")
        pieces.append(marked[at:])
        spans = zip(places[::2], places[1::2], strict=True)
        return cls("".join(pieces), tuple(Span(start, end) for start, end in spans))


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with ``[[…]]`` around each of ``spans``; they must not overlap."""
    out: list[str] = []
    at = 0
    for start, end in sorted(spans):
        out += [text[at:start], "[[", text[start:end], "]]"]
        at = end
    return "".join([*out, text[at:]])

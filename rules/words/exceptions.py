"""Vale's exceptions: what a rule finds and lets stand."""

from collections.abc import Sequence
from functools import cached_property

import regex

from rules.model import Span
from rules.search.page import Page

_AROUND = 200  # characters: further than any phrase reaches


class Exceptions:
    """Patterns of words that are right: a match that holds one of them is none.

    They mind capitals unless they begin with ``(?i)``. Phrases of several words also spare the
    words they are made of, whatever their capitals.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = sorted(patterns, key=len, reverse=True)

    def hold(self, page: Page, span: Span) -> bool:
        """Tell whether what stands at ``span`` is excepted."""
        return self.inside(page, span) or self.around(page, span)

    def inside(self, page: Page, span: Span) -> bool:
        """Tell whether the words hold an exception."""
        if self._inside is None:
            return False
        words = page.source[span.start : span.end].strip()
        return page.patience.search(self._inside, words, 0, len(words)) is not None

    def around(self, page: Page, span: Span) -> bool:
        """Tell whether the words are part of an excepted phrase."""
        if self._phrases is None:
            return False
        at, end = max(0, span.start - _AROUND), span.end + _AROUND
        while match := page.patience.search(self._phrases, page.source, at, end):
            if match.start() > span.start:
                return False
            if match.end() >= span.end:
                return True
            at = max(match.end(), match.start() + 1)
        return False

    @cached_property
    def _inside(self) -> "regex.Pattern[str] | None":
        return _any(self._patterns)

    @cached_property
    def _phrases(self) -> "regex.Pattern[str] | None":
        several = [one for one in self._patterns if " " in one or "\t" in one or r"\s" in one]
        return _any(several, regex.IGNORECASE)


def _any(patterns: Sequence[str], flags: int = 0) -> "regex.Pattern[str] | None":
    if not patterns:
        return None
    cased = [one.removeprefix("(?i)") if flags else _scoped(one) for one in patterns]
    return regex.compile(rf"\b(?:{'|'.join(cased)})\b", flags | regex.MULTILINE)


def _scoped(pattern: str) -> str:
    """So that ``(?i)`` of one pattern says nothing to the next."""
    if pattern.startswith("(?i)"):
        return f"(?i:{pattern.removeprefix('(?i)')})"
    return f"(?:{pattern})"

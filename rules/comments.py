"""Marks in the copy that ask for silence: ``[stet: language.label]``, ``<!-- vale off -->``."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from rules.model import Rule, Span, united
from rules.text.model import Text

_MARK = re.compile(
    r"\[stet(?:: ?(?P<stet>[\w.-]+))?\]"
    r"|<!--\s*vale\s+(?:(?P<all>on|off)|(?P<rule>[\w.-]+)\s*=\s*(?P<set>YES|NO))\s*-->",
    re.IGNORECASE,
)
_STRAY = re.compile(r"\[stet\b[^\[\]\n]{0,200}\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comment:
    """A mark where it stands; ``rule`` is what it names, a pack or everything.

    ``ends``: it ends the silence that one before it began. ``here``: it is for its paragraph.
    """

    span: Span
    rule: str
    ends: bool = False
    here: bool = False


def comments(source: str) -> tuple[Comment, ...]:
    """The marks in ``source``, in order."""
    if "[stet" not in source.lower() and "<!--" not in source:
        return ()
    return tuple(_comment(match) for match in _MARK.finditer(source))


def strays(source: str) -> tuple[Span, ...]:
    """What looks like a mark and is none: ``[stet language.label]``."""
    if "[stet" not in source.lower():
        return ()
    found = (match for match in _STRAY.finditer(source) if not _MARK.fullmatch(match.group()))
    return tuple(Span(*match.span()) for match in found)


def blanked(source: str, marks: tuple[Comment, ...]) -> str:
    """``source`` with spaces for the marks: they are no copy."""
    pieces: list[str] = []
    at = 0
    for mark in marks:
        pieces += [source[at : mark.span.start], " " * (mark.span.end - mark.span.start)]
        at = mark.span.end
    return "".join([*pieces, source[at:]])


class Silence:
    """Where the marks ask which rules to be silent."""

    def __init__(self, text: Text, marks: tuple[Comment, ...]) -> None:
        stretches: list[tuple[Span, str]] = []
        starts = [paragraph.span.start for paragraph in text.paragraphs] if marks else []
        begun: dict[str, int] = {}
        for mark in marks:
            if mark.here:
                stretches.append((_paragraph(text, starts, mark), mark.rule))
            elif not mark.ends:
                begun.setdefault(mark.rule, mark.span.end)
            elif mark.rule in begun:
                stretch = Span(begun.pop(mark.rule), mark.span.start)
                stretches.append((stretch, mark.rule))
        rest = len(text.source)
        stretches += [(Span(start, rest), rule) for rule, start in begun.items()]
        by_rule: dict[str, list[Span]] = {}
        for stretch, rule in stretches:
            by_rule.setdefault(rule, []).append(stretch)
        self._by_rule = {rule: united(spans) for rule, spans in by_rule.items()}

    def covers(self, rule: Rule, place: int) -> bool:
        """Tell whether a mark silences ``rule`` at the code point ``place``."""
        if not self._by_rule:
            return False
        names = ("", rule.id, rule.pack, *rule.formerly)
        return any(self._holds(name, place) for name in names)

    def _holds(self, name: str, place: int) -> bool:
        stretches = self._by_rule.get(name, ())
        i = bisect_right(stretches, (place, inf)) - 1
        return i >= 0 and place < stretches[i].end


def _comment(match: re.Match[str]) -> Comment:
    span = Span(*match.span())
    if match["all"]:
        return Comment(span, "", ends=match["all"].lower() == "on")
    if match["rule"]:
        return Comment(span, match["rule"], ends=match["set"].upper() == "YES")
    return Comment(span, match["stet"] or "", here=True)


def _paragraph(text: Text, starts: Sequence[int], mark: Comment) -> Span:
    """The paragraph that the mark stands in, or the next one where it has its own line."""
    i = bisect_right(starts, mark.span.start) - 1
    if i >= 0:
        span = text.paragraphs[i].span
        if "\n" not in text.source[span.end : mark.span.start]:
            return span
    return text.paragraphs[i + 1].span if i + 1 < len(starts) else Span(0, 0)

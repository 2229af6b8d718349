"""Replies that name flags, as people type them: `stet 4 quotation`, `fixed 2 5-7`. Pure."""

from collections.abc import Collection
from dataclasses import replace

from bot.replies.decision import Nearly, Understood, Verb
from bot.replies.every import NAMES, Every, names_of
from bot.replies.line import ambiguous, half, read_line
from bot.replies.nothing import nothing_line
from bot.replies.numbers import LEADING
from bot.replies.when import When, when

__all__ = [
    "Every",
    "Nearly",
    "Read",
    "Understood",
    "Verb",
    "When",
    "names_of",
    "nothing_line",
    "understand",
    "when",
]


Read = tuple[Understood, ...] | Nearly


def understand(text: str, names: Collection[str] = NAMES) -> Read | None:
    """Read a reply, one decision a line; None for talk, which is left alone.

    People stand in it as ``<@U…>``. ``names`` are those that `all` goes with (`names_of` gives
    those of the rules); packs and levels do in any case. A line that names no flag goes on with
    the words above it, and is talk where none are wanted.
    """
    known = NAMES.union(names)
    decisions: list[tuple[Understood, list[str]]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        read = read_line(line, known)
        if read is None and decisions and decisions[-1][0].verb.with_words:
            read = half(line) or _continued(*decisions[-1], line)
        if isinstance(read, Nearly):
            return read
        decisions += [(read, [])] if read else []
    return tuple(_whole(decision, more) for decision, more in decisions) or None


def _continued(decision: Understood, more: list[str], line: str) -> Nearly | None:
    """Take the line for more of the decision's words."""
    if not (decision.words or more) and LEADING.match(line):
        return ambiguous(decision.said, line)
    more.append(line)
    return None


def _whole(decision: Understood, more: list[str]) -> Understood:
    return replace(decision, words=" ".join((decision.words, *more)).strip()) if more else decision

"""What a reply comes to: a decision that is understood, or one that is asked about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.model import Entry, Outcome
from bot.replies.every import Every
from bot.replies.when import When
from bot.wording import listed

Spans = tuple[tuple[int, int], ...]


class Verb(StrEnum):
    """What a reply can do with a flag."""

    FIXED = "fixed"
    SOURCE = "source"
    STET = "stet"
    WRONG = "wrong"
    ASK = "ask"
    WHY = "why"
    REOPEN = "reopen"

    @property
    def outcome(self) -> Outcome | None:
        """What it decides, if it decides."""
        return _OUTCOMES.get(self)

    @property
    def with_words(self) -> bool:
        """True if a reason, or a source, follows the numbers."""
        return self in (Verb.SOURCE, Verb.STET, Verb.WRONG)


_OUTCOMES = {
    Verb.FIXED: Outcome.FIXED,
    Verb.SOURCE: Outcome.SOURCED,
    Verb.STET: Outcome.STET,
    Verb.WRONG: Outcome.WRONG,
}


@dataclass(frozen=True)
class Understood:
    """A reply that names flags: by numbers and spans of them, or by ``every``.

    ``words`` follow the numbers; in them, and in ``said``, people are still ``<@U…>``. ``whom`` is
    the id of the person asked, ``due`` until when.
    """

    verb: Verb
    spans: Spans
    words: str
    said: str  # verb and numbers as typed, to be quoted
    every: Every | None = None
    whom: str = ""
    due: When | None = None

    def numbers(self, entries: Sequence[Entry]) -> tuple[int, ...]:
        """The flags meant: a single number in any case, of a span and of all those there are.

        All means all that are open; to reopen, all that are not.
        """
        if self.every is not None:
            wanted = [entry for entry in entries if entry.open is not (self.verb is Verb.REOPEN)]
            return self.every.of(wanted)
        known = sorted(entry.number for entry in entries)
        return tuple(dict.fromkeys(self._meant(known)))

    def _meant(self, known: Sequence[int]) -> Iterator[int]:
        for first, last in dict.fromkeys(self.spans):
            there = [number for number in known if first <= number <= last]
            yield from there or ((first,) if first == last else (first, last))


@dataclass(frozen=True)
class Nearly:
    """A reply that is nearly one: what was read, what is amiss, and what to type instead."""

    said: str
    meant: tuple[str, ...]
    but: str = ""

    @property
    def line(self) -> str:
        """What the person is told."""
        forms = listed((f"“{form}”" for form in self.meant), "or")
        but = f", but {self.but}" if self.but else ""
        ask = f" Did you mean {forms}?" if forms else ""
        return f"I read “{self.said}”{but}.{ask}"

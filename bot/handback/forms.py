"""The forms that reviews are handed back in, one after another and in bounded memory."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rules import Level, Review


@dataclass(frozen=True)
class Total:
    """Of how many drafts a run is the sum, and of which flags."""

    drafts: int = 0
    words: int = 0
    levels: Counter[Level] = field(default_factory=Counter)

    def presses(self, level: Level) -> bool:
        """Tell whether there is a flag of this level or a harder one."""
        return any(self.levels[each] for each in Level if each.rank <= level.rank)

    def plus(self, words: int, levels: Iterable[Level]) -> "Total":
        """The sum with one more draft."""
        return Total(self.drafts + 1, self.words + words, self.levels + Counter(levels))


class Form(Protocol):
    """One way to hand reviews back; ``between`` stands between two of them."""

    @property
    def between(self) -> str: ...

    def opening(self) -> str:
        """What stands before all reviews."""

    def review(self, review: Review, titles: Mapping[str, str], *, idle: bool) -> str:
        """One review; ``titles`` says what each rule asks, ``idle`` that none was on for it."""

    def closing(self, total: Total) -> str:
        """What stands after all of them."""

"""How long patterns may search one draft: nothing that a rule says can hang a review.

The patterns of a rule have a quarter of a second and a little for every character, those of all
rules together a second and a little more. A rule that reasons is asked after each of its hits. A
machine that is busy with something else stops nobody: who comes to his limit by the clock is asked
again, and stopped when he takes it of the processor too, or has been asked eight times. These are
limits for rules gone wild: a sound one takes microseconds.
"""

from collections.abc import Callable
from time import perf_counter, thread_time
from typing import TypeVar

import regex

T = TypeVar("T")
_TRIES = 8
_RULE, _DRAFT = 0.25, 1.0  # seconds
_RULE_LETTER, _DRAFT_LETTER = 0.25e-6, 1e-6  # seconds for each character of the draft


class OutOfPatience(TimeoutError):
    """A rule that took too long on this draft."""


class Patience:
    """What is left of the time for one draft, and for the rule at work."""

    def __init__(self, size: int) -> None:
        self._of_rule = _RULE + size * _RULE_LETTER
        self._draft = _DRAFT + size * _DRAFT_LETTER
        self._rule = self._of_rule
        self._until = thread_time() + 2 * self._draft
        self._asks_at = perf_counter() + 2 * self._draft
        self._name = ""
        self.stopped: list[str] = []

    def begin(self, name: str) -> None:
        """Turn to the rule of that name."""
        self._name = name
        self._rule = self._of_rule

    def stop(self) -> None:
        """Write down that the rule at work was stopped."""
        self.stopped.append(self._name)

    def check(self) -> None:
        """OutOfPatience where the rules that reason have been at it for too long.

        The processor's time is dear to ask, and never ahead of the clock.
        """
        if perf_counter() < self._asks_at:
            return
        left = self._until - thread_time()
        if left < 0:
            raise OutOfPatience
        self._asks_at = perf_counter() + left

    def search(
        self, pattern: "regex.Pattern[str]", string: str, start: int, end: int
    ) -> "regex.Match[str] | None":
        """The first match in ``string[start:end]``; OutOfPatience when the time is up."""
        return self._timed(lambda limit: pattern.search(string, start, end, timeout=limit))

    def every(self, pattern: "regex.Pattern[str]", string: str) -> "list[regex.Match[str]]":
        """Every match in ``string``; OutOfPatience when the time is up."""
        return self._timed(lambda limit: list(pattern.finditer(string, timeout=limit)))

    def words(self, pattern: "regex.Pattern[str]", string: str) -> list[str]:
        """What every match in ``string`` holds, for a pattern without groups."""
        return self._timed(lambda limit: pattern.findall(string, timeout=limit))

    def replaced(self, pattern: str, by: str, words: str) -> str:
        """``words`` with ``by`` for every match; OutOfPatience when the time is up."""
        compiled = regex.compile(pattern)
        return self._timed(lambda limit: compiled.sub(by, words, timeout=limit))

    def _timed(self, ask: Callable[[float], T]) -> T:
        limit = self._left()
        begun = perf_counter()
        try:
            found = ask(limit)
        except TimeoutError:
            return self._once_more(ask, limit)
        self._spend(perf_counter() - begun)
        return found

    def _once_more(self, ask: Callable[[float], T], limit: float) -> T:
        """The regex module counts by the clock: give it its limit of the processor's time."""
        spent = limit
        for _ in range(_TRIES):
            begun = thread_time()
            try:
                found = ask(limit)
            except TimeoutError:
                taken = thread_time() - begun
                spent += taken
                if taken > limit / 2:
                    break
            else:
                self._spend(thread_time() - begun)
                return found
        self._spend(spent)
        raise OutOfPatience

    def _spend(self, seconds: float) -> None:
        self._rule -= seconds
        self._draft -= seconds

    def _left(self) -> float:
        left = min(self._rule, self._draft)
        if left <= 0:
            raise OutOfPatience
        return left

"""Who is stopped has had its time of the processor; the clock alone stops nobody."""

from time import thread_time
from typing import Any

import pytest
import regex

from rules.search.patience import OutOfPatience, Patience

STORY = "The mayor slammed the plan."


class Starved:
    """A pattern that gets nothing of a busy machine the first few times."""

    def __init__(self, times: int) -> None:
        self._left = times

    def search(self, string: str, start: int, end: int, timeout: float) -> Any:
        if self._left:
            self._left -= 1
            raise TimeoutError
        return regex.search("mayor", string, pos=start, endpos=end, timeout=timeout)


class Slow:
    """A pattern that comes too late by the clock, and when asked again takes its time."""

    is_late = True

    def search(self, string: str, start: int, end: int, timeout: float) -> Any:
        if self.is_late:
            self.is_late = False
            raise TimeoutError
        begun = thread_time()
        while thread_time() - begun < 0.02:
            pass
        return None


def test_a_busy_machine_stops_nobody() -> None:
    """A sound pattern that was kept waiting is asked again, and has used up nothing."""
    patience = Patience(len(STORY))
    patience.begin("house.mayor")
    for _ in range(20):
        starved: Any = Starved(times=2)
        found = patience.search(starved, STORY, 0, len(STORY))
        assert found is not None
        assert found.span() == (4, 9)


def test_what_the_second_try_takes_is_counted() -> None:
    """Under load, too, a pattern that takes long at each place comes to its limit."""
    patience = Patience(len(STORY))
    patience.begin("house.slow")
    slow: Any = Slow()

    def at_each_place() -> None:
        for _ in range(50):
            slow.is_late = True
            patience.search(slow, STORY, 0, len(STORY))

    with pytest.raises(OutOfPatience):
        at_each_place()


def test_waiting_ends() -> None:
    """A machine that never gives a pattern its time is not asked for ever."""
    patience = Patience(len(STORY))
    patience.begin("house.mayor")
    starved: Any = Starved(times=1_000)
    with pytest.raises(OutOfPatience):
        patience.search(starved, STORY, 0, len(STORY))


def test_a_rule_out_of_patience_stays_so() -> None:
    """What a wild pattern took is gone for the rule's next block, and not for the next rule."""
    patience = Patience(len(STORY))
    patience.begin("house.wild")
    wild, endless = regex.compile(r"(?:.*a){40}#"), "a" * 3_000
    for _ in range(2):
        with pytest.raises(OutOfPatience):
            patience.search(wild, endless, 0, len(endless))
    patience.begin("house.mayor")
    assert patience.search(regex.compile("mayor"), STORY, 0, len(STORY))

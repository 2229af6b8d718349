"""Many hands: answers in order from several processes, whatever happens to one of them."""

import os
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from bot.hands import NoHands, answers


def doubles() -> Callable[[int], int]:
    """How a hand begins that doubles numbers, and dies of the number 13."""
    return _double


def _double(number: int) -> int:
    if number == 13:
        os._exit(1)
    return number * 2


def stillborn() -> Callable[[int], int]:
    """How a hand begins that never does."""
    os._exit(1)


def lost(number: int) -> int:
    """What is said of a number that ended its process."""
    return -number


def test_answers_keep_the_order_of_their_tasks() -> None:
    """However many there are, and however many hands."""
    assert list(answers(doubles, range(100, 400), lost, hands=3)) == [*range(200, 800, 2)]
    assert list(answers(doubles, (), lost, hands=2)) == []


def test_a_task_that_ends_its_process_is_answered_for() -> None:
    """Another process takes the place of the one that died, again and again."""
    assert list(answers(doubles, [1, 13, 13, 2, 13, 3], lost, hands=2)) == [2, -13, -13, 4, -13, 6]


def test_only_so_many_are_taken_ahead() -> None:
    """A row without end is read no further than its answers are waited for."""
    taken: list[int] = []

    def row() -> Iterator[int]:
        for number in count(100):
            taken.append(number)
            yield number

    found = answers(doubles, row(), lost, hands=2)
    assert [next(found) for _ in range(10)] == [*range(200, 220, 2)]
    found.close()  # type: ignore[attr-defined]
    assert len(taken) < 60


def test_an_error_of_the_row_is_passed_on() -> None:
    """After the answers to what came before it."""

    def row() -> Iterator[int]:
        yield 1
        raise OSError("the disk is gone")

    found = answers(doubles, row(), lost, hands=2)
    assert next(found) == 2
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


def test_hands_that_never_begin_are_given_up() -> None:
    """One error, not one for every task."""
    with pytest.raises(NoHands):
        list(answers(stillborn, range(1000), lost, hands=2))

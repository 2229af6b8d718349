"""Long runs of one thing, which make careless patterns run for hours."""

import pytest

from rules import review


@pytest.mark.parametrize(
    "piece",
    [
        "12,",
        "a-",
        "the oldest ",
        "some people ",
        "It is said ",
        "to blame a b on ",
        "“",
        "5 ",
        "a third of the ",
        "He allegedly stole the money ",
        "It is alleged that he was accused of it. ",
        "some people say ",
        "Critics say so.\n",
        "About Corvan\n\n",
        "the leading ",
    ],
)
def test_a_long_run_of_one_thing_is_read(piece: str) -> None:
    """A run of 100,000 characters of one thing is read to its end."""
    text = piece * (100_000 // len(piece))
    assert review(text).text == text

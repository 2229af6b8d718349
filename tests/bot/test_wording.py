"""The words in the lines people get."""

from hypothesis import given
from hypothesis import strategies as st

from bot.wording import spelled


def test_numbers_as_a_person_says_them() -> None:
    """Three numbers or more in a row are a run."""
    assert spelled([]) == ""
    assert spelled([4]) == "4"
    assert spelled([2, 1]) == "1 and 2"
    assert spelled([12, 1, 2, 3, 4, 6, 8, 9, 10, 11]) == "1 to 4, 6 and 8 to 12"


@given(st.sets(st.integers(1, 40)))
def test_every_number_is_in_it(numbers: set[int]) -> None:
    """What is spelled names exactly the numbers it was given."""
    named: set[int] = set()
    for part in filter(None, spelled(numbers).replace(" and ", ", ").split(", ")):
        first, _, last = part.partition(" to ")
        named |= set(range(int(first), int(last or first) + 1))
    assert named == numbers

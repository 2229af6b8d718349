"""The line that tells what a version changed."""

import pytest

from bot.blocks.changes import changes_text, uncleared_text
from bot.model import Changes, State
from tests.bot.blocks.lists import draft


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            Changes(version=2, fixed=tuple(range(20, 29)), new=(14, 15), still=(2, 8, 10),
                    stands=(3,), left=5),
            "Version 2: 9 fixed, 2 new (14, 15), 3 still open that were called fixed (2, 8, 10). "
            "Everything you let stand still stands.",
        ),
        (
            Changes(version=3, back=(4,), still=(2,), again=(7, 8, 9), stands=(1,), left=5),
            "Version 3: 1 back (4), 1 still open that was called fixed (2), 3 open again "
            "(7 to 9). Somebody else speaks there now, or it is asked in one more place. "
            "Everything else you let stand still stands.",
        ),
        (Changes(version=2, fixed=(1,), left=0), "Version 2: 1 fixed. Nothing is open."),
        (Changes(version=2, left=1), "Version 2: nothing on its checklist has changed."),
    ],
)  # fmt: skip
def test_the_line(changes: Changes, line: str) -> None:
    """It names numbers where somebody has to look, and counts what is done with."""
    assert changes_text(changes) == line


def test_hundreds_of_numbers() -> None:
    """The line stays a line, however many flags are new."""
    line = changes_text(Changes(version=2, new=tuple(range(1, 600, 2)), left=300))
    assert line.startswith("Version 2: 300 new (1, 3, 5")
    assert line.endswith("37, 39 and 280 more).")


def test_whoever_cleared_it_is_told() -> None:
    """What they had done, where to look, and what has changed; a title pings nobody."""
    changes = Changes(version=2, new=(4,), left=1)
    line = uncleared_text(draft(), "<!channel> fees", State.CLEARED, changes, "https://x.test/1")
    assert line == (
        "*&lt;!channel&gt; fees* has changed since you cleared it, so that is undone. "
        "<https://x.test/1|Its checklist> is open again.\nVersion 2: 1 new (4)."
    )

"""The source map as a shell shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handback.ink import Ink
from bot.handback.sources import sources
from rules.sourcemap.maps import sources_of


def shown(copy: str) -> list[str]:
    return "\n".join(sources(sources_of(copy), Ink())).splitlines()


def test_shows_each_source_with_its_sentences() -> None:
    """However somebody is called, what stands on their word stands together."""
    assert shown(
        "Lena Marsh said the pier failed. A neighbour said it rained. Ms Marsh said it was old."
    ) == [
        "Sources",
        "  Lena Marsh: 2 sentences",
        "    1. Lena Marsh said the pier failed.",
        "    3. Ms Marsh said it was old.",
        "  A neighbour (without a name): 1 sentence",
        "    2. A neighbour said it rained.",
    ]


def test_shows_the_faceless_and_the_empty_for_what_they_are() -> None:
    """Critics are nobody a reader could ask, and "is said" is nobody at all."""
    lines = shown("Critics say the pier is old. The pier is said to be tired.")
    assert "  Critics (without a face): 1 sentence" in lines
    assert "  said by nobody: 1 sentence" in lines


def test_shows_the_runs_that_nobody_speaks_for() -> None:
    """One or two sentences as they are, more of them by the first and the last."""
    copy = (
        "The pier failed. The bolts had rusted. The beams were cracked.\n\n"
        "The port said it had known.\n\nThe tower fell."
    )
    lines = shown(copy)
    assert lines[lines.index("Nobody speaks but us") + 1 :] == [
        "  1 to 3 (3 sentences): from “The pier failed.” to “The beams were cracked.”",
        "  5. The tower fell.",
    ]


def test_says_that_nobody_is_named() -> None:
    assert shown("Rain fell.")[1] == "  Nobody is named as a source."


@pytest.mark.parametrize("looks", [True, False])
def test_long_sentences_are_cut(looks: bool) -> None:
    """A sentence that goes on for ever does not fill the screen."""
    copy = (
        f"{'on and ' * 400}on. Then it fell. {'so and ' * 400}so.\n\nThe port said {'a ' * 400}."
    )
    drawn = "\n".join(sources(sources_of(copy), Ink(looks)))
    assert max(map(len, drawn.splitlines())) < 240


@given(st.text(alphabet="ab A.\r\n\x1b\x07\u202e“”said", max_size=120))
def test_nothing_of_a_draft_reaches_a_terminal_raw(copy: str) -> None:
    """Control characters are shown as what they are not."""
    assert not {"\x1b", "\x07", "\u202e"} & set("\n".join(sources(sources_of(copy), Ink())))

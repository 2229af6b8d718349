"""Copy: where in the file the words of a text stand."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.readers.copy import Copy, Format, Scribe, Spot

PARTS = st.lists(
    st.tuples(st.text(max_size=5), st.sampled_from("ab"), st.integers(0, 2), st.booleans())
)


def test_words_are_found_where_they_stand() -> None:
    """Character for character, across what the reader wrote itself, an escape as a whole."""
    scribe = Scribe()
    scribe.add("# ")
    scribe.copy("Caf", "p 1", 10)
    scribe.copy("é", "p 1", 13, 17)
    scribe.copy(" opens", "p 1", 17)
    scribe.add("\n\n")
    scribe.copy("Late.", "p 2", 0)
    copy = Copy(scribe.text, Format.RTF, "", tuple(scribe.pieces))
    assert copy.text == "# Café opens\n\nLate."
    assert copy.spots(3, 6) == (Spot("p 1", 11, 17),)
    assert copy.spots(0, 2) == ()
    assert copy.spots(9, 16) == (Spot("p 1", 20, 23), Spot("p 2", 0, 2))


def test_it_is_the_same_after_a_way_through_another_process() -> None:
    scribe = Scribe()
    scribe.copy("Word", "p", 3)
    copy = Copy(scribe.text, Format.DOCX, "Word", tuple(scribe.pieces))
    assert Copy.heard(copy.said(), Format.DOCX) == copy


@given(PARTS, st.integers(0, 30), st.integers(0, 30))
def test_every_word_that_stands_in_the_file_is_found(
    parts: list[tuple[str, str, int, bool]], start: int, length: int
) -> None:
    """Each character on its own, in the order of the text."""
    scribe, expected = Scribe(), list[tuple[str, str, int] | None]()
    at = 0
    for words, where, gap, own in parts:
        if own:
            scribe.add(words)
            expected += [None] * len(words)
            continue
        at += gap
        scribe.copy(words, where, at)
        expected += [(letter, where, at + n) for n, letter in enumerate(words)]
        at += len(words)
    copy = Copy(scribe.text, Format.ODT, "", tuple(scribe.pieces))
    assert Copy.heard(json.loads(json.dumps(copy.said())), Format.ODT) == copy
    found = [
        (spot.where, place)
        for spot in copy.spots(start, start + length)
        for place in range(spot.start, spot.end)
    ]
    wanted = [each for each in expected[start : start + length] if each]
    assert found == [(where, place) for _, where, place in wanted]

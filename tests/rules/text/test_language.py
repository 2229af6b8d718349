"""English is told from other tongues, also in few words."""

from pathlib import Path

import pytest

from rules.text import parse

_LINES = (Path(__file__).parent / "tongues.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split(" | ")) for line in _LINES if not line.startswith("#")]


@pytest.mark.parametrize("copy", [copy for tongue, copy in CASES if tongue == "English"])
def test_terse_english_is_english(copy: str) -> None:
    """Lists, results and telegrams have few small words."""
    assert parse(copy).language == "en"


@pytest.mark.parametrize(("tongue", "copy"), [case for case in CASES if case[0] != "English"])
def test_a_headline_and_two_sentences_of_another_tongue_are_not(tongue: str, copy: str) -> None:
    """However short the copy is."""
    assert parse(copy.replace(" ¶ ", "\n\n")).language == "und", tongue


def test_long_copy_of_an_unknown_tongue_is_not_english() -> None:
    """Where neither English nor any tongue we know has its small words."""
    words = "Kaupunki sulkee uimahallin kesäkuussa sanoi pormestari maanantaina illalla torilla"
    assert parse(f"{words}. " * 8).language == "und"


def test_hardly_anything_is_english() -> None:
    """A word or two tell nothing."""
    assert parse("Bonjour").language == "en"
    assert parse("").language == "en"

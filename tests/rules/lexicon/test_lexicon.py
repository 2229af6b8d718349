"""Lexicons: phrases as data, and the notation they are written in."""

from pathlib import Path

import pytest

from rules.lexicon.lexicon import Lexicon
from rules.lexicon.notation import Piece
from rules.text import parse

SLOTS = """
# what may be taken
{whose}: the | its | their
{money} nouns: grant | wage | public money
"""


@pytest.fixture
def found(tmp_path: Path) -> "Finder":
    """Find what a lexicon of the given lines finds in a text."""
    return Finder(tmp_path / "lexicon.txt")


class Finder:
    """Writes a lexicon and searches a text with it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, lines: str, text: str) -> list[str]:
        self._path.write_text(f"{SLOTS}\n{lines}\n", encoding="utf-8")
        read = parse(text)
        lexicon = Lexicon(self._path, slots={"number": Piece(r"\d+")})
        return [read.quote(one.span) for one in lexicon.search(read)]


@pytest.mark.parametrize(
    ("line", "text", "wanted"),
    [
        ("POCKET {money}", "She pocketed wages. He pockets public money.", 2),
        ("POCKET [{whose}] {money}", "She pocketed wages. He pocketed the grant.", 2),
        (
            "POCKET ..2 {money}",
            "He pocketed one small grant. He pocketed it all for a wage.",
            1,
        ),
        ("POCKET ..2!{whose} {money}", "She pocketed every last grant. He pocketed the grant.", 1),
        ("LIE to !(them|us)", "He lied to voters. He lied to them. She lied to us.", 1),
        ("!{whose} wage (cut|freeze)", "Many fear a wage cut. They fear the wage freeze.", 1),
        ("terror* attack", "A terrorist attack and a terror attack.", 2),
        ("in _ pocket", "It is in his pocket now.", 1),
    ],
)
def test_the_notation(found: "Finder", line: str, text: str, wanted: int) -> None:
    """Verbs in capitals, slots, gaps and bars find what they say and nothing more."""
    assert len(found(line, text)) == wanted


def test_only_what_is_pointed_at_is_marked(found: "Finder") -> None:
    """Of a phrase with <…> in it, only that part is the passage."""
    assert found("killed <{number} people>", "The flood killed 12 people.") == ["12 people"]


@pytest.mark.parametrize(
    "text",
    ["They feared the forged papers.", "Its funds papers.", "She has to deal with stolen papers."],
)
def test_a_noun_is_no_verb(found: "Finder", text: str) -> None:
    """A noun or an adjective that looks like the verb is passed over."""
    assert found("(FORGE|FUND|STEAL) papers", text) == []


def test_a_hyphen_and_a_possessive_are_edges(found: "Finder") -> None:
    """A phrase ends with its last word: a grant-maker is no grant, nor is a grant's end."""
    assert (
        found("POCKET the {money}", "He pocketed the grant-maker. He pocketed the grant's end.")
        == []
    )


def test_a_phrase_needs_a_word(found: "Finder") -> None:
    """A phrase that nothing can be looked up for is refused, with the name of its file."""
    with pytest.raises(ValueError, match=r"lexicon\.txt: a phrase needs a word of its own"):
        found("_ {number}", "Twelve 12.")


def test_a_phrase_points_at_one_passage(found: "Finder") -> None:
    """A line with two pairs of <> is refused where it is read, and stops no review."""
    with pytest.raises(ValueError, match=r"lexicon\.txt: a phrase points at one passage"):
        found("<many> of the <guild>", "Many of the guild came.")


def test_headlines_are_not_searched(found: "Finder") -> None:
    """Phrases are looked for in the copy, not in its furniture."""
    text = "Mayor pocketed grant\n\nThe mayor was asked about it on Monday by the council."
    assert found("POCKET [{whose}] {money}", text) == []

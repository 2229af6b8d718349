"""Whom a byline names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.text.bylines import authors

BODY = "The council closed the pool on Monday after two boilers burst, and it stays shut."
LEILA = ["Leila Haddad"]
BOTH = ["Leila Haddad", "Imran Khan"]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("By Leila Haddad", LEILA),
        ("By Leila", ["Leila"]),
        ("BY LEILA HADDAD", ["LEILA HADDAD"]),
        ("Words: Leila Haddad", LEILA),
        ("Words by Leila Haddad", LEILA),
        ("Written by Leila Haddad", LEILA),
        ("By Émile Haddad", ["Émile Haddad"]),
        ("By J. R. O’Neill", ["J. R. O’Neill"]),
        ("By Ines de Souza and Jan van der Berg", ["Ines de Souza", "Jan van der Berg"]),
        ("By Leila Haddad and Imran Khan in Istanbul", BOTH),
        ("By Leila Haddad in Ankara, Imran Khan & Ines Roth", [*BOTH, "Ines Roth"]),
        ("By Leila Haddad with Imran Khan", BOTH),
        ("By Leila Haddad in Ankara; additional reporting by Imran Khan", BOTH),
    ],
)
def test_a_byline_names_who_wrote(line: str, named: list[str]) -> None:
    """One or several, in the order of the line."""
    assert list(authors(f"Pool to stay shut\n\n{line}\n\n{BODY}")) == named


@pytest.mark.parametrize(
    "line",
    [
        "By Leila Haddad, Political editor",
        "By Leila Haddad Political Editor",
        "By Political editor Leila Haddad",
        "By Leila Haddad, Middle East correspondent",
        "By Leila Haddad Staff Writer The Paper",
        "By Leila Haddad, Editor-in-Chief",
        "By Leila Haddad for The Paper",
        "By Leila Haddad, The Paper",
        "By Leila Haddad (Ankara) and agencies",
        "By Leila Haddad leila@paper.example @leilah",
        "By Leila Haddad | 3 May 2024",
        "By Leila Haddad, May 3, 2024",
        "Published 3 May 2024 by Leila Haddad",
        "By Leila Haddad who covers the port",
        "Opinion | Leila Haddad",
        "COMMENT by Leila Haddad",
    ],
)
def test_the_rest_of_a_byline_is_no_name(line: str) -> None:
    """What somebody is, where and for whom they write, and when, is left out."""
    assert list(authors(f"{line}\n\n{BODY}")) == LEILA


@pytest.mark.parametrize(
    "line",
    [
        "By Leila Haddad; editing by Imran Khan",
        "By Leila Haddad. Photographs by Imran Khan",
        "Words Leila Haddad Pictures: Imran Khan",
    ],
)
def test_who_edited_or_took_the_pictures_did_not_write(line: str) -> None:
    """Their names stand in the line, but the copy is not theirs."""
    assert list(authors(f"{line}\n\n{BODY}")) == LEILA


@pytest.mark.parametrize(
    "line",
    [
        "By Staff Reporter",
        "By Our Correspondent",
        "Edited by Imran Khan",
        "Published 3 May 2024",
        "ANALYSIS",
        "Photo: Imran Khan",
        "The pool was closed by Imran Khan.",
    ],
)
def test_a_line_that_names_no_writer(line: str) -> None:
    """A role without a name, an editor, a date, and copy are no names of writers."""
    assert authors(f"{line}\n\n{BODY}") == ()


def test_every_byline_counts_and_each_name_once() -> None:
    """A second story that was pasted in has its own."""
    story = f"By Leila Haddad\n\n{BODY}\n\n"
    assert list(authors(f"{story}By Imran Khan\n\n{BODY}\n\n{story}")) == BOTH


def test_what_cannot_be_seen_hides_no_byline() -> None:
    """A name is as it was handed in, whatever stands between its letters."""
    assert authors(f"\u200bBy Le\u00adila Haddad\n\n{BODY}") == ("Le\u00adila Haddad",)


PIECES = st.sampled_from(
    [
        "By ", "BY ", "Words: ", "Opinion | ", "Leila", " Haddad", " and ", ", ", " in ",
        " editor", "Political ", " by ", " of", "@", " &", ": ", "(", ")", ". ", " – ",
        " 3", "\n", "\n\n", "Published ", "edited", "\u200b", "É", "e\u0301", "é", "İ", "😀", "'",
        "The ", " de ",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=16).map("".join)))
def test_names_are_words_of_the_text(source: str) -> None:
    """Whatever is handed in, a name is a piece of it, and is not blank."""
    for name in authors(source):
        assert name
        assert name in source
        assert name == name.strip()

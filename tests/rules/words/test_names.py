"""Names that look like loaded words."""

import pytest

from rules import review


@pytest.mark.parametrize(
    "text",
    [
        "The head librarian, Miriam Stokes, left early.",
        "Stokes said the books were safe.",
        "“We caught most of it,” Stokes said.",
        "Stokes, who keeps the keys, was late.",
        "A letter from Bash and one from Joe Blast arrived.",
        "Rage Against the Machine played until ten.",
        "Colonel Crook left at noon.",
        "Crook said he would stay.",
        "They love The Traitors on Sunday.",
        "The Goon Show is back for the winter.",
        "He works at Tyrant Records in Oster.",
    ],
)
def test_a_name_is_no_loaded_word(text: str) -> None:
    """A person, a band or a programme that is called like a loaded word is not asked about."""
    assert review(text).flags == ()


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The Velan Regime fell on Monday.", "Regime"),
        ("Thugs broke into the hall.", "Thugs"),
        ("Slammed by the board, the plan was dropped.", "Slammed"),
        ("Mayor Slams Harbour Plan Again\n\nThe mayor spoke of it on Monday.", "Slams"),
        ("MAYOR SLAMS HARBOUR PLAN\n\nThe mayor spoke of it on Monday.", "SLAMS"),
    ],
)
def test_a_capital_alone_makes_no_name(text: str, flagged: str) -> None:
    """A capital at the head of a sentence, in a title or for emphasis hides no loaded word."""
    assert [flag.quote for flag in review(text).flags] == [flagged]


def test_a_name_is_recorded_as_technical() -> None:
    """The review says why it kept silent about a name."""
    [gone] = review("The head librarian, Miriam Stokes, left early.").suppressed
    assert (gone.rule, gone.because) == ("language.verb", "technical")

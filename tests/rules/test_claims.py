"""Which sentences of ours claim something, and what stands behind one."""

import pytest

from rules.claims import is_claim
from rules.text import parse


def claims(source: str) -> list[str]:
    """The sentences of ``source`` that a reader may ask a source for."""
    text = parse(source)
    return [text.quote(s.span) for s in text.sentences if is_claim(text, s)]


def test_a_bare_statement_of_ours_is_a_claim() -> None:
    """Nobody is named, nothing can be looked up."""
    assert claims("The guild is out of touch.") == ["The guild is out of touch."]


@pytest.mark.parametrize(
    "copy",
    [
        "The guild is out of touch, Ida Quill said.",
        "“The guild is out of touch,” Ida Quill said.",
        "Is the guild out of touch?",
        "The guild was founded in 1904.",
        "The guild elected Ida Quill as its chair.",
        "The guild is short of coal, according to its ledger.",
        "The inquest heard that the guild was short of coal.",
    ],
)
def test_what_is_told_asked_or_on_record_is_none(copy: str) -> None:
    """Each of them has a source, needs none or claims nothing."""
    assert claims(copy) == []


def test_a_speaker_is_carried_on_by_a_pronoun_about_what_was_said() -> None:
    """The clerk goes on about wages; what we say of the guild after its own words is ours."""
    carried = "Wages are too low, the clerk said. They have not kept up with bread."
    ours = "The guild said that wages are too low. It is out of touch with its members."
    assert claims(carried) == []
    assert claims(ours) == ["It is out of touch with its members."]


def test_a_lead_that_the_body_backs_is_none() -> None:
    """The first sentence sums up what is sourced right below it."""
    copy = (
        "The weir at Carrow is choked with eels.\n\n"
        "“The weir is choked with eels from bank to bank,” Ida Quill of the Carrow trust said."
    )
    assert claims(copy) == []
    assert (
        claims("The weir at Carrow is choked with eels.\n\nIda Quill said it was raining.") != []
    )

"""What each rule flags and leaves alone, beyond the ten examples that it shows.

A rule's cases stand in cases/<pack>/<rule>.txt, one a line, marked like examples; ¶ between spaces
is a paragraph's end, and a line that begins with # a remark.
"""

from pathlib import Path

import pytest

from rules import review
from rules.files.trial import tried
from rules.load import packs

FOLDER = Path(__file__).parent / "cases"
EVERY = [
    pytest.param(
        f"{path.parent.name}.{path.stem}",
        case.replace(" ¶ ", "\n\n"),
        id=f"{path.parent.name}.{path.stem}-{n}",
    )
    for path in sorted(FOLDER.glob("*/*.txt"))
    for n, case in enumerate(path.read_text("utf-8").splitlines())
    if case and not case.startswith("#")
]


@pytest.mark.parametrize(("name", "case"), EVERY)
def test_marks_its_case(name: str, case: str) -> None:
    """A rule flags what stands in [[…]], and nothing else of the sentence."""
    assert tried(packs()[name], case) == case


def test_a_rule_shows_no_more_than_ten_examples() -> None:
    """Who asks why gets an answer that is read in a minute."""
    assert {name for name, rule in packs().items() if len(rule.examples) > 10} == set()


def test_every_faceless_claim_is_a_flag_of_its_own() -> None:
    """Two things that critics say are two questions: one source would not settle both."""
    text = "Critics say the price is too high. The port is shut. Critics say the dam is tired."
    assert [f.quote for f in review(text, packs=["sourcing"]).flags] == ["Critics", "Critics"]


def test_a_faceless_accuser_leaves_a_query_and_nobody_leaves_the_hold() -> None:
    """What critics allege is weakly sourced; what is alleged by nobody is still our accusation."""
    weak = review("Critics allege that the minister stole the relief money.").flags
    nobody = review("It is alleged that the minister stole the relief money.").flags
    assert [f.rule for f in weak] == ["sourcing.vague"]
    assert [f.rule for f in nobody] == ["sourcing.passive", "sourcing.accusation"]

"""Every rule does what its own examples say."""

import pytest

from rules import Rule
from rules.files.examples import Example, marked
from rules.files.trial import tried
from rules.load import packs

EVERY = [
    pytest.param(rule, example, id=f"{rule.id}-{n}")
    for rule in packs().values()
    for n, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), EVERY)
def test_marks_its_example(rule: Rule, example: str) -> None:
    """A rule flags what stands in [[…]] in its examples, and nothing else."""
    assert tried(rule, example) == example


@pytest.mark.parametrize("rule", packs().values(), ids=list(packs()))
def test_shows_enough(rule: Rule) -> None:
    """A rule asks a question, says why and how to settle it, and shows six examples or more."""
    silent = [example for example in rule.examples if not Example.read(example).spans]
    assert rule.title.endswith("?")
    assert rule.why.endswith(".")
    assert rule.fix
    assert len(rule.examples) >= 6
    assert len(silent) >= 3


def test_takes_marks_out() -> None:
    """Marks come out of an example and go back in at the same places."""
    example = Example.read("The [[mayor]] saw [[it]].")
    assert example.text == "The mayor saw it."
    assert marked(example.text, example.spans) == "The [[mayor]] saw [[it]]."


@pytest.mark.parametrize("broken", ["The [[mayor.", "The mayor]].", "The [[old [[mayor]]]]."])
def test_refuses_marks_that_are_not_paired(broken: str) -> None:
    """An example whose marks are not paired is refused."""
    with pytest.raises(ValueError, match=r"paired|closed"):
        Example.read(broken)

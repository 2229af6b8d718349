"""Runs the examples of a rule against the rule."""

from collections.abc import Iterator
from typing import NamedTuple

from rules.files.examples import Example, marked
from rules.model import Rule
from rules.suppress import raised
from rules.text import parse


class Failure(NamedTuple):
    """An example as it was written, and as the rule marks it."""

    wanted: str
    got: str


def tried(rule: Rule, example: str) -> str:
    """``example`` with its marks where ``rule`` puts them."""
    text = parse(Example.read(example).text)
    return marked(text.source, [(hit.start, hit.end) for hit in raised(rule, text)])


def failures(rule: Rule) -> Iterator[Failure]:
    """The examples that the rule does not mark as they were written."""
    for example in rule.examples:
        got = tried(rule, example)
        if got != example:
            yield Failure(example, got)

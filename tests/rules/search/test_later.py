"""Patterns that wait for their first search."""

import re
from importlib import import_module
from pkgutil import walk_packages
from typing import cast

import pytest

import rules
from rules.search.later import _Later, later


def waiting() -> list[tuple[str, re.Pattern[str]]]:
    """Every pattern of a module of the engine that is compiled later, by name."""
    modules = [import_module(found.name) for found in walk_packages(rules.__path__, "rules.")]
    return [
        (f"{module.__name__}.{name}", cast("re.Pattern[str]", value))
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, _Later)
    ]


def test_every_pattern_of_the_engine_can_be_compiled() -> None:
    """A broken one would show only in the draft that asks for it first."""
    found = waiting()
    assert len(found) > 100
    for name, pattern in found:
        assert pattern.search("\0") is None or pattern.pattern, name


def test_a_pattern_is_itself_once_it_is_asked() -> None:
    """It finds what the compiled one finds, with its flags; a broken one says so then."""
    assert later("A+", re.IGNORECASE).findall("aab a") == ["aa", "a"]
    broken = later("(")
    with pytest.raises(re.error, match="missing"):
        broken.search("a")

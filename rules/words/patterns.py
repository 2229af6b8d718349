"""Patterns in rule files: refused where they are none, tried once and then believed."""

from collections.abc import Iterable
from typing import Annotated

import regex
from pydantic import AfterValidator, ValidationInfo

_CLASS = r"\[\^?\]?(?:\\.|[^\]\\])*+\]"
_GROUP = regex.compile(rf"(?s)\\.|{_CLASS}|(\((?!\?))")
KEPT = "kept"  # the context of a validation whose values come from the cache


def compiles(expression: str) -> str:
    """Refuse what is no pattern."""
    try:
        regex.compile(expression)
    except (regex.error, OverflowError, RecursionError) as error:
        raise ValueError(f"not a pattern: {error}") from None
    return expression


def ungrouped(expression: str) -> str:
    """The same pattern with plain groups that catch nothing."""
    return _GROUP.sub(lambda found: "(?:" if found[1] else found[0], expression)


def tried(expressions: Iterable[str], info: ValidationInfo) -> None:
    """Refuse what is no pattern, unless it was tried before it was kept."""
    if info.context != KEPT:
        for expression in expressions:
            compiles(expression)


def _pattern(expression: str, info: ValidationInfo) -> str:
    tried([expression], info)
    return expression


Pattern = Annotated[str, AfterValidator(_pattern)]

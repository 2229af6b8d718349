"""Patterns in rule files: refused where they are none, tried once and then believed."""

from collections.abc import Iterable
from typing import Annotated

import regex
from pydantic import AfterValidator, ValidationInfo

KEPT = "kept"  # the context of a validation whose values come from the cache


def compiles(expression: str) -> str:
    """Refuse what is no pattern."""
    try:
        regex.compile(expression)
    except (regex.error, OverflowError, RecursionError) as error:
        raise ValueError(f"not a pattern: {error}") from None
    return expression


def tried(expressions: Iterable[str], info: ValidationInfo) -> None:
    """Refuse what is no pattern, unless it was tried before it was kept."""
    if info.context != KEPT:
        for expression in expressions:
            compiles(expression)


def _pattern(expression: str, info: ValidationInfo) -> str:
    tried([expression], info)
    return expression


Pattern = Annotated[str, AfterValidator(_pattern)]

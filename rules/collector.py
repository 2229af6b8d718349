"""Keeps Python's collector away while a draft is read.

Reading a draft makes many small objects and no cycle: the collector would walk them, and the
rules with them, again and again, for a fifth of the time, and find nothing.
"""

import gc
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")


def undisturbed(reader: Callable[Concatenate[str, _P], _R]) -> Callable[Concatenate[str, _P], _R]:
    """Have ``reader`` read without the collector."""

    @wraps(reader)
    def read(text: str, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        if not gc.isenabled():
            return reader(text, *args, **kwargs)
        gc.disable()
        try:
            return reader(text, *args, **kwargs)
        finally:
            gc.enable()

    return read

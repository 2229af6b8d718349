"""Patterns that are compiled when they are first asked for: most drafts never ask for most."""

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern; once it is compiled, its methods are called without a detour."""

    def __init__(self, expression: str, flags: int) -> None:
        self._said = expression, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(re.compile(*self._said), name)
        setattr(self, name, found)
        return found


def later(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of ``expression``, compiled at its first search."""
    return cast("re.Pattern[str]", _Later(expression, flags))

"""Vale's scopes: which blocks a rule reads.

A block's scope is a set of names ("text.heading.h2.md"), and a rule's scope a list of which one
has to fit: its parts, joined by ``&``, name what the block must have and, after ``~``, what it
must not be.
"""

from functools import lru_cache

_SIZED = frozenset({"raw", "summary"})


@lru_cache(maxsize=4096)
def fits(scopes: tuple[str, ...], block: str) -> bool:
    """Tell whether a rule of those ``scopes`` reads a block of that scope."""
    names = frozenset(block.split("."))
    return any(_fits(scope, names) for scope in scopes)


def _fits(scope: str, names: frozenset[str]) -> bool:
    parts = [part.strip() for part in scope.split("&")]
    if "sentence" in names and not any(_asks(part, "sentence") for part in parts):
        return False
    if "paragraph" in names and not any(_asks(part, "paragraph") for part in parts):
        return False
    for part in parts:
        if part.startswith("~"):
            if names & _SIZED or _names(part[1:]) <= names:
                return False
        elif not _names(part) <= names:
            return False
    return True


def _asks(part: str, name: str) -> bool:
    return not part.startswith("~") and name in _names(part)


def _names(part: str) -> frozenset[str]:
    return frozenset(part.strip().split("."))

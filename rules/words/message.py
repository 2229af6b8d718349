"""Fills in Vale's messages: ``%s``, ``%[2]s`` and ``%d`` as Go's Sprintf does."""

import re
from functools import lru_cache

_VERB = re.compile(r"%(?:\[(\d+)\])?([sdvq%])")


def places(message: str) -> int:
    """For how many words there is a place in ``message``."""
    at, most = 0, 0
    for match in _VERB.finditer(message):
        if match[2] != "%":
            at = int(match[1]) if match[1] else at + 1
            most = max(most, at)
    return most


@lru_cache(maxsize=1024)
def say(message: str, *words: str | int) -> str:
    """``message`` with ``words`` in their places; words too many are dropped.

    The first place too many stays empty, as in Vale, and only those behind it say so.
    """
    said = (*words, "")
    at = 0

    def put(match: re.Match[str]) -> str:
        nonlocal at
        if match[2] == "%":
            return "%"
        at = int(match[1]) if match[1] else at + 1
        if not 1 <= at <= len(said):
            return f"%!{match[2]}({'BADINDEX' if match[1] else 'MISSING'})"
        word = str(said[at - 1])
        return f'"{word}"' if match[2] == "q" else word

    return _VERB.sub(put, message).replace("\n", " ").strip()

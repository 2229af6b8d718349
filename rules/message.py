"""Fills in Vale's messages: ``%s``, ``%[2]s`` and ``%d`` as Go's Sprintf does."""

import re

_VERB = re.compile(r"%(?:\[(\d+)\])?([sdvq%])")


def say(message: str, *words: str | int) -> str:
    """``message`` with ``words`` in their places; words too many are dropped."""
    at = 0

    def put(match: re.Match[str]) -> str:
        nonlocal at
        if match[2] == "%":
            return "%"
        at = int(match[1]) if match[1] else at + 1
        if not 1 <= at <= len(words):
            return f"%!{match[2]}({'BADINDEX' if match[1] else 'MISSING'})"
        word = str(words[at - 1])
        return f'"{word}"' if match[2] == "q" else word

    return _VERB.sub(put, message).replace("\n", " ").strip()

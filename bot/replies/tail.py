"""What stands after the flags that a reply names: nothing, courtesy, or words."""

import re
from typing import NamedTuple

_PARTED = re.compile(r"\s*[:;,.–—-]+\s*|\s+(?=\()")
_COURTESY = re.compile(
    r"(?:now|too|also|both|all|as well|done|please|pls|thanks?|thank you|thx|cheers|ta)"
    r"(?:[\s,]+(?:now|too|all|everyone|please|thanks?|a lot|team))*",
    re.IGNORECASE,
)
_STOPS = " .!?,"
_LAST = frozenset({"", "please", "pls", "thanks", "thank", "you", "thx", "cheers", "ta"})


class Tail(NamedTuple):
    """The words, and whether a mark parts them from the flags; courtesy is no words."""

    parted: bool
    words: str
    bare: bool


def tail(rest: str) -> Tail:
    """Read what stands after the flags."""
    found = _PARTED.match(rest)
    words = rest[found.end() :].strip() if found else rest.strip()
    said = words.strip(_STOPS)
    bare = not said or _COURTESY.fullmatch(said) is not None
    return Tail(found is not None, words, bare)


def uncourtly(words: str) -> str:
    """The words without a please or thanks at their end."""
    kept = words.split()
    while kept and kept[-1].lower().strip(_STOPS) in _LAST:
        kept.pop()
    return " ".join(kept).strip(_STOPS)

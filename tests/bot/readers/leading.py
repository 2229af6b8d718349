"""Whether the words of a copy lead back to the same words in the file."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from bot.readers.copy import Copy, Format, Spot

_ADDRESS = re.compile(r"\]\([^)]*\)")
_WORD = re.compile(r"[^\s\[\]]+")


def heard(said: dict[str, Any], format: Format) -> Copy:
    """What a reader said."""
    return Copy.heard(said, format)


def astray(copy: Copy, words_at: Callable[[Spot], str]) -> Sequence[tuple[str, str]]:
    """The words of the copy that the file has not where they should be, with what is there."""
    text = _ADDRESS.sub(lambda link: "]" + " " * (len(link[0]) - 1), copy.text)
    wrong = []
    for word in _WORD.finditer(text):
        if word[0] in {"#", "##", "-"} and (word.start() == 0 or text[word.start() - 1] == "\n"):
            continue
        found = "".join(words_at(spot) for spot in copy.spots(*word.span()))
        if found != word[0]:
            wrong.append((word[0], found))
    return wrong

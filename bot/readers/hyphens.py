"""Whether a hyphen at the end of a line belongs to the word, or only to the end of the line."""

import re
from collections.abc import Iterable

_WORDS = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
# Words that others are joined to: always, and some that may as well be a first syllable.
_ALWAYS = (
    "anti cross eighty fifty first five forty half nine ninety non quasi runner self seventy"
    " sixty third thirty three twenty two vice well"
)
_AT_TIMES = (
    "after all back best better co early eight ex far four free front full hard high home ill"
    " large late lead left less life light like line lock long low make man mass mid middle"
    " multi near north off old on one over part post pre pro re record right round second semi"
    " seven short single six slow small so soft south state still take tax ten time top under"
    " up wage walk warm weak week wide year young zero"
)
_SURE, _UNSURE = frozenset(_ALWAYS.split()), frozenset(_AT_TIMES.split())


class Hyphens:
    """Knows the words of a file: those tell what the one that was broken is."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        for line in lines:
            # The first and the last may be parts of one.
            whole = [
                word.lower().replace("‐", "-").replace("‑", "-")
                for word in _WORDS.findall(line)[1:-1]
            ]
            self._known.update(whole)

    def stays(self, before: str, after: str) -> bool:
        """Tell whether “before-after” is one word with a hyphen.

        It is where the file writes it so elsewhere, or has both its parts as words but not the
        whole; else the hyphen is there for the end of the line.
        """
        first, second = _last(before), _first(after)
        if not first or not second or not second[0].islower() or "-" in before.strip("-"):
            return True
        first, second = first.lower(), second.lower()
        if first + second in self._known:
            return False
        if f"{first}-{second}" in self._known or first in _SURE:
            return True
        is_word = first in _UNSURE or first in self._known
        return is_word and len(second) > 2 and second in self._known


def _last(word: str) -> str:
    found = re.search(r"[^\W\d_]+$", word)
    return found[0] if found else ""


def _first(word: str) -> str:
    found = re.match(r"[^\W\d_]+", word)
    return found[0] if found else ""

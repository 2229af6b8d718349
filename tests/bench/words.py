"""The words that the made-up news is made of: a list of ours, and names built from syllables."""

from collections import defaultdict
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

_DOUBLED = frozenset({"stop", "plan", "ship", "admit", "submit", "cancel", "label"})
_IRREGULAR = {
    "leave": "left",
    "teach": "taught",
    "feed": "fed",
    "lend": "lent",
    "rebuild": "rebuilt",
    "split": "split",
    "withdraw": "withdrew",
}


@cache
def listed(kind: str) -> tuple[str, ...]:
    """The words of one kind, the commonest first."""
    return _lists()[kind]


@cache
def surnames() -> tuple[str, ...]:
    """Thousands of surnames that nobody has to bear."""
    return _names("back")


@cache
def places() -> tuple[str, ...]:
    """Thousands of places that are on no map."""
    return _names("place")


class Picker:
    """Draws words as news does: a few often, most of them seldom."""

    def __init__(self, random: Random, flat: float = 150.0) -> None:
        self.random = random
        self._flat = flat
        self._weights: dict[int, list[float]] = {}

    def one(self, words: tuple[str, ...]) -> str:
        """A word; one far down the list comes a few times less often than the first."""
        weights = self._weights.get(len(words))
        if weights is None:
            weights = list(accumulate(1 / (n + self._flat) for n in range(len(words))))
            self._weights[len(words)] = weights
        return self.random.choices(words, cum_weights=weights)[0]


def plural(word: str) -> str:
    """The plural of a plain noun."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def past(verb: str) -> str:
    """The past of a verb."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (f"{verb[-1]}ed" if verb in _DOUBLED else "ed")


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    kind = ""
    for line in (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif kind:
            found[kind].update(dict.fromkeys(line.split()))
    return {kind: tuple(words) for kind, words in found.items()}


def _names(last: str) -> tuple[str, ...]:
    made = {
        front + middle.strip("-") + back
        for front in listed("front")
        for middle in listed("middle")
        for back in listed(last)
    }
    names = sorted(made)
    Random(7).shuffle(names)
    return tuple(names)

"""Whether a name is a man's or a woman's, as far as titles and common given names tell."""

from functools import cache
from pathlib import Path

_PRONOUNS = {"he": "m", "his": "m", "she": "f", "her": "f"}


def pronoun_gender(word: str) -> str:
    """The gender that a pronoun tells: m, f, or "" for they and it."""
    return _PRONOUNS.get(word, "")


def gender(name: str) -> str:
    """Tell m or f where one of the words of a name tells, else "": nobody is guessed at."""
    known = _known()
    found = {known[word] for word in name.lower().split() if word in known}
    return "f" if "f" in found else "m" if found else ""


@cache
def _known() -> dict[str, str]:
    """What given.txt says; it is read when the first pronoun is met."""
    found: dict[str, str] = {}
    under = ""
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            under = line.strip("[]")
        elif not line.startswith("#"):
            found |= dict.fromkeys(line.split(), under)
    return found

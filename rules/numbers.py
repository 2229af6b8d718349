"""Numbers as news writes them: 4,000, 1.2m, nine."""

import re
from typing import NamedTuple

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
WORDS = {word: n for n, word in enumerate(_SMALL)}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6,
    "crore": 1e7, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
}  # fmt: skip
_SCALE = "|".join(_SCALES)
_WORD = "|".join(_SMALL[1:])
NUMBER = (
    rf"(?:[£$€₹]\s?)?(?:\d{{1,3}}(?:,\d{{2,3}})+|\d+)(?:\.\d+)?(?:\s?(?:{_SCALE})\b)?"
    rf"|\b(?:{_WORD})\b"
)
_DIGITS = re.compile(rf"([\d,]+(?:\.\d+)?)\s?({_SCALE})?")


class Number(NamedTuple):
    """What was written, and half of its last digit: how far off it may be."""

    value: float
    half: float


def number(written: str) -> Number | None:
    """The number that ``written`` is, folded; None if it is none."""
    if written in WORDS:
        return Number(WORDS[written], 0)
    match = _DIGITS.fullmatch(written.lstrip("£$€₹ "))
    if match is None:
        return None
    scale = _SCALES.get(match[2] or "", 1.0)
    digits = match[1].replace(",", "")
    places = len(digits.partition(".")[2])
    return Number(float(digits) * scale, scale * 0.5 * 10.0**-places)

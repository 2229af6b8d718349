"""Numbers of flags, as they are typed, told from numbers that count or date something."""

import re
from enum import StrEnum

from bot.replies.decision import Spans

_MARK = r"(?:#|no\.? ?)?"
NUMBER = rf"{_MARK}(?!0)\d{{1,3}}(?![\w%/°]|[.:]\d|,\d{{3}}(?!\d)|[’'][a-z])"
_SPAN = rf"{NUMBER}(?:\s*[-–—]\s*{NUMBER}|\s+to\s+{NUMBER})?(?!\s*[-–—]\s*\d)"

# What makes a date, a time, an amount or a count of the number before it.
_UNIT = (
    r"(?:\s*[%‰°€£$¢](?!\d)|\s+(?:"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|per\s?cent|percent(?:age)?|o.?clock|[ap]m|[ap]\.m|gmt|utc"
    r"|hundred|thousand|million|billion|trillion|dozen|m|bn|tn|k|km|kg"
    r"|(?:year|month|week|day|hour|minute|min|second|time|euro|pound|dollar|cent|point|mile)s"
    r"|pence|kilometres|metres|degrees"
    r")(?!\w))"
)
_JOINT = r"\s*(?:,\s*and\b|[,;&+]|\band\b)\s*"


class Joint(StrEnum):
    """What holds numbers together: blanks too, where no words can follow them."""

    WITH_BLANKS = rf"(?:{_JOINT}|\s+)"
    WITHOUT = _JOINT


def many(joint: Joint) -> str:
    """The pattern of one number or span, or several; only the first of them may be a count."""
    return rf"(?:flags?\s+)?{_SPAN}(?:{joint.value}{_SPAN}(?!{_UNIT}))*"


def head(joint: Joint) -> re.Pattern[str]:
    """The pattern of verb and numbers at the start of a line."""
    return re.compile(rf"(?P<verb>[a-z]{{1,12}})[:,]?\s+(?P<numbers>{many(joint)})", re.IGNORECASE)


BARE = head(Joint.WITH_BLANKS)
BEFORE_WORDS = head(Joint.WITHOUT)
LEADING = re.compile(rf"{NUMBER}(?!{_UNIT})", re.IGNORECASE)
COUNTS = re.compile(_UNIT, re.IGNORECASE)
_PAIR = re.compile(rf"(\d{{1,3}})(?:\s*(?:[-–—]|\bto\b)\s*{_MARK}(\d{{1,3}}))?", re.IGNORECASE)


def spans(numbers: str) -> Spans:
    """The spans that are named, each with its lower end first; a single number ends in itself."""
    pairs = ((int(first), int(last or first)) for first, last in _PAIR.findall(numbers))
    return tuple((min(pair), max(pair)) for pair in pairs)

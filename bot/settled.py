"""The marks of flags that were settled before: what `--settled FILE` names."""

import json
import re
from pathlib import Path

from bot.errors import Unreadable

_MARK = re.compile(r"[0-9a-f]{16}")


def settled_in(name: str) -> frozenset[str]:
    """The marks in a file: those of a review as JSON, or one a line."""
    try:
        said = Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Unreadable(f"I cannot read “{name}”: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise Unreadable(f"I cannot read “{name}”: it is not UTF-8 text.") from None
    marks = _of_reviews(said) if said.lstrip().startswith("{") else _by_line(said)
    if marks is None:
        raise Unreadable(
            f"“{name}” holds no marks: give it what --format json printed, or one mark a line."
        )
    return marks


def _of_reviews(said: str) -> frozenset[str] | None:
    try:
        reviews = json.loads(said)["reviews"]
        return frozenset(str(flag["mark"]) for each in reviews for flag in each["flags"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _by_line(said: str) -> frozenset[str] | None:
    marks = frozenset(line.strip() for line in said.splitlines() if line.strip())
    return marks if all(_MARK.fullmatch(mark) for mark in marks) else None

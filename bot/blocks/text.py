"""The small parts of Block Kit that everything drawn is made of."""

from collections.abc import Iterable
from typing import Any

Block = dict[str, Any]


def mrkdwn(text: str) -> Block:
    """Text with our own marks in it; Slack makes no links or mentions of what only looks so."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def plain(text: str) -> Block:
    """Text without marks; for our own words only."""
    return {"type": "plain_text", "text": text}


def section(text: str, block_id: str | None = None) -> Block:
    """A paragraph."""
    named = {"block_id": block_id} if block_id else {}
    return {"type": "section", **named, "text": mrkdwn(text)}


def option(text: str, value: str) -> Block:
    """One choice of a menu."""
    return {"text": plain(text), "value": value}


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words in a row: “a, b and c”."""
    given = list(words)
    if len(given) < 2:
        return "".join(given)
    return f"{', '.join(given[:-1])} {joint} {given[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """“1 hold”, “3 holds”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spelled(numbers: Iterable[int]) -> list[str]:
    """Numbers with their runs drawn together: 1, 2, 3, 6 are “1 to 3” and “6”."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words: list[str] = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(n) for n in run]
    return words

"""Which flags stand in which message: as many as fit, whatever is decided on them later."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.blocks.flag import block_of
from bot.blocks.fold import FOLDED, Fold, also_line, folds
from bot.blocks.text import Block
from bot.model import Checklist, Entry, Outcome, Person, Resolution, Standing

FIRST, FURTHER = 12, 20  # flags in the card's message and on each page after it
BLOCKS, JSON, TEXT = 45, 12_000, 8_000  # of a message; Slack gives up a little above


@dataclass(frozen=True)
class Size:
    """What a message may not have too much of."""

    blocks: int
    json: int
    text: int

    def __add__(self, other: "Size") -> "Size":
        return Size(self.blocks + other.blocks, self.json + other.json, self.text + other.text)

    @property
    def fits(self) -> bool:
        """True while Slack takes it."""
        return self.blocks <= BLOCKS and self.json <= JSON and self.text <= TEXT


# Kept free for the card and the notification's text, so that a card that grows moves no flag.
_CARD = Size(4, 3_100, 1_850)
_NOTIFICATION = Size(0, 0, 200)


def layout(checklist: Checklist) -> list[list[Fold]]:
    """The folds in order, each page as full as it may be; there is always a first."""
    filled: list[list[Fold]] = [[]]
    taken = _CARD
    for fold in folds(checklist):
        most = FIRST if len(filled) == 1 else FURTHER
        needs = _needs(checklist, fold)
        if len(filled[-1]) == most or not (taken + needs).fits:
            filled.append([])
            taken = _NOTIFICATION
        filled[-1].append(fold)
        taken += needs
    return filled


def fit(page: int, blocks: Sequence[Block]) -> bool:
    """Tell whether these may stand on a page, below the card on the first."""
    return ((_NOTIFICATION if page else _CARD) + size(blocks)).fits


def size(blocks: Sequence[Block]) -> Size:
    """How much of everything these blocks have."""
    return Size(len(blocks), len(json.dumps(blocks, ensure_ascii=False)), _letters(blocks))


def _needs(checklist: Checklist, fold: Fold) -> Size:
    """The most that the fold can take, whatever is decided on its flags."""
    whole = [size([block_of(checklist, each)]) for e in fold.entries for each in _states(e)]
    lines = [max(_sent(also_line(checklist, each)) for each in _states(e)) for e in fold.entries]
    below = sorted(lines)[max(1, len(lines) - FOLDED) :]  # the front has no line of its own
    spare = sum(below) + _SLACK * (len(below) + 1) + (_MORE if len(fold.rest) > FOLDED else 0)
    return Size(1, max(s.json for s in whole) + spare, max(s.text for s in whole) + spare)


def _states(entry: Entry) -> Iterator[Entry]:
    """The flag as it can stand, with as much said of it as can be."""
    for state in (_OPEN, _ANSWERED, _SETTLED):
        yield entry.model_copy(update=state)


def _sent(line: str) -> int:
    return len(json.dumps(line, ensure_ascii=False))


_MORE = 90  # for the numbers of those that have no line
_SLACK = 16  # for how often it was decided on, and words a little longer than these
_LONG, _NOW = Person(id="U", name="m" * 90), datetime.now(UTC)
_SAID = {"reason": "m" * 300, "by": _LONG, "at": _NOW}
_OPEN = {
    "assigned": None,
    "standing": Standing.OPEN,
    "resolutions": (Resolution(number=0, outcome=Outcome.FIXED, **_SAID),),
}
_ANSWERED = {
    "assigned": None,
    "standing": Standing.ANSWERED,
    "resolutions": (Resolution(number=0, outcome=Outcome.SOURCED, **_SAID),),
}
_SETTLED = _ANSWERED | {"standing": Standing.SETTLED}


def _letters(part: object) -> int:
    if isinstance(part, list):
        return sum(_letters(each) for each in part)
    if not isinstance(part, dict):
        return 0
    own = len(part["text"]) if isinstance(part.get("text"), str) else 0
    return own + sum(_letters(each) for each in part.values())

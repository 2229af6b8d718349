"""The checklist as messages: the card with the first flags, then pages of further ones."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.blocks.card import card, summary
from bot.blocks.flag import block_of
from bot.blocks.fold import FOLDED, Fold, also_line, fold_block, folds
from bot.blocks.text import Block
from bot.model import Checklist, Entry, Outcome, Person, Resolution, Standing
from bot.wording import counted, runs

FIRST, FURTHER = 12, 20  # flags in the card's message and on each page after it
BLOCKS, JSON, TEXT = 45, 12_000, 8_000  # of a message; Slack gives up a little above


@dataclass(frozen=True)
class Page:
    """A message to be: ``page`` 0 is the card's; ``text`` is what notifications show."""

    page: int
    text: str
    blocks: list[Block]


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
_CARD = Size(3, 1_800, 1_400)
_NOTIFICATION = Size(0, 0, 200)


def pages(checklist: Checklist) -> tuple[Page, ...]:
    """Every message of the checklist; a flag stays on its page whatever is decided on it."""
    first, *further = _filled(checklist)
    drawn = [Page(0, summary(checklist), card(checklist) + _drawn(checklist, first))]
    for n, several in enumerate(further, start=1):
        numbers = [entry.number for fold in several for entry in fold.entries]
        text = f"{counted(len(numbers), 'flag')} more: {', '.join(runs(numbers)[:8])}"
        drawn.append(Page(n, text, _drawn(checklist, several)))
    return tuple(drawn)


def size(blocks: Sequence[Block]) -> Size:
    """How much of everything these blocks have."""
    return Size(len(blocks), len(json.dumps(blocks, ensure_ascii=False)), _letters(blocks))


def _drawn(checklist: Checklist, several: Sequence[Fold]) -> list[Block]:
    """The folds of one message; how to settle a question is said once, at its first open flag."""
    said: set[str] = set()
    blocks = []
    for fold in several:
        front = fold.front
        blocks.append(fold_block(checklist, fold, brief=front.flag.rule in said))
        said |= {front.flag.rule} if front.open else set()
    return blocks


def _filled(checklist: Checklist) -> list[list[Fold]]:
    """The folds in order, each page as full as it may be."""
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
_SAID = {"reason": "m" * 300, "by": Person(id="U", name="m" * 90), "at": datetime.now(UTC)}
_OPEN = {
    "standing": Standing.OPEN,
    "resolutions": (Resolution(number=0, outcome=Outcome.FIXED, **_SAID),),
}
_ANSWERED = {
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

"""The checklist as messages: the card with the first flags, then pages of further ones."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.blocks.card import card, summary
from bot.blocks.flag import block_of
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
    for n, entries in enumerate(further, start=1):
        numbers = runs(entry.number for entry in entries)
        text = f"{counted(len(entries), 'flag')} more: {', '.join(numbers[:8])}"
        drawn.append(Page(n, text, _drawn(checklist, entries)))
    return tuple(drawn)


def size(blocks: Sequence[Block]) -> Size:
    """How much of everything these blocks have."""
    return Size(len(blocks), len(json.dumps(blocks, ensure_ascii=False)), _letters(blocks))


def _drawn(checklist: Checklist, entries: Sequence[Entry]) -> list[Block]:
    """The flags of one message; how to settle a question is said once, at its first open flag."""
    said: set[str] = set()
    blocks = []
    for entry in entries:
        blocks.append(block_of(checklist, entry, brief=entry.flag.rule in said))
        said |= {entry.flag.rule} if entry.open else set()
    return blocks


def _filled(checklist: Checklist) -> list[list[Entry]]:
    """The flags in order, each page as full as it may be."""
    filled: list[list[Entry]] = [[]]
    taken = _CARD
    for entry in checklist.entries:
        most = FIRST if len(filled) == 1 else FURTHER
        needs = _needs(checklist, entry)
        if len(filled[-1]) == most or not (taken + needs).fits:
            filled.append([])
            taken = _NOTIFICATION
        filled[-1].append(entry)
        taken += needs
    return filled


def _needs(checklist: Checklist, entry: Entry) -> Size:
    """The most that the flag can take, whatever is decided on it."""
    sizes = [
        size([block_of(checklist, entry.model_copy(update=state))]) for state in (_OPEN, _ANSWERED)
    ]
    return Size(1, max(s.json for s in sizes) + _SLACK, max(s.text for s in sizes) + _SLACK)


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


def _letters(part: object) -> int:
    if isinstance(part, list):
        return sum(_letters(each) for each in part)
    if not isinstance(part, dict):
        return 0
    own = len(part["text"]) if isinstance(part.get("text"), str) else 0
    return own + sum(_letters(each) for each in part.values())

"""Flags of one sentence and pack, folded under the hardest of them: a list that can be read."""

from bisect import bisect_right
from dataclasses import dataclass

from bot.blocks.escape import tight
from bot.blocks.flag import (
    block_of,
    decision,
    level_of,
    marks,
    second_of,
    settled,
)
from bot.blocks.text import Block, mrkdwn
from bot.model import Checklist, Entry, Standing
from bot.wording import runs

FOLDED = 6  # flags that have a line of their own below the front; of others the numbers stand
_WHOLE, _SECTION = 2_000, 2_900  # characters; Slack takes 3,000 in all
_TITLE, _WORDS, _REASON, _RUNS = 60, 60, 80, 8


@dataclass(frozen=True)
class Fold:
    """Flags that stand in the list as one; each keeps its number and is settled by it."""

    entries: tuple[Entry, ...]

    @property
    def front(self) -> Entry:
        """The one that is shown whole and has the menu: the first that is not settled."""
        unsettled = (e for e in self.entries if e.standing is not Standing.SETTLED)
        return next(unsettled, self.entries[0])

    @property
    def rest(self) -> tuple[Entry, ...]:
        """The others, in order."""
        front = self.front
        return tuple(entry for entry in self.entries if entry is not front)


def folds(checklist: Checklist) -> list[Fold]:
    """The list in order: by its first, and so hardest, flag each; whatever is decided on them."""
    found: dict[tuple[object, ...], list[Entry]] = {}
    for entry in checklist.entries:
        found.setdefault(_key(checklist, entry), []).append(entry)
    return [Fold(tuple(entries)) for entries in found.values()]


def fold_of(checklist: Checklist, entry: Entry) -> Fold:
    """The fold that a flag stands in."""
    key = _key(checklist, entry)
    return Fold(tuple(each for each in checklist.entries if _key(checklist, each) == key))


def fold_block(checklist: Checklist, fold: Fold, *, brief: bool = False) -> Block:
    """The fold as it stands: its front with its menu, and a line for each of the rest."""
    block = block_of(checklist, fold.front, brief=brief)
    if not fold.rest:
        return block
    whole = block["text"]["text"]
    if len(whole) > _WHOLE:
        whole = whole.partition("\n")[0]
    lines = [also_line(checklist, entry) for entry in fold.rest[:FOLDED]]
    while len(whole) + sum(len(line) + 1 for line in lines) > _SECTION:
        lines.pop()
    more = [entry.number for entry in fold.rest[len(lines) :]]
    lines += [f"also {', '.join(runs(more)[:_RUNS])}"] if more else []
    # What is decided on any of them is a new state of the section.
    state = sum(len(entry.resolutions) for entry in fold.rest)
    return block | {
        "text": mrkdwn("\n".join([whole, *lines])),
        "block_id": f"{block['block_id']}+{state}",
    }


def also_line(checklist: Checklist, entry: Entry) -> str:
    """A folded flag in short: its number, its question, and its words or what was decided."""
    question = f"*{entry.number} · {tight(entry.flag.title, _TITLE)}*"
    if entry.standing is Standing.SETTLED and entry.last:
        return f"also ~{question}~ {settled(entry, _REASON)}"
    if checklist.is_left_open(entry):
        return f"also {question} · unanswered"
    pressed = f"also {question} · {level_of(entry)}{marks(checklist, entry, brief=True)}"
    if entry.standing is Standing.ANSWERED and entry.last:
        return f"{pressed}: {decision(entry.last, _REASON)} · waits for {second_of(entry)}"
    words = tight(checklist.text[entry.flag.start : entry.flag.end], _WORDS)
    return pressed + (f": “{words}”" if words else "")


def _key(checklist: Checklist, entry: Entry) -> tuple[object, ...]:
    flag = entry.flag
    n = bisect_right(checklist.sentences, flag.start, key=lambda s: s[0]) - 1
    if flag.scope == "document" or n < 0 or flag.start >= checklist.sentences[n][1]:
        return ("alone", entry.number)
    return flag.rule.partition(".")[0], n

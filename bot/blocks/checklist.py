"""The checklist as messages: the card with the first flags, then pages of further ones."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.blocks.card import card, levels, summary
from bot.blocks.fold import Fold, fold_block
from bot.blocks.layout import fit, layout
from bot.blocks.listing import LIST
from bot.blocks.text import Block, button, section
from bot.model import Checklist, Entry, Outcome, Standing
from bot.wording import counted, listed, runs

MOST = 5  # messages that a checklist takes in a thread; a window has the rest
_RUNS = 8


@dataclass(frozen=True)
class Page:
    """A message to be: ``page`` 0 is the card's; ``text`` is what notifications show."""

    page: int
    text: str
    blocks: list[Block]


def pages(checklist: Checklist) -> tuple[Page, ...]:
    """Every message of the checklist; a flag stays on its page whatever is decided on it."""
    laid = layout(checklist)
    entries = [[entry for fold in several for entry in fold.entries] for several in laid]
    drawn = [Page(0, summary(checklist), card(checklist))]
    for n, several in enumerate(laid[:MOST]):
        before = sum(len(each) for each in entries[:n])
        if len(laid) > 1 and _finished(checklist, entries[n]):
            text, blocks = _folded(checklist, n, entries[n], before)
        else:
            text, blocks = _further(entries[n]), _open(checklist, n, several)
        if n:
            drawn.append(Page(n, text, blocks))
        else:
            drawn[0].blocks.extend(blocks)
    rest = [entry for each in entries[MOST:] for entry in each]
    return (*drawn, _more(checklist, rest)) if rest else tuple(drawn)


def _open(checklist: Checklist, page: int, several: Sequence[Fold]) -> list[Block]:
    """The folds of one message; who is asked and until when as far as there is room for it."""
    for each in (several, _turns(several, until=False), _turns(several, until=False, whose=False)):
        blocks = _drawn(checklist, each)
        if fit(page, blocks):
            break
    return blocks


def _drawn(checklist: Checklist, several: Sequence[Fold]) -> list[Block]:
    """How to settle a question is said once, at its first open flag."""
    said: set[str] = set()
    blocks = []
    for fold in several:
        front = fold.front
        blocks.append(fold_block(checklist, fold, brief=front.flag.rule in said))
        said |= {front.flag.rule} if front.open else set()
    return blocks


def _turns(several: Sequence[Fold], *, until: bool = True, whose: bool = True) -> list[Fold]:
    return [Fold(tuple(_turn(e, until, whose) for e in fold.entries)) for fold in several]


def _turn(entry: Entry, until: bool, whose: bool) -> Entry:
    turn = entry.assigned if whose else None
    if turn and not until:
        turn = turn.model_copy(update={"due": None})
    return entry.model_copy(update={"assigned": turn})


def _further(entries: Sequence[Entry]) -> str:
    numbers = [entry.number for entry in entries]
    return f"{counted(len(numbers), 'flag')} more: {', '.join(runs(numbers)[:_RUNS])}"


def _finished(checklist: Checklist, entries: Sequence[Entry]) -> bool:
    """True when there is nothing left to do on a page."""
    return bool(entries) and all(
        entry.standing is Standing.SETTLED or checklist.is_left_open(entry) for entry in entries
    )


def _folded(
    checklist: Checklist, page: int, entries: Sequence[Entry], before: int
) -> tuple[str, list[Block]]:
    """A finished page in one line, and the way to what stood on it."""
    outcomes = Counter(entry.last.outcome for entry in entries if entry.last)
    how = [f"{outcomes[each]} {each.value}" for each in Outcome if outcomes[each]]
    flags = "Flag {} is" if len(entries) == 1 else "Flags {} are"
    line = f"{flags.format(', '.join(_spans(entries)))} done: {listed(how)}."
    return line, [_way(checklist, f"page:{page}", line, entries, before)]


def _spans(entries: Sequence[Entry]) -> list[str]:
    drawn = runs(entry.number for entry in entries)
    more = len(drawn) - _RUNS
    return drawn if more <= 0 else [*drawn[:_RUNS], f"and {more} more"]


def _more(checklist: Checklist, rest: Sequence[Entry]) -> Page:
    """What is kept out of the thread, so that the thread can be read."""
    before = len(checklist.entries) - len(rest)
    line = f"{counted(len(rest), 'more flag')}, kept out of the thread: {levels(rest)}."
    if settled := sum(entry.standing is Standing.SETTLED for entry in rest):
        line = f"{line} {settled} settled."
    return Page(MOST, line, [_way(checklist, "rest", line, rest, before)])


def _way(
    checklist: Checklist, name: str, line: str, entries: Sequence[Entry], before: int
) -> Block:
    """A line with the button that opens the list at the flag that comes after so many."""
    draft = checklist.draft
    state = sum(len(entry.resolutions) for entry in entries)
    named = f"{LIST}:{draft.id}:{name}:{checklist.version}.{state}"
    return section(line, named) | {"accessory": button("Show them", LIST, f"{draft.id}:{before}")}

"""The home tab: what waits for one person, their drafts, and the desk's queue, oldest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.blocks.card import holding, levels, named
from bot.blocks.escape import tight
from bot.blocks.nudge import linked
from bot.blocks.text import Block, context, plain, section
from bot.blocks.when import clock
from bot.model import Checklist, Entry, State
from bot.wording import counted

OPEN, TAKE = "home-open", "home-take"  # action ids of the buttons

_MOST_FLAGS, _MOST_DRAFTS = 15, 20
_TITLE, _NAME = 80, 40
_BEGIN = (
    "Nothing waits for you. To have a draft read, react to it with :memo:, choose “Review this "
    "draft” in its menu, or type `/desk check`."
)


@dataclass(frozen=True)
class Seen:
    """An open draft that a person may see, with the address of its thread if it has one."""

    checklist: Checklist
    address: str | None = None

    @property
    def name(self) -> str:
        """Its headline, to be clicked."""
        return linked(named(self.checklist.draft, self.checklist.title), self.address)


def home_view(user: str, drafts: Sequence[Seen]) -> Block:
    """The home tab of one person, by id; ``drafts`` are what they may see, oldest first."""
    return {"type": "home", "callback_id": "home", "blocks": list(_blocks(user, drafts))}


def mine_text(user: str, drafts: Sequence[Seen]) -> str:
    """What waits for one person, and their drafts, as `/desk mine` tells it."""
    flags = [_flag_line(seen, entry) for seen, entry in _asked(user, drafts)]
    own = [_draft_line(seen) for seen in drafts if _is_own(user, seen)]
    said = [*_part("Asked of you", flags), *_part("Your drafts", own)]
    return "\n".join(said) or "Nothing waits for you, and no draft of yours is open."


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    shown = [f"• {line}" for line in lines[:_MOST_FLAGS]]
    more = len(lines) - len(shown)
    return [f"*{heading}*", *shown, *([f"… and {more} more."] if more else [])]


def _blocks(user: str, drafts: Sequence[Seen]) -> Iterator[Block]:
    asked = list(_asked(user, drafts))
    own = [seen for seen in drafts if _is_own(user, seen)]
    queue = [seen for seen in drafts if not _is_own(user, seen)]
    if not drafts:
        yield section(_BEGIN)
        return
    yield from _headed("Asked of you", len(asked))
    for seen, entry in asked[:_MOST_FLAGS]:
        yield _flag_block(seen, entry)
    yield from _rest(len(asked) - _MOST_FLAGS, "flags")
    yield from _headed("Your drafts", len(own))
    for seen in own[:_MOST_DRAFTS]:
        yield section(_draft_line(seen))
    yield from _rest(len(own) - _MOST_DRAFTS, "drafts")
    yield from _headed("The queue, oldest first", len(queue))
    for seen in queue[:_MOST_DRAFTS]:
        yield _queue_block(user, seen)
    yield from _rest(len(queue) - _MOST_DRAFTS, "drafts")


def _headed(words: str, number: int) -> Iterator[Block]:
    yield {"type": "header", "text": plain(words)}
    if not number:
        yield context("Nothing.", f"none:{words}")


def _rest(number: int, what: str) -> Iterator[Block]:
    if number > 0:
        yield context(f"… and {number} more {what}.", f"more:{what}:{number}")


def _asked(user: str, drafts: Sequence[Seen]) -> Iterator[tuple[Seen, Entry]]:
    """The flags that are this person's turn, the nearest deadline first."""
    found = [
        (seen, entry)
        for seen in drafts
        for entry in seen.checklist.unsettled()
        if entry.is_turn_of(user)
    ]
    yield from sorted(found, key=lambda pair: _until(pair[1]))


def _until(entry: Entry) -> tuple[bool, float]:
    due = entry.assigned.due if entry.assigned else None
    return due is None, due.timestamp() if due else 0.0


def _is_own(user: str, seen: Seen) -> bool:
    return seen.checklist.draft.writer.id == user


def _flag_line(seen: Seen, entry: Entry) -> str:
    turn = entry.assigned
    until = f" · by {clock(turn.due)}" if turn and turn.due else ""
    asked = f", asked by {tight(turn.by.name, _NAME)}" if turn else ""
    title = tight(entry.flag.title, _TITLE)
    return f"*{entry.number} · {title}* · {entry.flag.level.value} · {seen.name}{asked}{until}"


def _flag_block(seen: Seen, entry: Entry) -> Block:
    draft = seen.checklist.draft
    return section(_flag_line(seen, entry), f"mine:{draft.id}:{entry.number}") | {
        "accessory": {
            "type": "button",
            "action_id": OPEN,
            "text": plain("Open"),
            "value": f"{draft.id}:{entry.number}",
        }
    }


def _draft_line(seen: Seen) -> str:
    """Name, writer, how far it is, what holds it, who has it and until when."""
    by = tight(seen.checklist.draft.writer.name, _NAME)
    stands = f"*{seen.name}* by {by}: {_standing(seen.checklist)}"
    return "; ".join([stands, *_who(seen.checklist)])


def _standing(checklist: Checklist) -> str:
    if checklist.draft.state in (State.IN, State.READING):
        return "being read"
    left = checklist.unsettled()
    return f"{levels(left)} not settled" if left else "nothing is open, to be cleared"


def _who(checklist: Checklist) -> Iterator[str]:
    draft, held = checklist.draft, holding(checklist)
    if held:
        yield f"held by {held}"
    if waits := sum(not entry.open for entry in checklist.unsettled()):
        yield f"{counted(waits, 'answer waits', 'answers wait')} for a second person"
    if draft.taken_by:
        yield f"{tight(draft.taken_by.name, _NAME)} has it"
    if draft.due:
        yield f"off stone {clock(draft.due)}"


def _queue_block(user: str, seen: Seen) -> Block:
    draft = seen.checklist.draft
    block = section(_draft_line(seen), f"queue:{draft.id}:{draft.change}")
    if draft.taken_by and draft.taken_by.id == user:
        return block
    return block | {
        "accessory": {
            "type": "button",
            "action_id": TAKE,
            "text": plain("Take it"),
            "value": str(draft.id),
        }
    }

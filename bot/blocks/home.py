"""The home tab: what waits for one person, their drafts, and the desk's queue, oldest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.blocks.card import named
from bot.blocks.draft import draft_line
from bot.blocks.escape import tight
from bot.blocks.nudge import linked
from bot.blocks.text import Block, context, fitting, plain, section
from bot.blocks.when import clock
from bot.model import Checklist, Entry

OPEN, TAKE = "home-open", "home-take"  # action ids of the buttons

MOST_FLAGS, MOST_DRAFTS = 15, 20  # that are shown of a kind
_TITLE, _NAME = 80, 40
_BEGIN = (
    "Nothing waits for you. To have a draft read, react to it with :memo: (or the emoji that its "
    "desk has set), choose “Review this draft” in its menu, or type `/desk check`."
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


@dataclass(frozen=True)
class Sight:
    """What one person may see of the desk.

    ``drafts`` are those that are looked at more closely, oldest first; ``own`` and ``queue`` say
    how many open drafts are theirs, and others', in all.
    """

    user: str
    drafts: tuple[Seen, ...] = ()
    own: int = 0
    queue: int = 0

    @property
    def own_shown(self) -> list[Seen]:
        """Their newest drafts, the newest first."""
        own = [seen for seen in self.drafts if seen.checklist.draft.writer.id == self.user]
        return own[: -MOST_DRAFTS - 1 : -1]

    @property
    def queue_shown(self) -> list[Seen]:
        """Others' oldest drafts, the oldest first."""
        queue = [seen for seen in self.drafts if seen.checklist.draft.writer.id != self.user]
        return queue[:MOST_DRAFTS]

    @property
    def asked(self) -> list[tuple[Seen, Entry]]:
        """The open flags that are this person's turn, the nearest deadline first."""
        found = [
            (seen, entry)
            for seen in self.drafts
            for entry in seen.checklist.unsettled()
            if entry.is_turn_of(self.user)
        ]
        return sorted(found, key=lambda pair: _until(pair[1]))


def home_view(sight: Sight) -> Block:
    """The home tab of one person."""
    return {"type": "home", "callback_id": "home", "blocks": list(_blocks(sight))}


def mine_text(sight: Sight) -> str:
    """What waits for one person, and their drafts, as `/desk mine` tells it."""
    asked = sight.asked
    flags = [_flag_line(seen, entry) for seen, entry in asked[:MOST_FLAGS]]
    own = [_draft_line(seen) for seen in sight.own_shown]
    # What is asked of them may fill the answer, less the room to tell of one draft.
    said = [
        _part("Asked of you", flags, len(asked) - len(flags), 2_800),
        _part("Your drafts", own, sight.own - len(own), 950 if flags else 0),
    ]
    return "\n".join(filter(None, said)) or "Nothing waits for you, and no draft of yours is open."


def _part(heading: str, lines: Sequence[str], more: int, room: int) -> str:
    if not lines:
        return ""
    return fitting([f"*{heading}*", *(f"• {line}" for line in lines)], more, room=room)


def _blocks(sight: Sight) -> Iterator[Block]:
    if not sight.drafts:
        yield section(_BEGIN)
        return
    asked, own, queue = sight.asked, sight.own_shown, sight.queue_shown
    yield from _headed("Asked of you", len(asked))
    for seen, entry in asked[:MOST_FLAGS]:
        yield _flag_block(seen, entry)
    yield from _rest(len(asked) - MOST_FLAGS, "flags")
    yield from _headed("Your drafts", len(own))
    for seen in own:
        yield section(_draft_line(seen))
    yield from _rest(sight.own - len(own), "drafts")
    yield from _headed("The queue, oldest first", len(queue))
    for seen in queue:
        yield _queue_block(sight.user, seen)
    yield from _rest(sight.queue - len(queue), "drafts")


def _headed(words: str, number: int) -> Iterator[Block]:
    yield {"type": "header", "text": plain(words)}
    if not number:
        yield context("Nothing.", f"none:{words}")


def _rest(number: int, what: str) -> Iterator[Block]:
    if number > 0:
        yield context(f"… and {number} more {what}.", f"more:{what}:{number}")


def _until(entry: Entry) -> tuple[bool, float]:
    due = entry.assigned.due if entry.assigned else None
    return due is None, due.timestamp() if due else 0.0


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
    return draft_line(seen.checklist, seen.address)


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

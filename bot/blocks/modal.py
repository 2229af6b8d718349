"""The window of one flag: what is asked and why, what to do about it, and the way to the next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.blocks.escape import short
from bot.blocks.fields import block_of, decision_fields
from bot.blocks.listing import in_order
from bot.blocks.text import Block, button, context, field, option, plain, section
from bot.blocks.told import told
from bot.model import Checklist, Entry, Outcome, Standing, State

SETTLE = "settle"  # callback id of the window
BACK, ON = "flag-back", "flag-on"  # action ids: to the flag before, and to the next
ASKED, THEN = "asked", "then"  # action ids: whose turn it is, and what comes next
GO_ON = "go-on"

_WRITTEN = 500
_SEEN = re.compile(r"(\d{1,15}):(\d{1,9}):(\d{1,9})\.(\d{1,9}):([01]):(\d{1,9}|home|-)")


@dataclass(frozen=True)
class Seen:
    """What a window shows: the flag, and how it stood then.

    ``walks``: the next flag is to follow; ``listed``: it lies on a list that begins after so many;
    ``home``: it was opened from the home tab.
    """

    draft: int
    number: int
    version: int
    decided: int
    walks: bool = False
    listed: int | None = None
    home: bool = False

    def __str__(self) -> str:
        listed = self.listed if self.listed is not None else "home" if self.home else "-"
        state = f"{self.version}.{self.decided}"
        return f"{self.draft}:{self.number}:{state}:{int(self.walks)}:{listed}"

    @classmethod
    def parse(cls, said: str) -> "Seen | None":
        """What ``str`` made of it; None for anything else."""
        if not (found := _SEEN.fullmatch(said)):
            return None
        draft, number, version, decided = (int(each) for each in found.groups()[:4])
        listed = int(found[6]) if found[6].isdigit() else None
        return cls(draft, number, version, decided, found[5] == "1", listed, found[6] == "home")


def seen_of(
    checklist: Checklist, entry: Entry, *, walks: bool = False, listed: int | None = None
) -> Seen:
    """The flag as it stands now."""
    decided = len(entry.resolutions)
    return Seen(
        checklist.draft.id, entry.number, checklist.version, decided, walks=walks, listed=listed
    )


def flag_modal(
    checklist: Checklist,
    entry: Entry,
    outcome: Outcome | None = None,
    *,
    seen: Seen | None = None,
    by: str = "",
    notice: str = "",
) -> Block:
    """The window for a flag as it stands.

    ``outcome`` is chosen already; ``seen`` says how the window before it was used, ``by`` who
    looks, by id; ``notice`` is ours and stands on top.
    """
    now = seen_of(checklist, entry)
    if seen:
        now = replace(now, walks=seen.walks, listed=seen.listed, home=seen.home)
    view = _window(f"Flag {entry.number}", str(now))
    view["blocks"] += [section(notice)] if notice else []
    view["blocks"] += told(checklist, entry)
    view["blocks"] += _steps(checklist, entry, by)
    if entry.standing is not Standing.SETTLED and checklist.draft.state is not State.SPIKED:
        view["submit"] = plain("Settle")
        view["blocks"] += decision_fields(outcome, of=entry.number, optional=True)
        view["blocks"] += [_whose(entry), *_then(checklist, entry, by, walks=now.walks)]
    return view


def gone_modal(number: int, notice: str) -> Block:
    """The window of a flag that the newest version has no more."""
    view = _window(f"Flag {number}", "")
    view["blocks"].append(section(notice))
    return view


def notice_of(line: str, written: str = "") -> str:
    """That something happened meanwhile, and what the person had written, so that it is not lost.

    ``line`` comes as plain words and is escaped here.
    """
    kept = f"\nYou had written: “{short(written, _WRITTEN)}”" if written else ""
    return f"*{short(line, _WRITTEN)}*{kept}"


def turns(checklist: Checklist, entry: Entry, by: str = "") -> tuple[Entry | None, Entry | None]:
    """The flags before and after this one that this person could still decide on, round about."""
    order = in_order(checklist)
    here = next(n for n, each in enumerate(order) if each.number == entry.number)
    after = [*order[here + 1 :], *order[:here]]
    left = [each for each in after if _waits(each, by)]
    return (left[-1], left[0]) if left else (None, None)


def _waits(entry: Entry, by: str) -> bool:
    if entry.standing is Standing.ANSWERED and entry.last:
        return entry.last.by.id != by
    return entry.open


def _steps(checklist: Checklist, entry: Entry, by: str) -> list[Block]:
    before, after = turns(checklist, entry, by)
    if before is None or after is None:
        return []
    left = [each for each in in_order(checklist) if _waits(each, by)]
    row = [button("Previous", BACK, str(before.number)), button("Next", ON, str(after.number))]
    named = f"turn:{entry.number}:{len(entry.resolutions)}"
    return [
        {"type": "actions", "block_id": named, "elements": row},
        context(_position(left, entry), f"{named}:at"),
    ]


def _position(left: Sequence[Entry], entry: Entry) -> str:
    numbers = [each.number for each in left]
    if entry.number in numbers:
        return f"{numbers.index(entry.number) + 1} of {len(left)} still to settle"
    return f"{len(left)} still to settle"


def _whose(entry: Entry) -> Block:
    person: Block = {
        "type": "users_select",
        "action_id": ASKED,
        "placeholder": plain("Nobody in particular"),
    }
    if entry.assigned:
        person["initial_user"] = entry.assigned.to.id
    return field(block_of(ASKED, entry.number), "Ask somebody", person, optional=True)


def _then(checklist: Checklist, entry: Entry, by: str, *, walks: bool) -> list[Block]:
    if turns(checklist, entry, by)[1] is None:
        return []
    on = option("Then show me the next one", GO_ON)
    boxes: Block = {"type": "checkboxes", "action_id": THEN, "options": [on]}
    if walks:
        boxes["initial_options"] = [on]
    return [field(block_of(THEN, entry.number), "When it is settled", boxes, optional=True)]


def _window(title: str, seen: str) -> Block:
    return {
        "type": "modal",
        "callback_id": SETTLE,
        "private_metadata": seen,
        "title": plain(title),
        "close": plain("Close"),
        "blocks": [],
    }

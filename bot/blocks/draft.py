"""A draft in one line of a list: how far it is, what holds it, who has it and until when."""

from collections.abc import Iterator

from bot.blocks.card import holding, levels, named
from bot.blocks.escape import tight
from bot.blocks.nudge import linked
from bot.blocks.when import clock
from bot.model import Checklist, State
from bot.wording import counted

_NAME = 40


def draft_line(checklist: Checklist, address: str | None) -> str:
    """The line, with the address of the draft's thread if there is one."""
    draft = checklist.draft
    name = linked(named(draft, checklist.title), address)
    by = tight(draft.writer.name, _NAME)
    stands = f"*{name}* (#{draft.id}, by {by}): {_standing(checklist)}"
    return "; ".join([stands, *_who(checklist)])


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

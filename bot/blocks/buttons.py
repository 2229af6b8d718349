"""What can be done with a draft: the row of buttons on its card."""

from bot.blocks.text import Block, button, mrkdwn, plain
from bot.model import Checklist, Outcome, State
from bot.wording import counted
from rules.model import Level

ROW = "do"  # what the row's block id begins with; then come the draft and its change
TAKE, SEVERAL, SOURCES = "take", "several", "sources"  # action ids
HAND_BACK, VERSION, CLEAR = "hand_back", "version", "clear"

_ENDED = frozenset({State.CLEARED, State.RUN_WITH_HOLDS})


def buttons(checklist: Checklist) -> list[Block]:
    """The row, as far as there is anything to do."""
    draft = checklist.draft
    waits = draft.state is State.WITH_WRITER
    row: list[Block] = []
    if waits:
        row.append(button("Take it over" if draft.taken_by else "Take it", TAKE))
    if waits and sum(entry.open for entry in checklist.entries) > 1:
        row.append(button("Settle several…", SEVERAL))
    if checklist.sentences and checklist.language == "en" and draft.state is not State.SPIKED:
        row += [button("Sources", SOURCES), button("Hand back", HAND_BACK)]
    if waits or draft.state in _ENDED:
        row.append(button("New version…", VERSION))
    if clearable(checklist):
        row.append(_clear(checklist))
    if not row:
        return []
    return [{"type": "actions", "block_id": f"{ROW}:{draft.id}:{draft.change}", "elements": row}]


def clearable(checklist: Checklist) -> bool:
    """True when nothing that holds the draft is unsettled and nobody has cleared it yet."""
    waits = checklist.draft.state is State.WITH_WRITER
    return waits and not checklist.unsettled(Level.HOLD)


def _clear(checklist: Checklist) -> Block:
    return button("Clear story", CLEAR) | {
        "style": "primary",
        "confirm": {
            "title": plain("Clear the story?"),
            "text": mrkdwn(_asked(checklist)),
            "confirm": plain("Clear it"),
            "deny": plain("Not yet"),
        },
    }


def _asked(checklist: Checklist) -> str:
    if checklist.language != "en":
        return "Nobody has read it here: it is not in English."
    queries = len(checklist.unsettled(Level.QUERY))
    said = ["Nothing is open that should be answered first."]
    if queries:
        are = "is open and goes" if queries == 1 else "are open and go"
        said = [f"{counted(queries, 'query', 'queries')} {are} on record as unanswered."]
    fixed = sum(bool(e.last and e.last.outcome is Outcome.FIXED) for e in checklist.entries)
    if fixed:
        was = (
            "was called fixed; its words still stand"
            if fixed == 1
            else ("were called fixed; their words still stand")
        )
        said.append(f"{counted(fixed, 'flag')} {was} in version {checklist.version}.")
    return " ".join(said)

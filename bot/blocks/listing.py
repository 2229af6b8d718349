"""The whole checklist in a window, a stretch at a time: what is done, and what a thread lacks."""

from bot.blocks.card import named
from bot.blocks.flag import block_of
from bot.blocks.fold import folds
from bot.blocks.text import Block, button, plain, section
from bot.model import Checklist, Entry
from bot.wording import counted

LIST, BACK, ON = "list", "list-back", "list-on"  # action ids: to open it, and to turn it over
AT_ONCE = 25  # flags in the window


def listing(checklist: Checklist, before: int = 0, notice: str = "") -> Block:
    """The window with the flags that come after so many, in the order of the thread.

    ``notice`` is ours and stands on top.
    """
    entries = in_order(checklist)
    first = max(min(before, len(entries) - 1), 0)
    shown = entries[first : first + AT_ONCE]
    draft = checklist.draft
    blocks: list[Block] = [section(notice)] if notice else []
    blocks += [section(_said(checklist, first, len(shown), len(entries)))]
    blocks += [block_of(checklist, entry) for entry in shown]
    # The same flags at another place are another state of the window.
    row = [button("Earlier flags", BACK, f"{max(first - AT_ONCE, 0)}")] if first else []
    if first + AT_ONCE < len(entries):
        row.append(button("Further flags", ON, f"{first + AT_ONCE}"))
    if row:
        blocks.append({"type": "actions", "block_id": f"turn:{first}", "elements": row})
    return {
        "type": "modal",
        "private_metadata": f"{draft.id}:{first}",
        "title": plain("The checklist"),
        "close": plain("Close"),
        "blocks": blocks,
    }


def in_order(checklist: Checklist) -> list[Entry]:
    """The flags as they follow each other in the thread, those of a fold together."""
    return [entry for fold in folds(checklist) for entry in fold.entries]


def _said(checklist: Checklist, first: int, many: int, whole: int) -> str:
    head = f"*{named(checklist.draft, checklist.title)}* · version {checklist.version}"
    if not many:
        return f"{head}\nNo flag is left in this version."
    where = f"{first + 1} to {first + many}" if many > 1 else f"{first + 1}"
    return f"{head}\n{where} of {counted(whole, 'flag')}"

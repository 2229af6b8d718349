"""What is said with a marked draft that is handed back."""

from bot.blocks.card import levels, named
from bot.model import Checklist

_NEXT = "Work in the Word file and post it in this thread: that is the next version."
_NEXT_ALONE = (
    "Work in the Word file and post it in the thread of its checklist: that is the next version."
)


def handed_back_text(checklist: Checklist) -> str:
    """What stands above the files."""
    draft = checklist.draft
    flags = levels(checklist.entries)
    marks = f"{flags} in the margin" if flags else "nothing to query"
    after = _NEXT if draft.own_message else _NEXT_ALONE
    return (
        f"*{named(draft, checklist.title)}*, version {checklist.version}, marked: {marks}. {after}"
    )


def coming_text(checklist: Checklist) -> str:
    """What the person who asks for it is told at once."""
    name = f"The marked copy of *{named(checklist.draft, checklist.title)}*"
    if checklist.draft.own_message:
        return f"{name} comes into its thread in a moment."
    return f"{name} comes to you in a direct message: its text was not posted here."


def there_already(checklist: Checklist) -> str:
    """What who asks again is told, while no flag has changed."""
    where = "in the thread" if checklist.draft.own_message else "in our direct message"
    return f"The marked copy is {where} already: nothing has changed since."

"""What is said with a marked draft that is handed back."""

from bot.blocks.card import levels, named
from bot.model import Checklist

_NEXT = "Work in the Word file and post it in this thread: that is the next version."
_NEXT_ALONE = (
    "Work in the Word file and give it to me as the next version: *New version…* on its card keeps"
    " it between us."
)


def handed_back_text(checklist: Checklist, is_posted: bool) -> str:
    """What stands above the files."""
    name = f"*{named(checklist.draft, checklist.title)}*, version {checklist.version}"
    marks = (
        f"{levels(checklist.entries)} in the margin" if checklist.entries else "nothing to query"
    )
    return f"{name}: {marks}. {_NEXT if is_posted else _NEXT_ALONE}"


def coming_text(checklist: Checklist, is_posted: bool) -> str:
    """What the person who asks for it is told at once."""
    name = f"The marked copy of *{named(checklist.draft, checklist.title)}*"
    if is_posted:
        return f"{name} comes into its thread in a moment."
    return f"{name} comes to you in a direct message: its text was not posted here."


def there_already(is_posted: bool) -> str:
    """What who asks again is told, while no flag has changed."""
    where = "in the thread" if is_posted else "in our direct message"
    return f"The marked copy is {where} already: nothing has changed since."

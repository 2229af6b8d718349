"""What is said with a marked draft that is handed back."""

from bot.blocks.card import counts, named
from bot.model import Checklist

_NEXT = " Work in the Word file and post it in this thread: that is the next version."
_NEXT_ALONE = (
    " Work in the Word file and give it to me with *New version…* on {card}: nobody else sees it."
)


def handed_back_text(checklist: Checklist, is_posted: bool, address: str | None = None) -> str:
    """What stands above the files; ``address`` is that of the card, where they are elsewhere."""
    name = f"*{named(checklist.draft, checklist.title)}*, version {checklist.version}, marked."
    said = f"{name} {counts(checklist)}"
    if not checklist.entries:
        return said
    card = f"<{address}|its card>" if address else "its card"
    return said + (_NEXT if is_posted else _NEXT_ALONE.format(card=card))


def coming_text(checklist: Checklist, is_posted: bool, is_there: bool) -> str:
    """What the person who asks for it is told at once."""
    name = f"The marked copy of *{named(checklist.draft, checklist.title)}*"
    if is_there:
        where = "in its thread" if is_posted else "in our direct message"
        return f"{name} is {where} already: nothing has changed since."
    if is_posted:
        return f"{name} comes into its thread in a moment."
    return f"{name} comes to you in a direct message: its text was not posted here."

"""The drafts that a command could mean, each with what to type."""

from collections.abc import Sequence

from bot.blocks.card import named
from bot.blocks.escape import short
from bot.model import Draft


def which_text(word: str, drafts: Sequence[tuple[Draft, str | None]], command: str) -> str:
    """What a person is told who has to say which draft is meant; titles may be None."""
    if not drafts:
        return f"No draft is open in this channel: name one that was, `/desk {command} 3`."
    head = f"There is no draft “{short(word, 40)}” in this channel. " if word else ""
    lines = [
        f"• `/desk {command} {draft.id}` · *{named(draft, title)}*" for draft, title in drafts
    ]
    return "\n".join([f"{head}Which one is it?", *lines])

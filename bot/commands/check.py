"""`check TEXT` has a text read: its checklist comes into this channel, the text does not."""

from bot.blocks.card import named
from bot.commands import Ask, Reply
from bot.model import HandIn
from bot.work import Work


async def run(work: Work, ask: Ask) -> Reply:
    """Hand in what was typed."""
    if not ask.words:
        return Reply("Paste the text after the word: `/desk check The council has voted …`")
    by = await work.colleague(ask.by.id)
    handed = HandIn(key=ask.key, place=work.place(ask.channel), writer=by, text=ask.words)
    draft = await work.check_text(handed)
    return Reply(f"Reading *{named(draft)}*: the checklist will be in this channel in a moment.")

"""`handback DRAFT` returns the draft with its flags in the margin, as a Word file and a page."""

from bot.blocks.handed_back import coming_text
from bot.commands import Ask, Reply
from bot.work import Work
from bot.work.which import which


async def run(work: Work, ask: Ask) -> Reply:
    """Hand back the draft that was named, or the only one that is open."""
    by = await work.colleague(ask.by.id)
    meant = await which(work.newsroom, ask.words, ask.channel, "handback")
    if isinstance(meant, str):
        return Reply(meant)
    return Reply(coming_text(*await work.hand_back(ask.key, meant[0].id, by.id)))

"""`sources DRAFT` shows who speaks in a draft, and where nobody does but us."""

from functools import partial

from bot.blocks.sources import sources_modal
from bot.commands import Ask, Reply
from bot.work import Work
from bot.work.sources import mapped
from bot.work.which import which


async def run(work: Work, ask: Ask) -> Reply:
    """Open the window of the draft that was named, or of the only one that is open."""
    meant = await which(work.newsroom, ask.words, ask.channel, "sources")
    if isinstance(meant, str):
        return Reply(meant)
    checklist = await work.newsroom.checklist(meant[0].id)
    return Reply(view=sources_modal(checklist), filled=partial(mapped, checklist))

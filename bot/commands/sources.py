"""`sources DRAFT` shows who speaks in a draft, and where nobody does but us."""

import asyncio

from bot.blocks.sources import sources_text
from bot.commands import Ask, Reply
from bot.work import Work
from bot.work.which import which
from rules.sourcemap.maps import sources_of


async def run(work: Work, ask: Ask) -> Reply:
    """Show the map of the draft that was named, or of the only one that is open."""
    meant = await which(work.newsroom, ask.words, ask.channel, "sources")
    if isinstance(meant, str):
        return Reply(meant)
    checklist = await work.newsroom.checklist(meant[0].id)
    drawn = await asyncio.to_thread(sources_of, checklist.text)
    return Reply(sources_text(checklist, drawn))

"""`spike DRAFT REASON` spikes a draft: it will not run, and the record says why."""

from bot.blocks.card import named
from bot.commands import Ask, Reply
from bot.newsroom.lines import way_back
from bot.work import Work
from bot.work.which import which


async def run(work: Work, ask: Ask) -> Reply:
    """Spike it for the reason that was typed."""
    by = await work.colleague(ask.by.id)
    meant = await which(work.newsroom, ask.words, ask.channel, "spike")
    if isinstance(meant, str):
        return Reply(meant)
    draft, reason = meant
    spiked = await work.newsroom.spike(draft.id, reason, by, ask.key)
    work.redraw()
    way = way_back(await work.newsroom.checklist(draft.id))
    return Reply(f"Spiked: *{named(spiked)}*. If it was a mistake: {way}.")

"""`take DRAFT` says that you have it: everybody sees whose it is."""

from bot.blocks.card import named
from bot.blocks.escape import tight
from bot.commands import Ask, Reply
from bot.work import Work
from bot.work.which import which


async def run(work: Work, ask: Ask) -> Reply:
    """Take the draft that was named, or the only one that is open."""
    meant = await which(work.newsroom, ask.words, ask.channel, "take")
    if isinstance(meant, str):
        return Reply(meant)
    by = await work.colleague(ask.by.id)
    before = meant[0].taken_by
    draft = await work.newsroom.take(meant[0].id, by, ask.key)
    work.redraw()
    over = (
        f" You took it over from {tight(before.name, 40)}."
        if before and before.id != by.id
        else ""
    )
    return Reply(f"*{named(draft)}* is yours.{over}")

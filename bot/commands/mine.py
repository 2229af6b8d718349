"""`mine` lists what waits for you, and your drafts."""

from bot.blocks.home import mine_text
from bot.commands import Ask, Reply
from bot.work import Work
from bot.work.seeing import seen_by


async def run(work: Work, ask: Ask) -> Reply:
    """List the flags that are theirs to answer and the drafts they wrote, in every channel."""
    return Reply(mine_text(await seen_by(work, ask.by.id)))

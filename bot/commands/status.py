"""`status` lists the drafts of this channel that are not cleared, and what holds each."""

import asyncio

from bot.blocks.draft import draft_line
from bot.blocks.text import fitting
from bot.commands import Ask, Reply
from bot.model import Draft
from bot.work import Work
from bot.work.turns import address_of

_MOST = 12


async def run(work: Work, ask: Ask) -> Reply:
    """List them, oldest first."""
    drafts = await work.newsroom.drafts(ask.channel)
    if not drafts:
        return Reply("No draft is open in this channel.")
    lines = await asyncio.gather(*(_line(work, draft) for draft in drafts[:_MOST]))
    return Reply(fitting(lines, len(drafts) - len(lines), left="more, newer ones"))


async def _line(work: Work, draft: Draft) -> str:
    checklist = await work.newsroom.checklist(draft.id)
    return draft_line(checklist, await address_of(work.slack, draft))

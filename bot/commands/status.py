"""`status` lists the drafts of this channel that are not cleared, and what holds each."""

import asyncio

from bot.blocks.card import status_line
from bot.commands import Ask, Reply
from bot.errors import SlackRefused
from bot.model import Draft
from bot.work import Work

_MOST = 12


async def run(work: Work, ask: Ask) -> Reply:
    """List them, oldest first."""
    drafts = await work.newsroom.drafts(ask.channel)
    if not drafts:
        return Reply("No draft is open in this channel.")
    lines = await asyncio.gather(*(_line(work, draft) for draft in drafts[:_MOST]))
    more = len(drafts) - len(lines)
    return Reply("\n".join([*lines, *([f"… and {more} more, newer ones."] if more else [])]))


async def _line(work: Work, draft: Draft) -> str:
    checklist = await work.newsroom.checklist(draft.id)
    return status_line(checklist, await _address(work, draft))


async def _address(work: Work, draft: Draft) -> str | None:
    if draft.thread is None:
        return None
    try:
        return await work.slack.permalink(draft.channel, draft.thread)
    except SlackRefused:
        return None  # the list is worth more than its links

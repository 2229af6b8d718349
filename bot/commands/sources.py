"""`sources DRAFT` shows who speaks in a draft, and where nobody does but us."""

import asyncio

from bot.blocks.sources import sources_text, which_text
from bot.commands import Ask, Reply
from bot.model import Draft
from bot.work import Work
from rules.sourcemap.maps import sources_of

_MOST = 12


async def run(work: Work, ask: Ask) -> Reply:
    """Show the map of the draft that was named, or of the only one that is open."""
    word = ask.words.strip("`“”\"' .").removeprefix("#").lower()
    drafts = await work.newsroom.drafts(ask.channel)
    if word:
        draft = await work.newsroom.draft_named(ask.channel, word)
    else:
        draft = drafts[0] if len(drafts) == 1 else None
    if draft is None:
        return await _which(work, word, drafts)
    checklist = await work.newsroom.checklist(draft.id)
    drawn = await asyncio.to_thread(sources_of, checklist.text)
    return Reply(sources_text(checklist, drawn))


async def _which(work: Work, word: str, drafts: tuple[Draft, ...]) -> Reply:
    newest = drafts[: -_MOST - 1 : -1]
    lists = await asyncio.gather(*(work.newsroom.checklist(draft.id) for draft in newest))
    return Reply(which_text(word, [(each.draft, each.title) for each in lists]))

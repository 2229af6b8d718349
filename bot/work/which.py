"""Which draft a command means: the one it names, or the only one that is open in the channel."""

import asyncio
from collections.abc import Sequence

from bot.blocks.which import which_text
from bot.model import Draft
from bot.newsroom import Newsroom

_MOST = 12
_QUOTES = "`“”\"' ."


async def which(
    newsroom: Newsroom, words: str, channel: str, command: str
) -> tuple[Draft, str] | str:
    """The draft that the first word names, by slug or number, and the words after it.

    Without a word it is the channel's only open draft. Otherwise the line that offers the
    drafts there are, each with the ``command`` to type.
    """
    first, _, rest = words.strip().partition(" ")
    word = first.strip(_QUOTES).removeprefix("#").lower()
    if word and (named := await newsroom.draft_named(channel, word)):
        return named, rest.strip()
    drafts = await newsroom.drafts(channel)
    if not word and len(drafts) == 1:
        return drafts[0], ""
    return await _offered(newsroom, word, drafts, command)


async def _offered(newsroom: Newsroom, word: str, drafts: Sequence[Draft], command: str) -> str:
    newest = drafts[: -_MOST - 1 : -1]
    lists = await asyncio.gather(*(newsroom.checklist(draft.id) for draft in newest))
    return which_text(word, [(each.draft, each.title) for each in lists], command)

"""Find a draft by the name or number that a person typed."""

import re

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import UnknownDraft
from bot.model import Draft
from bot.newsroom import lines
from bot.store import drafts

_NUMBER = re.compile(r"#?([0-9]{1,15})")


async def draft(connection: AsyncConnection, draft_id: int) -> Draft:
    """The draft of this number, in whatever channel."""
    found = await drafts.get(connection, draft_id)
    if found is None:
        raise UnknownDraft(f"There is no draft {draft_id}.")
    return found


async def named(connection: AsyncConnection, channel: str, name: str) -> Draft:
    """The draft of this slug ("harbour-fees") or number ("12", "#12") in the channel."""
    wanted = name.strip()
    number = _NUMBER.fullmatch(wanted)
    if number:
        found = await drafts.get(connection, int(number[1]))
    else:
        found = await drafts.named(connection, channel, wanted.removeprefix("#").lower())
    if found is None or found.channel != channel:
        raise UnknownDraft(lines.unknown_draft(wanted, await drafts.open_in(connection, channel)))
    return found

"""Find a draft by its number."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import UnknownDraft
from bot.model import Draft
from bot.store import drafts


async def draft(connection: AsyncConnection, draft_id: int) -> Draft:
    """The draft of this number, in whatever channel."""
    found = await drafts.get(connection, draft_id)
    if found is None:
        raise UnknownDraft(f"There is no draft {draft_id}.")
    return found

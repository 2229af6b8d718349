"""Which messages of a channel are whose draft."""

from collections.abc import Collection, Mapping

from bot.model import Draft, Place
from bot.newsroom import finding
from bot.newsroom.base import Base, whole
from bot.store import drafts, parts
from bot.store.parts import Part


class Parts(Base):
    """The Newsroom's memory of drafts that were posted in several messages."""

    @whole
    async def known(self, team: str, channel: str, all_ts: Collection[str]) -> Mapping[str, Part]:
        """Those of these messages that belong to a draft, by their ts."""
        async with self._store.look() as connection:
            return await parts.known(connection, team, channel, all_ts)

    @whole
    async def parts(self, draft_id: int) -> tuple[str, ...]:
        """The ts of the messages that a draft consists of, in order; () for one without any."""
        async with self._store.look() as connection:
            draft = await finding.draft(connection, draft_id)
            later = await parts.of(connection, draft_id)
            own = draft.own_message and draft.thread is not None
            return (str(draft.thread), *later) if own else ()

    @whole
    async def draft_with(self, place: Place) -> Draft | None:
        """The draft that the message at this place is the first of, or a later part."""
        async with self._store.look() as connection:
            if place.ts is None:
                return None
            found = await parts.known(connection, place.team, place.channel, [place.ts])
            if place.ts not in found:
                return await drafts.at(connection, place)
            root = place.model_copy(update={"ts": found[place.ts].root})
            return await drafts.at(connection, root)

    @whole
    async def posted_since(self, place: Place, writer: str, since: str) -> bool:
        """Tell whether a message of an open draft by this writer is there from ``since`` on."""
        async with self._store.look() as connection:
            found = await parts.last_by(connection, place.team, place.channel, writer, since)
            return found is not None

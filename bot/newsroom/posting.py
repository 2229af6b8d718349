"""Which messages of ours are in Slack, and what they show."""

from datetime import datetime

from bot.model import Draft, Kind, Message
from bot.newsroom import finding
from bot.newsroom.base import Base, whole
from bot.store import drafts, messages


class Posting(Base):
    """The Newsroom's memory of its messages."""

    @whole
    async def hang(self, draft_id: int, ts: str) -> Draft:
        """Make our card the root of the thread of a draft that has no message of its own."""
        async with self._store.begin() as connection:
            await drafts.hang(connection, draft_id, ts)
            return await finding.draft(connection, draft_id)

    @whole
    async def hanging(self, channel: str) -> bool:
        """Tell whether a draft of the channel has no thread yet: its card may be there all the
        same, posted by a process that died before it could say so.
        """
        async with self._store.look() as connection:
            return await drafts.hanging(connection, channel)

    @whole
    async def messages(self, draft_id: int) -> tuple[Message, ...]:
        """The pages of ours in the draft's thread, or about to be."""
        async with self._store.look() as connection:
            return await messages.of(connection, draft_id)

    @whole
    async def claim(self, key: str, draft_id: int, channel: str, page: int) -> Message:
        """Record that this message is about to be posted, or give what is known of it."""
        async with self._store.begin() as connection:
            known = await messages.get(connection, key)
            if known:
                return known
            claimed = Message(
                key=key, draft=draft_id, channel=channel, ts=None, page=page, drawn=0, sha=""
            )
            await messages.add(connection, claimed)
            return claimed

    @whole
    async def message(self, key: str) -> Message | None:
        """What is known of the message of this key."""
        async with self._store.look() as connection:
            return await messages.get(connection, key)

    @whole
    async def claim_line(self, key: str, draft_id: int, channel: str) -> None:
        """Record that a line is about to be said, once; pages are claimed with ``claim``."""
        async with self._store.begin() as connection:
            if await messages.get(connection, key) is None:
                line = {"page": 0, "drawn": 0, "sha": "", "kind": Kind.LINE}
                said = Message(key=key, draft=draft_id, channel=channel, ts=None, **line)
                await messages.add(connection, said)

    @whole
    async def posted(
        self, key: str, ts: str, drawn: int, sha: str, *, renamed: str | None = None
    ) -> None:
        """Record where a message is and which change of the draft it shows.

        ``renamed`` is the key of the one that took its place.
        """
        async with self._store.begin() as connection:
            await messages.posted(connection, key, ts, drawn, sha, renamed or key)

    @whole
    async def due(self) -> tuple[int, ...]:
        """The drafts that changed after one of their messages was drawn, oldest change first."""
        async with self._store.look() as connection:
            return await messages.due(connection)

    @whole
    async def doubt(self, key: str, until: datetime) -> None:
        """Record that a second copy of this message may turn up until then."""
        async with self._store.begin() as connection:
            await messages.doubt(connection, key, until)

    @whole
    async def doubted(self) -> tuple[Message, ...]:
        """The messages of which a second copy may turn up, oldest doubt first."""
        async with self._store.look() as connection:
            return await messages.doubted(connection)

    @whole
    async def sure(self, key: str, until: datetime | None) -> None:
        """Record that the doubt which lasted until then is over."""
        async with self._store.begin() as connection:
            await messages.sure(connection, key, until)

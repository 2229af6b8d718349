"""What the Newsroom knows of files: those that versions were read from, and those it sent."""

from collections.abc import Sequence

from bot.model import Original
from bot.newsroom.base import Base, whole
from bot.store import files


class Files(Base):
    """The Newsroom's memory of files."""

    @whole
    async def original(self, draft_id: int, version: int) -> Original | None:
        """The file that a version was read from, if it was."""
        async with self._store.look() as connection:
            return await files.of(connection, draft_id, version)

    @whole
    async def read_from(self, file: str) -> tuple[int, ...]:
        """The drafts, by number, whose newest version was read from this file of Slack's."""
        async with self._store.look() as connection:
            return await files.drafts_with(connection, file)

    @whole
    async def sent(self, key: str) -> tuple[str, ...]:
        """The ids of the files that were uploaded under a key, whether or not they were shown."""
        async with self._store.look() as connection:
            return await files.sent(connection, key)

    @whole
    async def times_sent(self, key: str) -> int:
        """How often files were uploaded under keys that begin like this."""
        async with self._store.look() as connection:
            return await files.times_sent(connection, key)

    @whole
    async def keep_sent(self, key: str, ids: Sequence[str]) -> None:
        """Keep the ids of files that were uploaded, before anybody is shown them."""
        async with self._store.begin() as connection:
            await files.keep_sent(connection, key, ids, self._now())

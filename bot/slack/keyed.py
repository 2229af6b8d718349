"""Our own messages, known again by the key in their metadata."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

from bot.slack.looks import Looks
from bot.slack.pages import pages

EVENT_TYPE = "copychief"
_UNTHREADED = frozenset({"thread_not_found"})
_BEFORE = 3600.0  # seconds that a second copy of a message may be older than the one on record


class Keyed(Looks):
    """The part of Slack that finds what we have posted."""

    me: str
    _look_again: float  # seconds a post in flight may need

    async def keys(self, channel: str, oldest: str, latest: str) -> frozenset[str]:
        """The keys of our own messages that were posted between two moments."""
        return frozenset(filter(None, map(_key_of, await self.said(channel, oldest, latest))))

    async def copies(
        self, key: str, channel: str, thread: str | None, *, of: str
    ) -> tuple[str, ...]:
        """The ts of our other messages with the key of the one ``of`` this ts."""
        oldest = None if thread else f"{float(of) - _BEFORE:.6f}"
        found = [ts async for ts in self._keyed(key, channel, thread, oldest)]
        return tuple(ts for ts in found if ts != of)

    async def _look(self, key: str, channel: str, thread: str | None) -> str | None:
        if found := await self._find(key, channel, thread):
            return found
        # What a process that died had just sent may not be there yet.
        await asyncio.sleep(self._look_again)
        return await self._find(key, channel, thread)

    async def _find(self, key: str, channel: str, thread: str | None) -> str | None:
        async for ts in self._keyed(key, channel, thread):
            return ts
        return None

    async def _keyed(
        self, key: str, channel: str, thread: str | None, oldest: str | None = None
    ) -> AsyncIterator[str]:
        """The ts of our own messages with this key, newest pages of the channel first."""
        method = "conversations.replies" if thread else "conversations.history"
        found = pages(
            self._call, method, channel, most=20, forgive=_UNTHREADED,
            ts=thread, limit=200, oldest=oldest, include_all_metadata=True,
        )  # fmt: skip
        async for page in found:
            for message in page.get("messages", ()):
                if message.get("user") == self.me and _key_of(message) == key:
                    yield str(message["ts"])


def metadata_of(key: str) -> dict[str, Any]:
    """What a message with this key carries."""
    return {"event_type": EVENT_TYPE, "event_payload": {"key": key}}


def _key_of(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    key = metadata.get("event_payload", {}).get("key")
    return key if isinstance(key, str) else None

"""Sends files, each set of them once, whatever dies in between."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from bot.newsroom import Newsroom
from bot.slack import Slack, SlackAway
from bot.slack.uploads import upload


class Made(NamedTuple):
    """A file of ours."""

    name: str
    data: bytes


class Sending:
    """Uploads files, keeps their ids, and only then shows them."""

    def __init__(self, newsroom: Newsroom, slack: Slack) -> None:
        self._newsroom = newsroom
        self._slack = slack

    async def is_sent(self, key: str, channel: str) -> bool:
        """Tell whether what was made under this key is shown in a channel."""
        ids = await self._newsroom.sent(key)
        return bool(ids) and await self._slack.is_shown(ids[0], channel)

    async def send(
        self,
        key: str,
        channel: str,
        make: Callable[[], Awaitable[Sequence[Made]]],
        comment: str,
        *,
        thread: str | None = None,
    ) -> bool:
        """Show what is made in a channel or a thread; False where that was done under this key.

        Files that were uploaded before a death are looked for; they are made again only where
        Slack has them no more.
        """
        if await self.is_sent(key, channel):
            return False
        ids = await self._newsroom.sent(key)
        if ids and await self._slack.show_files(channel, ids, comment, thread):
            return True
        ids = tuple([await upload(self._slack, *each) for each in await make()])
        await self._newsroom.keep_sent(key, ids)
        if not await self._slack.show_files(channel, ids, comment, thread):
            raise SlackAway("Slack has lost a file that was just uploaded: try again in a minute.")
        return True

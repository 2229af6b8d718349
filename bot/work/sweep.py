"""Second copies of our messages: a post that was on its way when another took its place."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from bot.errors import CopychiefError, NotKept
from bot.model import Draft, Kind, Message
from bot.newsroom import Newsroom
from bot.newsroom.base import utc_now
from bot.slack import Slack, SlackAway
from bot.work.bell import Bell
from bot.work.engine import log_fault

log = logging.getLogger(__name__)

WITHIN = 60.0  # seconds in which a second copy may turn up
# When to look, as parts of that time: often at first, when it is likeliest; once more at its end.
_PARTS = (1 / 30, 1 / 12, 1 / 6, 1 / 3, 2 / 3, 1.0)
_LOOK = 15.0  # seconds at most between two looks at what is in doubt
_BUSY = 5.0  # seconds until the next try where Slack or the database did not answer


class Sweep:
    """Looks after every post whose fate was uncertain, and leaves only the one on record.

    How long is in the database, so that it is gone on with after a death.
    """

    def __init__(
        self,
        newsroom: Newsroom,
        slack: Slack,
        *,
        within: float = WITHIN,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._newsroom = newsroom
        self._slack = slack
        self._within = within
        self._now = now
        self._bell = Bell()
        self._looked: dict[str, datetime] = {}
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    @contextlib.asynccontextmanager
    async def alone(self, draft_id: int) -> AsyncIterator[None]:
        """Keep others off a draft's messages: what is being posted is no second copy."""
        async with self._locks.setdefault(draft_id, asyncio.Lock()):
            yield

    async def expect(self, key: str) -> None:
        """Record that a second copy of a message may turn up; to be awaited before the post."""
        until = self._now() + timedelta(seconds=self._within)
        await self._newsroom.doubt(key, until)
        self._looked.pop(key, None)
        self._bell.ring()

    async def run(self) -> None:
        """Look when it is time to, for ever; at once for what another process left."""
        while True:
            try:
                wait = await self._turn()
            except Exception as error:
                log_fault("sweep", error)
                wait = _BUSY
            await self._bell.wait(min(wait, _LOOK))

    async def _turn(self) -> float:
        """Look for what is due; the seconds until something is again."""
        doubted = await self._newsroom.doubted()
        self._looked = {m.key: self._looked[m.key] for m in doubted if m.key in self._looked}
        waits = [await self._try(message) for message in doubted]
        return min((wait for wait in waits if wait is not None), default=_LOOK)

    async def _try(self, message: Message) -> float | None:
        """Look for one message's copies if it is time to; the seconds until the next look."""
        now = self._now()
        if wait := self._wait(message, now):
            return wait
        try:
            async with self.alone(message.draft):
                await self._look(message.key)
        except (SlackAway, NotKept) as away:
            log.warning("sweep: draft %d: %s", message.draft, away)
            return _BUSY
        except CopychiefError as error:  # the channel is archived, or we were sent away
            log.warning("sweep: draft %d: %s", message.draft, error)
        self._looked[message.key] = now
        if message.sweep_until is None or now >= message.sweep_until:
            await self._newsroom.sure(message.key, message.sweep_until)
            return None
        return self._wait(message, now)

    def _wait(self, message: Message, now: datetime) -> float:
        """The seconds until a message is to be looked after; 0 if it is time.

        What an earlier process doubted has a time that is over, as a rule.
        """
        looked = self._looked.get(message.key)
        if looked is None or message.sweep_until is None:
            began = (message.sweep_until or now) - timedelta(seconds=self._within)
            first = began + timedelta(seconds=self._within * _PARTS[0])
            return max((first - now).total_seconds(), 0.0)
        times = [
            message.sweep_until - timedelta(seconds=self._within * (1 - part)) for part in _PARTS
        ]
        following = next((time for time in times if time > looked), now)
        return max((following - now).total_seconds(), 0.0)

    async def _look(self, key: str) -> None:
        """Delete every message of ours with this key but the one on record."""
        message = await self._newsroom.message(key)
        if message is None or message.ts is None:
            return  # not posted yet: there is nothing to compare with
        draft = await self._newsroom.draft(message.draft)
        for thread in _threads(draft, message):
            found = await self._slack.copies(message.key, message.channel, thread, of=message.ts)
            for ts in found:
                log.warning("sweep: draft %d: a second copy of a message is deleted", draft.id)
                await self._slack.delete(message.channel, ts)


def _threads(draft: Draft, message: Message) -> tuple[str | None, ...]:
    """Where copies of a message may be: in a thread, or outside of any (None)."""
    if message.channel != draft.channel or draft.thread in (None, message.ts):
        return (None,)  # a line to one person alone, or what the thread hangs on
    if message.kind is Kind.LINE and message.channel.startswith("D"):
        return (draft.thread, None)  # where the draft is, we speak to its writer alone, too
    return (draft.thread,)

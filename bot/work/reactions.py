"""The reactions on a draft's own message: being read, read, cleared."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

from bot.errors import CopychiefError, NotKept, SlackRefused
from bot.model import Draft, State
from bot.newsroom import Newsroom
from bot.slack import Slack, SlackAway
from bot.work.engine import log_fault

Change = Callable[[str, str, str], Awaitable[None]]

log = logging.getLogger(__name__)

EYES, READ, CLEARED = "eyes", "clipboard", "white_check_mark"
_ALL = frozenset({EYES, READ, CLEARED})
_NOTHING: frozenset[str] = frozenset()
_MOST_KNOWN = 1000  # drafts; of any other all three are set or taken off
_AT_ONCE = 3  # drafts: more would keep what is just being read waiting for its turn
_LONGEST_PAUSE = 60.0
_BY_STATE = {
    State.IN: EYES,
    State.READING: EYES,
    State.WITH_WRITER: READ,
    State.CLEARED: CLEARED,
    State.RUN_WITH_HOLDS: READ,  # nobody cleared it
}


class Reactions:
    """Our reactions, set to what the draft's state asks for."""

    def __init__(self, newsroom: Newsroom, slack: Slack, *, pause: float = 1.0) -> None:
        """``pause``: seconds until what Slack did not answer about is tried again."""
        self._newsroom = newsroom
        self._slack = slack
        self._pause = pause
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._again: set[int] = set()  # of those, the drafts that changed since it looked
        self._few = asyncio.Semaphore(_AT_ONCE)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._known: dict[int, frozenset[str]] = {}  # what is on each draft since we started

    async def open_eyes(self, channel: str, ts: str) -> None:
        """Show that a post is being read that is not handed in yet."""
        await self._decorate(self._slack.react, channel, ts, EYES)

    async def shut_eyes(self, channel: str, ts: str) -> None:
        """Show that it cannot be read."""
        await self._decorate(self._slack.unreact, channel, ts, EYES)

    def show_soon(self, draft_id: int) -> None:
        """Show how the draft stands, and let nobody wait for it: Slack lets us take off few."""
        if draft_id in self._tasks:
            self._again.add(draft_id)
        else:
            self._tasks[draft_id] = asyncio.create_task(self._show_at_last(draft_id))

    async def stop(self) -> None:
        """Leave the rest as it is; what is shown next sets it right."""
        tasks = set(self._tasks.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self._tasks.clear()  # one that had not begun did not take itself out

    async def _show_at_last(self, draft_id: int) -> None:
        pause = self._pause
        try:
            while True:
                self._again.discard(draft_id)
                if not await self._shown(draft_id):
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, _LONGEST_PAUSE)
                elif draft_id not in self._again:
                    return
        finally:
            self._tasks.pop(draft_id, None)

    async def _shown(self, draft_id: int) -> bool:
        """Show it; False if it is to be tried again."""
        try:
            async with self._few:
                await self.show(draft_id)
        except (SlackAway, NotKept) as away:
            log.warning("draft %d: no reaction yet: %s", draft_id, away)
            return False
        except CopychiefError as error:
            log.warning("draft %d: no reaction: %s", draft_id, error)
        except Exception as error:
            log_fault("reactions", error)
        return True

    async def show(self, draft_id: int) -> None:
        """Show how the draft stands."""
        async with self._turns.setdefault(draft_id, asyncio.Lock()):
            draft = await self._newsroom.draft(draft_id)
            wanted = _BY_STATE.get(draft.state)
            if wanted is EYES and draft.version == 1:
                self._known.setdefault(draft.id, _NOTHING)  # a new post: nothing to take off
            await self._set(draft, _NOTHING if wanted is None else frozenset({wanted}))

    async def close_eyes(self, draft_id: int) -> None:
        """Show that nobody is reading it any more."""
        async with self._turns.setdefault(draft_id, asyncio.Lock()):
            draft = await self._newsroom.draft(draft_id)
            wanted = _BY_STATE.get(draft.state)
            await self._set(draft, _NOTHING if wanted in (None, EYES) else frozenset({wanted}))

    async def _set(self, draft: Draft, wanted: frozenset[str]) -> None:
        if not draft.own_message or draft.thread is None:
            return
        known = self._known.get(draft.id)
        for emoji in sorted(wanted if known is None else wanted - known):
            await self._decorate(self._slack.react, draft.channel, draft.thread, emoji)
        for emoji in sorted((_ALL if known is None else known) - wanted):
            await self._decorate(self._slack.unreact, draft.channel, draft.thread, emoji)
        self._known.pop(draft.id, None)
        self._known[draft.id] = wanted
        if len(self._known) > _MOST_KNOWN:
            del self._known[next(iter(self._known))]

    async def _decorate(self, change: Change, channel: str, ts: str, emoji: str) -> None:
        """A reaction is an ornament: where Slack refuses one, the checklist still stands."""
        try:
            await change(channel, ts, emoji)
        except SlackAway:
            raise
        except SlackRefused as error:
            log.warning("no reaction: %s", error)

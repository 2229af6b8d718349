"""The reactions on a draft's own message: being read, read, cleared."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

from bot.errors import SlackRefused
from bot.model import Draft, State
from bot.newsroom import Newsroom
from bot.slack import Slack, SlackAway

Change = Callable[[str, str, str], Awaitable[None]]

log = logging.getLogger(__name__)

EYES, READ, CLEARED = "eyes", "clipboard", "white_check_mark"
_ALL = frozenset({EYES, READ, CLEARED})
_NOTHING: frozenset[str] = frozenset()
_MOST_KNOWN = 1000  # drafts; of any other all three are set or taken off
_BY_STATE = {
    State.IN: EYES,
    State.READING: EYES,
    State.WITH_WRITER: READ,
    State.CLEARED: CLEARED,
    State.RUN_WITH_HOLDS: CLEARED,
}


class Reactions:
    """Our reactions, set to what the draft's state asks for."""

    def __init__(self, newsroom: Newsroom, slack: Slack) -> None:
        self._newsroom = newsroom
        self._slack = slack
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._known: dict[int, frozenset[str]] = {}  # what is on each draft since we started

    async def open_eyes(self, channel: str, ts: str) -> None:
        """Show that a post is being read that is not handed in yet."""
        await self._decorate(self._slack.react, channel, ts, EYES)

    async def shut_eyes(self, channel: str, ts: str) -> None:
        """Show that it cannot be read."""
        await self._decorate(self._slack.unreact, channel, ts, EYES)

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

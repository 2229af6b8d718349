"""Draws our messages from the database, soon after a change and not too often."""

import asyncio
import hashlib
import json
import logging
import time
from collections import defaultdict
from collections.abc import Callable

from bot.blocks.checklist import Page, pages
from bot.errors import CopychiefError
from bot.model import Draft, Message, State
from bot.newsroom import Newsroom
from bot.slack import MessageGone, Slack, SlackAway
from bot.work.engine import log_fault
from bot.work.marks import Marks

log = logging.getLogger(__name__)

_UNREAD = frozenset({State.IN, State.READING})
_LONGEST_PAUSE = 60.0


class Painter:
    """Brings messages and reactions up to what the newsroom says, one draft at a time."""

    def __init__(
        self,
        newsroom: Newsroom,
        slack: Slack,
        *,
        marks: Marks,
        every: float = 1.0,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._newsroom = newsroom
        self._slack = slack
        self._marks = marks
        self._every = every
        self._now = now
        self._woken = asyncio.Event()
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._last: dict[int, float] = {}

    def wake(self) -> None:
        """Say that something may have changed."""
        self._woken.set()

    async def run(self) -> None:
        """Draw what is due, oldest first, for ever."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            try:
                await self._catch_up()
            except Exception as error:
                log_fault("painter", error)
                await asyncio.sleep(self._every)
                self.wake()

    async def _catch_up(self) -> None:
        aside: set[int] = set()  # what cannot be drawn now waits for the next change
        pause = self._every
        while due := [id for id in await self._newsroom.due() if id not in aside]:
            draft_id = await self._next(due)
            try:
                if await self.draw(draft_id):
                    await self._marks.show(draft_id)
                else:
                    aside.add(draft_id)
                pause = self._every
            except SlackAway as away:
                log.warning("painter: %s", away)
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            except CopychiefError as error:
                log.warning("painter: draft %d: %s", draft_id, error)
                aside.add(draft_id)
            except Exception as error:
                log_fault("painter", error)
                aside.add(draft_id)

    async def _next(self, due: list[int]) -> int:
        """The first that may be drawn again, waiting for it if it was drawn just now."""
        draft_id = min(due, key=lambda id: max(self._ready(id) - self._now(), 0.0))
        await asyncio.sleep(max(self._ready(draft_id) - self._now(), 0.0))
        return draft_id

    def _ready(self, draft_id: int) -> float:
        return self._last.get(draft_id, -self._every) + self._every

    async def draw(self, draft_id: int) -> bool:
        """Post or update the messages of a draft; False while it is still to be read."""
        async with self._locks[draft_id]:
            self._last[draft_id] = self._now()
            checklist = await self._newsroom.checklist(draft_id)
            draft = checklist.draft
            if draft.state in _UNREAD:
                return False
            rows = {row.page: row for row in await self._newsroom.messages(draft_id)}
            drawn = pages(checklist)
            for page in drawn:
                draft = await self._bring_up(draft, page, rows.pop(page.page, None))
            for row in rows.values():
                await self._bring_up(draft, _bare(row.page), row)
        # What was decided before a first post was on record is due only now.
        self.wake()
        return True

    async def _bring_up(self, draft: Draft, page: Page, row: Message | None) -> Draft:
        """One message up to date, and the draft with its thread if that began here.

        Its ``change`` stays the one that is drawn, whatever was decided since.
        """
        sha = _sha(page)
        ts = row.ts if row else None
        key = row.key if row else _key(draft, page)
        if ts is None:
            draft, ts = await self._post(draft, page, key, look=row is not None)
        elif row and row.sha != sha:
            try:
                await self._slack.update(draft.channel, ts, page.text, page.blocks, key=key)
            except MessageGone:
                draft, ts = await self._post(draft, page, key, look=True)
        elif row and row.drawn >= draft.change:
            return draft
        await self._newsroom.posted(key, ts, draft.change, sha)
        return draft

    async def _post(self, draft: Draft, page: Page, key: str, *, look: bool) -> tuple[Draft, str]:
        """Post a message; ``look``: it was claimed before, so it may be there already."""
        if not look:
            await self._newsroom.claim(key, draft.id, draft.channel, page.page)
        is_root = page.page == 0 and not draft.own_message
        thread = None if is_root else draft.thread
        for_slack = (draft.channel, page.text, page.blocks)
        ts = await self._slack.post(*for_slack, key=key, thread=thread, look=look)
        if not is_root:
            return draft, ts
        hung = await self._newsroom.hang(draft.id, ts)
        return draft.model_copy(update={"thread": hung.thread}), ts


def _key(draft: Draft, page: Page) -> str:
    return f"{draft.id}:{draft.version}:{page.page or 'card'}"


def _sha(page: Page) -> str:
    drawn = json.dumps([page.text, page.blocks], sort_keys=True)
    return hashlib.sha256(drawn.encode()).hexdigest()


def _bare(number: int) -> Page:
    """A page that an earlier version needed and this one does not."""
    text = "_Nothing is left on this page._"
    block = {"type": "section", "text": {"type": "mrkdwn", "text": text}}
    return Page(page=number, text="Nothing is left on this page.", blocks=[block])

"""Draws our messages from the database, soon after a change and not too often."""

import asyncio
import hashlib
import json
import logging
import time
from collections.abc import Callable
from itertools import count

from bot.blocks.checklist import Page, pages
from bot.errors import CopychiefError, NotKept
from bot.model import Checklist, Draft, Message, State
from bot.newsroom import Newsroom
from bot.slack import MessageClosed, MessageGone, Slack, SlackAway
from bot.work.bell import Bell
from bot.work.engine import log_fault
from bot.work.reactions import Reactions
from bot.work.sweep import Sweep

log = logging.getLogger(__name__)

_UNREAD = frozenset({State.IN, State.READING})
_LONGEST_PAUSE = 60.0
_LATE = 1.0  # seconds after which a person wonders whether the click was heard
_UPDATES = 2  # that a decision takes: of the message it is in, and of the card
_MANY = 100  # flags that take too long to draw for others to wait meanwhile


class Painter:
    """Brings messages and reactions up to what the newsroom says, one draft at a time."""

    def __init__(
        self,
        newsroom: Newsroom,
        slack: Slack,
        *,
        reactions: Reactions,
        sweep: Sweep,
        every: float = 1.0,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._newsroom = newsroom
        self._slack = slack
        self._reactions = reactions
        self._sweep = sweep
        self._every = every
        self._now = now
        self._bell = Bell()
        self._not_before: dict[int, float] = {}
        self._since: dict[int, int] = {}  # in which order the drafts became due
        self._turns = count()
        self._pauses: dict[int, float] = {}  # of the drafts that Slack did not answer about
        self._aside: set[int] = set()  # what cannot be drawn now waits for the next change

    @property
    def is_late(self) -> bool:
        """True while what changes now is drawn so late that a person would press again."""
        waiting = _UPDATES * (len(self._since) + 1)
        return self._slack.pace.ahead("chat.update", waiting) > _LATE

    def wake(self) -> None:
        """Say that something may have changed."""
        self._bell.ring()

    async def run(self) -> None:
        """Draw what is due, oldest first, for ever."""
        wait: float | None = None
        while True:
            try:
                if await self._bell.wait(wait):
                    self._aside.clear()
                wait = await self._turn()
            except Exception as error:
                log_fault("painter", error)
                wait = self._every

    async def _turn(self) -> float | None:
        """Bring up the first that may be drawn; the seconds to wait, None if nothing is due."""
        known = dict.fromkeys([*await self._newsroom.due(), *self._pauses])
        due = [draft_id for draft_id in known if draft_id not in self._aside]
        # A draft that changes again keeps its place: else a busy one would never be drawn.
        self._since = {id: self._since.get(id, next(self._turns)) for id in due}
        if not due:
            return None
        draft_id = min(due, key=lambda id: (self._wait(id), self._since[id]))
        if wait := self._wait(draft_id):
            return wait
        await self._try(draft_id)
        return 0.0

    def _wait(self, draft_id: int) -> float:
        return max(self._not_before.get(draft_id, 0.0) - self._now(), 0.0)

    async def _try(self, draft_id: int) -> None:
        """Draw one draft; where Slack does not answer it waits, and holds up no other."""
        pause = self._pauses.pop(draft_id, 0.0)
        try:
            if await self._paint(draft_id):
                self._reactions.show_soon(draft_id)
            else:
                self._aside.add(draft_id)
        except (SlackAway, NotKept) as away:
            log.warning("painter: draft %d: %s", draft_id, away)
            pause = min(2 * pause or self._every, _LONGEST_PAUSE)
            self._pauses[draft_id] = pause
            self._not_before[draft_id] = self._now() + pause
        except CopychiefError as error:
            log.warning("painter: draft %d: %s", draft_id, error)
            self._aside.add(draft_id)
        except Exception as error:
            log_fault("painter", error)
            self._aside.add(draft_id)
        finally:
            self._since.pop(draft_id, None)

    async def draw(self, draft_id: int) -> None:
        """Post or update the messages of a draft, if it has been read."""
        await self._paint(draft_id)
        # What was decided before a first post was on record is due only now.
        self.wake()

    async def _paint(self, draft_id: int) -> bool:
        """Bring the messages of a draft up to date; False while it is still to be read."""
        async with self._sweep.alone(draft_id):
            now = self._now()
            self._not_before = {id: at for id, at in self._not_before.items() if at > now}
            self._not_before[draft_id] = now + self._every
            checklist = await self._newsroom.checklist(draft_id)
            draft = checklist.draft
            if draft.state in _UNREAD:
                return False
            rows = {row.page: row for row in await self._newsroom.messages(draft_id)}
            for page in await _drawn(checklist):
                draft = await self._bring_up(draft, page, rows.pop(page.page, None))
            for row in rows.values():
                if row.ts:
                    await self._bring_up(draft, _bare(row.page), row)
        return True

    async def _bring_up(self, draft: Draft, page: Page, row: Message | None) -> Draft:
        """One message up to date, and the draft with its thread if that began here.

        Its ``change`` stays the one that is drawn, whatever was decided since.
        """
        sha = _sha(page)
        ts = row.ts if row else None
        key = renamed = row.key if row else _key(draft, page)
        if row is None:
            await self._newsroom.claim(key, draft.id, draft.channel, page.page)
            draft, ts = await self._post(draft, page, key)
        elif ts is None:
            await self._sweep.expect(key)
            draft, ts = await self._post(draft, page, key, look=True)
        elif row.sha != sha:
            try:
                await self._slack.update(draft.channel, ts, page.text, page.blocks, key=key)
            except MessageGone:
                await self._sweep.expect(key)
                draft, ts = await self._post(draft, page, key, look=True, gone=ts)
            except MessageClosed:
                await self._sweep.expect(key)
                renamed = _next_key(key)
                draft, ts = await self._post(draft, page, renamed, look=True)
        elif row.drawn >= draft.change:
            return draft
        await self._newsroom.posted(key, ts, draft.change, sha, renamed=renamed)
        return draft

    async def _post(
        self, draft: Draft, page: Page, key: str, *, look: bool = False, gone: str | None = None
    ) -> tuple[Draft, str]:
        """Post a message in place of the one that is ``gone``.

        ``look``: it may be there already, posted by a process that died.
        """
        is_root = page.page == 0 and not draft.own_message and draft.thread in (None, gone)
        thread = None if is_root else draft.thread
        for_slack = (draft.channel, page.text, page.blocks)
        ts = await self._slack.post(*for_slack, key=key, thread=thread, look=look)
        if not is_root:
            return draft, ts
        hung = await self._newsroom.hang(draft.id, ts)
        return draft.model_copy(update={"thread": hung.thread}), ts


async def _drawn(checklist: Checklist) -> tuple[Page, ...]:
    if len(checklist.entries) <= _MANY:
        return pages(checklist)
    return await asyncio.to_thread(pages, checklist)


def _key(draft: Draft, page: Page) -> str:
    return f"{draft.id}:{draft.version}:{page.page or 'card'}"


def _next_key(key: str) -> str:
    """The key of what takes a message's place: 1:1:card, then 1:1:card:2."""
    draft, version, page, *times = key.split(":")
    return f"{draft}:{version}:{page}:{int(times[0]) + 1 if times else 2}"


def _sha(page: Page) -> str:
    drawn = json.dumps([page.text, page.blocks], sort_keys=True)
    return hashlib.sha256(drawn.encode()).hexdigest()


def _bare(number: int) -> Page:
    """A page that an earlier version needed and this one does not."""
    text = "_Nothing is left on this page._"
    block = {"type": "section", "text": {"type": "mrkdwn", "text": text}}
    return Page(page=number, text="Nothing is left on this page.", blocks=[block])

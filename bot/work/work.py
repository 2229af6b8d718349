"""Work: takes what people did, sees to it that it is done, once, whatever dies in between."""

import asyncio
from pathlib import Path

from bot.blocks.escape import escaped
from bot.desk import Desk
from bot.errors import NotYours, SharedOutside, Unreadable
from bot.model import Draft, HandIn, Person, Place, State
from bot.newsroom import Newsroom
from bot.slack import MessageGone, Slack
from bot.work.engine import Engine, Flow, log_fault
from bot.work.intake import (
    NO_DRAFT_HERE,
    Fetch,
    handed_in,
    nothing_new,
    root_of,
    without_address,
)
from bot.work.painter import Painter
from bot.work.reactions import Reactions
from bot.work.turns import Turns
from bot.work.versions import EDITED, Versions, without_version

_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds between tries to have a reading accepted
_SHARED = (
    "This channel is shared with another organisation, so I post no flags in it: "
    "post the draft in one that is not."
)


class Work:
    """The bot's hands. What it is told is on disk before it returns."""

    def __init__(
        self,
        newsroom: Newsroom,
        slack: Slack,
        *,
        database: Path,
        fetch: Fetch,
        read_channels: frozenset[str] = frozenset(),
        every: float = 1.0,
    ) -> None:
        self.newsroom = newsroom
        self.slack = slack
        self._fetch = fetch
        self._read_channels = read_channels
        self._reactions = Reactions(newsroom, slack)
        self._painter = Painter(newsroom, slack, reactions=self._reactions, every=every)
        self._running: tuple[asyncio.Task[None], ...] = ()
        self._insisting: set[asyncio.Task[None]] = set()
        self.versions = Versions(newsroom, slack)
        self.turns = Turns(newsroom, slack, accept=self._accept, desk=self._desk)
        self._engine = Engine(
            database,
            {
                **self.turns.flows,
                "take": Flow((self._take,), self._not_taken),
                "read": Flow(
                    (self._look, self._read, self._draw, self._mark, self._tell), self._not_read
                ),
                "answer": Flow((self._answer,), self._not_answered),
            },
        )

    async def start(self) -> None:
        """Begin, with what the last process left undone."""
        await self._engine.start()
        for draft in await self.newsroom.unread():
            # Handed in by a process that died before it could have the reading accepted.
            await self._accept_reading(
                draft, f"unread:{draft.id}:{draft.version}", draft.writer.id
            )
        each = (self._painter.run(), self.turns.run())
        self._running = tuple(asyncio.create_task(one) for one in each)
        self.redraw()

    async def stop(self) -> None:
        """Stop at once; nothing is lost by it."""
        tasks = {*self._insisting, *self._running}
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        await self._engine.stop()

    async def check_text(self, handed: HandIn) -> Draft:
        """Hand a draft in and have it read; to be awaited before the ack."""
        await self._refuse_shared(handed.place.channel)
        draft = await self.newsroom.hand_in(handed)
        await self._accept_reading(draft, handed.key, handed.writer.id)
        return draft

    async def check_message(self, key: str, place: Place, by: str) -> None:
        """Have a posted message read, in its author's name; ``by`` is told what goes wrong."""
        ids = (key, place.team, place.channel, place.ts or "", by)
        await self._engine.accept("take", key, f"place:{place.channel}:{place.ts}", *ids)

    async def answer(self, key: str, place: Place, emoji: str) -> None:
        """Answer a person's message with a reaction."""
        ts = place.ts or ""
        partition = f"place:{place.channel}:{ts}"
        await self._engine.accept("answer", key, partition, place.channel, ts, emoji)

    def redraw(self) -> None:
        """Have the messages whose draft changed drawn again, soon and together."""
        self._painter.wake()

    async def reads(self, channel: str) -> bool:
        """Tell whether everything posted in a channel is to be read, by its id or its name."""
        wanted = self._read_channels
        if not wanted or (
            channel not in wanted and await self.slack.channel_name(channel) not in wanted
        ):
            return False
        return not await self.slack.is_shared(channel)

    async def colleague(self, user: str) -> Person:
        """The person, if of the team; NotYours for guests, apps and other organisations."""
        if not await self.slack.is_colleague(user):
            raise NotYours(
                "Guests and people from other organisations cannot do that here: "
                "ask somebody of the team to do it."
            )
        return await self.slack.person(user)

    def place(self, channel: str, ts: str | None = None) -> Place:
        """A message, or a draft that has none, in a channel as our own team knows it."""
        return Place(team=self.slack.team, channel=channel, ts=ts)

    async def _accept(self, flow: str, key: str, partition: str, *ids: str | int) -> None:
        await self._engine.accept(flow, key, partition, *ids)

    async def _desk(self, channel: str) -> Desk:
        return Desk()

    async def _refuse_shared(self, channel: str) -> None:
        if await self.slack.is_shared(channel):
            raise SharedOutside(_SHARED)

    async def _accept_reading(self, draft: Draft, key: str, by: str) -> None:
        """Have a draft read that is in; if that cannot be accepted now, as soon as it can."""
        if not await self._accepted(draft, key, by):
            insisting = asyncio.create_task(self._insist(draft, key, by))
            self._insisting.add(insisting)
            insisting.add_done_callback(self._insisting.discard)

    async def _accepted(self, draft: Draft, key: str, by: str) -> bool:
        try:
            await self._engine.accept("read", key, f"draft:{draft.id}", draft.id, by)
        except Exception as error:
            log_fault("work", error)
            return False
        return True

    async def _insist(self, draft: Draft, key: str, by: str) -> None:
        pause = _PAUSE
        await asyncio.sleep(pause)
        while not await self._accepted(draft, key, by):
            pause = min(2 * pause, _LONGEST_PAUSE)
            await asyncio.sleep(pause)

    async def _take(self, key: str, team: str, channel: str, ts: str, by: str) -> None:
        await self._refuse_shared(channel)
        ts = await self.versions.newest(Place(team=team, channel=channel, ts=ts))
        message = await self.slack.message(channel, ts)
        root = root_of(message)
        place = Place(team=team, channel=channel, ts=root or ts)
        before = await self.newsroom.draft_at(place)
        if message.get("user") == self.slack.me:
            return await self.versions.again(key, before, by)
        who = self.slack.person
        message["text"] = without_address(str(message.get("text") or ""), self.slack.me)
        if root:
            message["text"] = without_version(message["text"])
        handed = await handed_in(message, key, place, fetch=self._fetch, who=who)
        handed = handed.model_copy(update={"message": ts})
        if root and before is None:
            raise Unreadable(NO_DRAFT_HERE)
        draft = await self.newsroom.hand_in(handed)
        same = before == draft and draft.state not in (State.IN, State.READING)
        if same and not key.startswith(EDITED):
            await self.slack.whisper(channel, by, nothing_new(draft.version), thread=draft.thread)
        await self._accept_reading(draft, key, by)

    async def _not_taken(
        self, line: str, key: str, team: str, channel: str, ts: str, by: str
    ) -> None:
        await self.slack.whisper(channel, by, escaped(line))

    async def _look(self, draft_id: int, by: str) -> None:
        await self._reactions.show(draft_id)

    async def _read(self, draft_id: int, by: str) -> None:
        await self.newsroom.read(draft_id)

    async def _draw(self, draft_id: int, by: str) -> None:
        draft = await self.newsroom.draft(draft_id)
        begun = await self.newsroom.messages(draft_id)
        if draft.state is State.SPIKED and not begun:
            return
        try:
            await self._painter.draw(draft_id)
        except MessageGone:
            if begun or not draft.own_message:
                raise
            await self.newsroom.withdraw(draft_id, f"gone:{draft_id}")

    async def _mark(self, draft_id: int, by: str) -> None:
        await self._reactions.show(draft_id)

    async def _tell(self, draft_id: int, by: str) -> None:
        await self.versions.tell(draft_id)

    async def _not_read(self, line: str, draft_id: int, by: str) -> None:
        draft = await self.newsroom.draft(draft_id)
        await self._reactions.close_eyes(draft_id)
        self.redraw()
        await self.slack.whisper(draft.channel, by, escaped(line))
        await self.versions.tell_uncleared(draft_id)

    async def _answer(self, channel: str, ts: str, emoji: str) -> None:
        await self.slack.react(channel, ts, emoji)

    async def _not_answered(self, line: str, channel: str, ts: str, emoji: str) -> None:
        """A reaction that Slack refuses is not worth a word."""

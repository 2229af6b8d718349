"""Work: takes what people did, sees to it that it is done, once, whatever dies in between."""

import asyncio
from pathlib import Path

from bot.blocks.escape import escaped
from bot.errors import Unreadable
from bot.model import Draft, HandIn, Place
from bot.newsroom import Newsroom
from bot.slack import Slack
from bot.work.engine import Engine, Flow
from bot.work.intake import Fetch, handed_in
from bot.work.marks import Marks
from bot.work.painter import Painter


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
    ) -> None:
        self.newsroom = newsroom
        self.slack = slack
        self._fetch = fetch
        self._read_channels = read_channels
        self._marks = Marks(newsroom, slack)
        self._painter = Painter(newsroom, slack, marks=self._marks)
        self._painting: asyncio.Task[None] | None = None
        self._engine = Engine(
            database,
            {
                "take": Flow((self._take,), self._not_taken),
                "read": Flow((self._look, self._read, self._draw, self._mark), self._not_read),
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
        self._painting = asyncio.create_task(self._painter.run())
        self.redraw()

    async def stop(self) -> None:
        """Stop at once; nothing is lost by it."""
        if self._painting is not None:
            self._painting.cancel()
            await asyncio.wait({self._painting})
        await self._engine.stop()

    async def check_text(self, handed: HandIn) -> Draft:
        """Hand a draft in and have it read; to be awaited before the ack."""
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
        if not self._read_channels or channel in self._read_channels:
            return channel in self._read_channels
        return await self.slack.channel_name(channel) in self._read_channels

    async def _accept_reading(self, draft: Draft, key: str, by: str) -> None:
        await self._engine.accept("read", key, f"draft:{draft.id}", draft.id, by)

    async def _take(self, key: str, team: str, channel: str, ts: str, by: str) -> None:
        message = await self.slack.message(channel, ts)
        if message.get("user") == self.slack.me:
            raise Unreadable("That message is mine: ask me to read a draft that a person posted.")
        place = Place(team=team, channel=channel, ts=ts)
        who = self.slack.person
        handed = await handed_in(message, key, place, fetch=self._fetch, who=who)
        draft = await self.newsroom.hand_in(handed)
        await self._accept_reading(draft, key, by)

    async def _not_taken(
        self, line: str, key: str, team: str, channel: str, ts: str, by: str
    ) -> None:
        await self.slack.whisper(channel, by, escaped(line))

    async def _look(self, draft_id: int, by: str) -> None:
        await self._marks.show(draft_id)

    async def _read(self, draft_id: int, by: str) -> None:
        await self.newsroom.read(draft_id)

    async def _draw(self, draft_id: int, by: str) -> None:
        await self._painter.draw(draft_id)

    async def _mark(self, draft_id: int, by: str) -> None:
        await self._marks.show(draft_id)

    async def _not_read(self, line: str, draft_id: int, by: str) -> None:
        draft = await self.newsroom.draft(draft_id)
        await self._marks.close_eyes(draft_id)
        await self.slack.whisper(draft.channel, by, escaped(line))

    async def _answer(self, channel: str, ts: str, emoji: str) -> None:
        await self.slack.react(channel, ts, emoji)

    async def _not_answered(self, line: str, channel: str, ts: str, emoji: str) -> None:
        """A reaction that Slack refuses is not worth a word."""

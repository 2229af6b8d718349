"""What is said on coming into a channel: one line, once for each invitation."""

import logging
from collections.abc import Awaitable, Callable

from bot.blocks.greeting import DOES, greeting
from bot.blocks.text import section
from bot.model import Draft
from bot.newsroom import Newsroom
from bot.slack import Slack
from bot.work.desks import Desks
from bot.work.engine import Flow

log = logging.getLogger(__name__)

_LATER = 3600.0  # seconds after the invitation in which our own line is looked for

Read = Callable[[Draft, str, str], Awaitable[None]]


class Greeting:
    """Begins in a channel, or begins again after having been removed from it."""

    def __init__(self, newsroom: Newsroom, slack: Slack, desks: Desks, *, read: Read) -> None:
        self._newsroom = newsroom
        self._slack = slack
        self._desks = desks
        self._read = read

    def flows(self) -> dict[str, Flow]:
        """What the engine does for us, by name."""
        return {"greet": Flow((self._greet, self._go_on), self._not_greeted)}

    async def _greet(self, key: str, team: str, channel: str, ts: str, by: str) -> None:
        said = f"greeting:{channel}:{ts}"
        until = f"{float(ts) + _LATER:.6f}"
        if said in await self._slack.keys(channel, ts, until):
            return
        desk = await self._desks.desk(channel)
        shared = not desk.shared and await self._slack.is_shared(channel)
        line = greeting(
            desk.emoji, self._slack.me, reads=await self._desks.reads(channel), shared=shared
        )
        await self._slack.post(channel, DOES, [section(line, "greeting")], key=said)

    async def _go_on(self, key: str, team: str, channel: str, ts: str, by: str) -> None:
        """Draw what could not be drawn while we were out."""
        for draft in await self._newsroom.drafts(channel):
            await self._read(draft, f"{key}:{draft.id}", draft.writer.id)

    async def _not_greeted(
        self, line: str, key: str, team: str, channel: str, ts: str, by: str
    ) -> None:
        log.warning("no greeting: %s", line)

"""Says a line once, in a thread or to one person, whatever dies in between."""

from collections.abc import Sequence

from bot.blocks.text import Block
from bot.newsroom import Newsroom
from bot.slack import Slack
from bot.work.sweep import Sweep


class Saying:
    """Posts lines about drafts, each once."""

    def __init__(self, newsroom: Newsroom, slack: Slack, sweep: Sweep) -> None:
        self._newsroom = newsroom
        self._slack = slack
        self._sweep = sweep

    async def say(
        self,
        key: str,
        draft_id: int,
        channel: str,
        text: str,
        *,
        thread: str | None = None,
        blocks: Sequence[Block] = (),
    ) -> None:
        """Post what is said about a draft under this ``key``, if it was not said already.

        It is looked for only where a process that died may have posted it.
        """
        known = await self._newsroom.message(key)
        if known and known.ts:
            return
        if known is None:
            await self._newsroom.claim_line(key, draft_id, channel)
        else:
            await self._sweep.expect(key)
        look = known is not None
        ts = await self._slack.post(channel, text, blocks, key=key, thread=thread, look=look)
        await self._newsroom.posted(key, ts, 0, "")

    async def say_to(self, user: str, key: str, draft_id: int, text: str) -> None:
        """Say a line about a draft to one person alone."""
        await self.say(key, draft_id, await self._slack.direct(user), text)

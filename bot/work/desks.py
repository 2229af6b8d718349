"""What is set for a channel, and whether anything is read there."""

from bot.desk import Desk
from bot.errors import Paused, SharedOutside
from bot.newsroom import Newsroom
from bot.slack import Slack

SHARED = (
    "This channel is shared with another organisation, so I post no flags in it: "
    "post the draft in one that is not."
)
PAUSED = "The desk in this channel is paused: “/desk pause off” lets me read again."


class Desks:
    """The desks of the workspace, as they are set now."""

    def __init__(self, newsroom: Newsroom, slack: Slack) -> None:
        self._newsroom = newsroom
        self._slack = slack

    async def desk(self, channel: str) -> Desk:
        """The settings of a channel."""
        return await self._newsroom.desk(self._slack.team, channel)

    async def reads(self, channel: str) -> bool:
        """Tell whether what is posted in a channel is read without anybody's asking."""
        desk = await self.desk(channel)
        return desk.reads_all and await self._refusal(channel, desk) is None

    async def may_read(self, channel: str) -> bool:
        """Tell whether anything is read in a channel."""
        return await self._refusal(channel, await self.desk(channel)) is None

    async def refuse(self, channel: str) -> Desk:
        """The desk that reads in a channel; Paused or SharedOutside says why none does."""
        desk = await self.desk(channel)
        if refusal := await self._refusal(channel, desk):
            raise refusal
        return desk

    async def refuse_outside(self, channel: str) -> None:
        """Say that no flags are posted in a channel, if others see it, too: SharedOutside."""
        desk = await self.desk(channel)
        if not desk.shared and await self._slack.is_shared(channel):
            raise SharedOutside(SHARED)

    async def _refusal(self, channel: str, desk: Desk) -> Paused | SharedOutside | None:
        if desk.paused:
            return Paused(PAUSED)
        if not desk.shared and await self._slack.is_shared(channel):
            return SharedOutside(SHARED)
        return None

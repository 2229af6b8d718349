"""Says a line once, in a thread or to one person, whatever dies in between."""

from collections.abc import Sequence
from datetime import timedelta

from bot.blocks.text import Block
from bot.newsroom import Newsroom
from bot.slack import Slack
from bot.work.sweep import WITHIN


async def say(
    newsroom: Newsroom,
    slack: Slack,
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
    known = await newsroom.message(key)
    if known and known.ts:
        return
    if known is None:
        await newsroom.claim_line(key, draft_id, channel)
    look = known is not None
    if look:
        await newsroom.doubt(key, newsroom.now + timedelta(seconds=WITHIN))
    ts = await slack.post(channel, text, blocks, key=key, thread=thread, look=look)
    await newsroom.posted(key, ts, 0, "")

"""Sends the record of a draft to the person who asked for it, as a file, to them alone."""

import asyncio
from collections.abc import Mapping
from functools import partial

from bot.blocks.escape import escaped
from bot.handback.record import as_html, as_json
from bot.newsroom import Newsroom
from bot.record import Record
from bot.slack import Slack
from bot.work.engine import Flow
from bot.work.sending import Made, Sending

FORMS = {"html": as_html, "json": as_json}
_SEALED = "The record of draft {}, as it stands now."
_BROKEN = "The record of draft {}: a row or a text in it was changed after it was written."


class Exports:
    """Hands records out."""

    def __init__(self, newsroom: Newsroom, slack: Slack, sending: Sending) -> None:
        self._newsroom = newsroom
        self._slack = slack
        self._sending = sending

    def flows(self) -> Mapping[str, Flow]:
        """What the engine does for us, by name."""
        return {"export": Flow((self._export,), self._not_exported)}

    async def _export(self, key: str, draft_id: int, form: str, user: str) -> None:
        record = await self._newsroom.record(draft_id)
        comment = (_SEALED if record.sealed else _BROKEN).format(draft_id)
        channel = await self._slack.direct(user)
        await self._sending.send(key, channel, partial(_made, record, form), comment)

    async def _not_exported(
        self, line: str, key: str, draft_id: int, form: str, user: str
    ) -> None:
        draft = await self._newsroom.draft(draft_id)
        await self._slack.whisper(draft.channel, user, escaped(line))


async def _made(record: Record, form: str) -> tuple[Made]:
    text = await asyncio.to_thread(FORMS[form], record)
    return (Made(f"{record.draft.slug}-record.{form}", text.encode()),)

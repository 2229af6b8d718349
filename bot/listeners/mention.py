"""Somebody names us, on a draft or in its thread."""

import re
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.errors import UnknownDraft
from bot.listeners import hear
from bot.listeners.door import Heard, parsed, whisper
from bot.listeners.reply import DONE, heed, read
from bot.readers.mrkdwn import read_reply
from bot.replies import Read
from bot.work import Work

_CHECK = re.compile(
    r"(?:please )?(?:(?:check|read|review)(?: (?:this|it|again))*|(?:new |next )?version)?"
    r"(?: please)?",
    re.I,
)
_CLEAR = re.compile(r"(?:please )?clear(?: (?:this|it|the story))?(?: please)?", re.I)
_CAN_DO = (
    "In a draft's thread, {me} reads the draft, or the next version if your message brings one; "
    "“{me} clear” clears it, and “stet 4 quotation”, “fixed 2”, “fixed all notes”, “source 3 …”, "
    "“wrong 8 …”, “ask 6 @ines by 17:00”, “why 4” and “reopen 4” do that to its flags. "
    "`/desk help` tells the rest."
)


def register(app: AsyncApp, work: Work) -> None:
    """Hear mentions."""

    async def on_mention(body: dict[str, Any]) -> None:
        heard = parsed(Heard, body)
        if heard.event.by_person:
            await (_in_thread if heard.event.root else _on_post)(work, heard)

    hear(app, "app_mention", on_mention)


async def in_direct_thread(work: Work, heard: Heard) -> None:
    """A reply in a direct message, where Slack tells of no mention: clear, check, or by our name.

    One that names neither is left to those who hear replies.
    """
    words = _words(work, heard.event.text or "").strip(" .!?,:")
    order = words and (_CHECK.fullmatch(words) or _CLEAR.fullmatch(words))
    if order or heard.event.names(work.slack.me):
        await _in_thread(work, heard)


async def _on_post(work: Work, heard: Heard) -> None:
    if heard.event.hands_in(work.slack.me):
        await _check(work, heard, heard.event.ts)
    else:
        await whisper(work, heard, _can_do(work))


async def _in_thread(work: Work, heard: Heard) -> None:
    words = _words(work, heard.event.text or "")
    draft = await work.newsroom.draft_at(work.place(heard.event.channel, heard.event.root))
    understood = await read(work, draft, words) if draft else None
    bare = words.strip(" .!?,:")
    if draft and heard.event.brings_version(work.slack.me) and not _decides(heard, understood):
        await _check(work, heard, heard.event.ts)  # the next version
    elif understood and draft:
        await heed(work, heard, draft, understood)
    elif _CHECK.fullmatch(bare):
        await _check(work, heard, heard.event.root)
    elif _CLEAR.fullmatch(bare):
        if draft is None:
            raise UnknownDraft("There is no draft in this thread: name me here to have it read.")
        by = await work.colleague(heard.event.user or "")
        await work.newsroom.clear(draft.id, by, heard.event_id)
        work.redraw()
        await work.answer(heard.event_id, work.place(heard.event.channel, heard.event.ts), DONE)
    else:
        await whisper(work, heard, _can_do(work))


def _decides(heard: Heard, understood: Read | None) -> bool:
    """Tell whether a long reply is decisions and no version: copy says nothing that we heed."""
    return isinstance(understood, tuple) and not heard.event.brings_copy


async def _check(work: Work, heard: Heard, ts: str | None) -> None:
    by = await work.colleague(heard.event.user or "")
    await work.check_message(heard.event_id, work.place(heard.event.channel, ts), by.id)


def _words(work: Work, text: str) -> str:
    """What was said besides our name."""
    return read_reply(re.sub(rf"<@{work.slack.me}(?:\|[^>]*)?>", " ", text)).strip(" ,:")


def _can_do(work: Work) -> str:
    return _CAN_DO.format(me=f"<@{work.slack.me}>")

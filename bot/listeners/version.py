"""Somebody hands in the next version of a draft, or asks how that is done."""

from hashlib import sha256
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.buttons import VERSION
from bot.blocks.version import FILE, NEXT, NOTHING, ONE_ONLY, TEXT, version_modal
from bot.listeners.door import parsed, tell_done
from bot.listeners.filled import Submitted, give_back
from bot.listeners.press import draft_of
from bot.listeners.pressed import Press, number_in, unknown_window
from bot.model import Draft, HandIn
from bot.work import Work
from bot.work.intake import PASTED, nothing_new

_READING = "Reading the new version: what it changes will be in this thread in a moment."


def register(app: AsyncApp, work: Work) -> None:
    """Hear the button, and the window being sent in."""

    @app.action(VERSION)
    async def on_version(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        press = parsed(Press, body)
        checklist = await work.newsroom.checklist(draft_of(press.pressed))
        await work.slack.open_view(press.trigger_id, version_modal(checklist))

    @app.view(NEXT)
    async def on_given(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = parsed(Submitted, body)
        text = (sent.view.field(TEXT).value or "").strip()
        files = sent.view.field(FILE).files or ()
        if not text and not files:
            return await give_back(ack, TEXT, NOTHING)
        if text and files:
            return await give_back(ack, TEXT, ONE_ONLY)
        draft = await work.newsroom.draft(_draft(sent.view.private_metadata))
        if files:
            by = await work.colleague(sent.user.id)
            await work.check_file(sent.view.key, draft.channel, files[0].id, by.id, draft)
        elif line := await _hand_in(work, sent, draft, text):
            return await give_back(ack, TEXT, line)
        await ack()
        await tell_done(work, draft.channel, sent.user.id, _READING, draft.thread)


async def _hand_in(work: Work, sent: Submitted, before: Draft, text: str) -> str:
    """Take the text in as the next version; the line for the person if it is none."""
    by = await work.colleague(sent.user.id)
    place = work.place(before.channel, before.thread)
    # A window that came back is sent in again under the same id, with another text.
    key = f"{sent.view.key}:{sha256(text.encode()).hexdigest()[:16]}"
    handed = HandIn(key=key, place=place, writer=by, text=text, message=PASTED)
    draft = await work.check_text(handed)
    return nothing_new(draft.version) if draft.version == before.version else ""


def _draft(said: str) -> int:
    if (number := number_in(said)) is None:
        raise unknown_window()
    return number

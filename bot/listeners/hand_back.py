"""Somebody wants the marked draft back."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.buttons import HAND_BACK
from bot.blocks.handed_back import coming_text
from bot.listeners.door import parsed, tell_done
from bot.listeners.press import draft_of
from bot.listeners.pressed import Press
from bot.work import Work


def register(app: AsyncApp, work: Work) -> None:
    """Hear the button."""

    @app.action(HAND_BACK)
    async def on_hand_back(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        by = await work.colleague(press.user.id)
        given = await work.hand_back(press.key, draft_of(press.pressed), by.id)
        await ack()
        channel, thread = given.checklist.draft.channel, press.container.thread_ts
        await tell_done(work, channel, by.id, coming_text(*given), thread)

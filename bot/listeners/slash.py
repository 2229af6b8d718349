"""Somebody types `/desk …`."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.commands import Ask, answer
from bot.listeners.door import Id, Payload, parsed, typed
from bot.work import Work

DESK = "/desk"


class Typed(Payload):
    """A slash command."""

    channel_id: Id
    user_id: Id
    trigger_id: Id
    text: str = ""


def register(app: AsyncApp, work: Work) -> None:
    """Hear the one command."""

    @app.command(DESK)
    async def on_typed(ack: AsyncAck, body: dict[str, Any]) -> None:
        asked = parsed(Typed, body)
        ask = Ask(
            words="",
            by=await work.slack.person(asked.user_id),
            channel=asked.channel_id,
            key=f"slash:{asked.trigger_id}",
            sent=asked.text,
        )
        reply = await answer(work, ask, await typed(work, asked.text))
        if reply.view is not None:
            view_id = await work.slack.open_view(asked.trigger_id, reply.view)
            await ack()
            if reply.filled is not None:
                await work.slack.update_view(view_id, await reply.filled())
        elif reply.blocks:
            await ack(text=reply.text, blocks=list(reply.blocks))
        else:
            await ack(text=reply.text)

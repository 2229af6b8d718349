"""Somebody asks to run a draft with its holds, or agrees to it as the second."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.run import AGREE, REASON, RUN, SECOND
from bot.errors import ReasonNeeded
from bot.listeners.door import Garbled, foreseen, parsed
from bot.listeners.filled import Submitted, give_back
from bot.listeners.pressed import Press, number_in
from bot.work import Work


def register(app: AsyncApp, work: Work) -> None:
    """Hear the window, and the second's button."""

    @app.view(RUN)
    async def on_asked(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = parsed(Submitted, body)
        draft = _number(sent.view.private_metadata)
        named = sent.view.field(SECOND).selected_user or ""
        try:
            by = await work.colleague(sent.user.id)
            second = await work.slack.person(named)
            reason = sent.view.field(REASON).value or ""
            await work.newsroom.ask_run(draft, reason, second, by, sent.view.key)
        except Exception as error:
            if not foreseen(error):
                raise
            at = REASON if isinstance(error, ReasonNeeded) else SECOND
            return await give_back(ack, at, str(error))
        await work.turns.ask_second(sent.view.key, draft)
        await ack()
        work.redraw()

    @app.action(AGREE)
    async def on_pressed(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        by = await work.colleague(press.user.id)
        await work.newsroom.agree_run(_number(press.pressed.value), by, press.key)
        await ack()
        work.redraw()


def _number(draft: str) -> int:
    if (number := number_in(draft)) is None:
        raise Garbled("Slack sent a draft that I do not know: look at the newest checklist.")
    return number

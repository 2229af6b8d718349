"""Somebody settles the flags of a rule or of a pack together."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.buttons import SEVERAL
from bot.blocks.fields import OUTCOME, REASON, reason_line
from bot.blocks.modal import notice_of
from bot.blocks.several import SETTLE_SEVERAL, WHICH, chosen, several_done, several_modal
from bot.errors import ReasonNeeded
from bot.listeners.door import parsed
from bot.listeners.filled import Submitted, give_back, put_in_place
from bot.listeners.press import draft_of
from bot.listeners.pressed import Press, pair_in, unknown_window
from bot.work import Work

_NEWER = "Version {} came in while you had this open: choose again."
_NONE_LEFT = "None of these is open any more: choose others, or close the window."


def register(app: AsyncApp, work: Work) -> None:
    """Hear the button, and the window being sent in."""

    @app.action(SEVERAL)
    async def on_several(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        press = parsed(Press, body)
        checklist = await work.newsroom.checklist(draft_of(press.pressed))
        await work.slack.open_view(press.trigger_id, several_modal(checklist))

    @app.view(SETTLE_SEVERAL)
    async def on_settled(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = parsed(Submitted, body)
        draft_id, version = _about(sent.view.private_metadata)
        checklist = await work.newsroom.checklist(draft_id)
        if checklist.version != version:
            notice = notice_of(_NEWER.format(checklist.version), sent.view.reason)
            return await put_in_place(ack, several_modal(checklist, notice))
        values = [option.value for option in sent.view.field(WHICH).selected_options]
        numbers = [entry.number for entry in chosen(checklist, values)]
        if not numbers:
            return await give_back(ack, WHICH, _NONE_LEFT)
        outcome, reason = sent.view.outcome, sent.view.reason
        if outcome is None:
            return await give_back(ack, OUTCOME, "Choose what you decide.")
        try:
            by = await work.colleague(sent.user.id)
            decided = (draft_id, numbers, outcome, reason, by, sent.view.key)
            entries = await work.newsroom.resolve(*decided)
        except ReasonNeeded:
            return await give_back(ack, REASON, reason_line(outcome))
        work.redraw()
        await put_in_place(ack, several_done(checklist, entries, outcome, reason))


def _about(said: str) -> tuple[int, int]:
    if (about := pair_in(said)) is None:
        raise unknown_window()
    return about

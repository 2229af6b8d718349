"""Somebody looks at the home tab, opens a flag from it, or takes a draft."""

from dataclasses import replace
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.home import OPEN, TAKE
from bot.blocks.modal import flag_modal, gone_modal, notice_of, seen_of
from bot.errors import NotYours
from bot.listeners.door import Id, Payload, parsed
from bot.listeners.pressed import Press, pair_in, unknown_button
from bot.work import Work
from bot.work.seeing import show_home

_NOT_THERE = "You are not in the channel of that draft, or I am not: ask somebody who is."


class Looked(Payload):
    """Somebody opened one of our tabs."""

    user: Id
    tab: str = "home"


class Opened(Payload):
    """It, in its envelope."""

    event: Looked


def register(app: AsyncApp, work: Work) -> None:
    """Hear of the home tab."""

    @app.event("app_home_opened")
    async def on_look(body: dict[str, Any]) -> None:
        looked = parsed(Opened, body).event
        if looked.tab == "home":
            await show_home(work, looked.user)

    @app.action(OPEN)
    async def on_open(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        await ack()
        if (about := pair_in(press.pressed.value)) is None:
            raise unknown_button()
        draft, number = about
        await _refuse_strangers(work, draft, press.user.id)
        checklist = await work.newsroom.checklist(draft)
        entry = checklist.entry(number)
        if entry is None:
            gone = f"Flag {number} is not in version {checklist.version} any more."
            view = gone_modal(number, notice_of(gone))
        else:
            seen = replace(seen_of(checklist, entry), home=True)
            view = flag_modal(checklist, entry, seen=seen, by=press.user.id)
        await work.slack.open_view(press.trigger_id, view)

    @app.action(TAKE)
    async def on_take(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = parsed(Press, body)
        by = await work.colleague(press.user.id)
        await _refuse_strangers(work, press.pressed.number, by.id)
        await work.newsroom.take(press.pressed.number, by, press.key)
        await ack()
        work.redraw()
        await show_home(work, press.user.id)


async def _refuse_strangers(work: Work, draft_id: int, user: str) -> None:
    """Refuse whoever is not, or no longer, in the channel of the draft."""
    draft = await work.newsroom.draft(draft_id)
    if not await work.slack.is_member(draft.channel, user):
        raise NotYours(_NOT_THERE)

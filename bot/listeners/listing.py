"""Somebody looks at the whole checklist in a window, and turns it over."""

import re
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.listing import BACK, LIST, ON, listing
from bot.listeners.door import parsed
from bot.listeners.pressed import Press, unknown_button
from bot.work import Work

_AT = re.compile(r"(\d{1,15}):(\d{1,9})")


def register(app: AsyncApp, work: Work) -> None:
    """Hear the way to the list, and its buttons."""

    @app.action(LIST)
    async def on_list(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        press = parsed(Press, body)
        draft_id, before = _at(press.pressed.value)
        checklist = await work.newsroom.checklist(draft_id)
        await work.slack.open_view(press.trigger_id, listing(checklist, before))

    async def on_turned(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        press = parsed(Press, body)
        if press.view is None:
            raise unknown_button()
        draft_id, _ = _at(press.view.private_metadata)
        checklist = await work.newsroom.checklist(draft_id)
        await work.slack.update_view(press.view.id, listing(checklist, press.pressed.number))

    for button in (BACK, ON):
        app.action(button)(on_turned)


def _at(said: str) -> tuple[int, int]:
    if not (found := _AT.fullmatch(said)):
        raise unknown_button()
    return int(found[1]), int(found[2])

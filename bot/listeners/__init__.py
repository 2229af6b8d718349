"""What people do in Slack: one file for each thing, found by itself."""

import asyncio
import pkgutil
import re
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.work import Work

Next = Callable[[], Awaitable[None]]
Take = Callable[[dict[str, Any]], Awaitable[None]]

_LOOK, _LOOKS = 0.2, 100  # seconds between looks at whether a thread is known by now


def register(app: AsyncApp, work: Work) -> None:
    """Let every listener listen."""
    app.use(_until_hung(work))
    for module in pkgutil.iter_modules(__path__):
        listener = import_module(f"{__name__}.{module.name}")
        if hasattr(listener, "register"):
            listener.register(app, work)
    app.event(re.compile(""))(_nothing)


def hear(app: AsyncApp, event_type: str, take: Take) -> None:
    """Take in every event of a type before Slack is told that we have it.

    Bolt acknowledges an event before its listener runs, and what fails then is lost; in middleware
    a failure is no acknowledgement, and Slack sends the event again.
    """

    async def listening(body: dict[str, Any], next_: Next) -> None:
        event = body.get("event")
        if isinstance(event, dict) and event.get("type") == event_type:
            await take(body)
        await next_()

    app.use(listening)


def _until_hung(work: Work) -> Callable[..., Awaitable[None]]:
    """Let replies wait while a card may be in Slack that we do not know to be ours.

    A process that died may have posted it; taken in now, a decision below it would be mere talk.
    """

    async def waiting(body: dict[str, Any], next_: Next) -> None:
        event = body.get("event")
        if isinstance(event, dict) and isinstance(event.get("thread_ts"), str):
            parent = event.get("parent_user_id", work.slack.me)
            if parent == work.slack.me and event.get("user") != work.slack.me:
                await _hung(work, str(event.get("channel")), event["thread_ts"])
        await next_()

    return waiting


async def _hung(work: Work, channel: str, thread: str) -> None:
    place = work.place(channel, thread)
    for _ in range(_LOOKS):
        known = await work.newsroom.draft_at(place)
        if known or not await work.newsroom.hanging(channel):
            return
        await asyncio.sleep(_LOOK)


async def _nothing() -> None:
    """All is done when an event gets here; without a listener Bolt would answer 404."""

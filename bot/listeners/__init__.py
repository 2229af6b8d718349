"""What people do in Slack: one file for each thing, found by itself."""

import pkgutil
import re
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.work import Work

Take = Callable[[dict[str, Any]], Awaitable[None]]


def register(app: AsyncApp, work: Work) -> None:
    """Let every listener listen."""
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

    async def listening(body: dict[str, Any], next_: Callable[[], Awaitable[None]]) -> None:
        event = body.get("event")
        if isinstance(event, dict) and event.get("type") == event_type:
            await take(body)
        await next_()

    app.use(listening)


async def _nothing() -> None:
    """All is done when an event gets here; without a listener Bolt would answer 404."""

"""Bolt's app, as we run it: bursts of events are slowed down, and clicks wait behind none."""

import logging
from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.client import Slack
from bot.slack.queue import Queue

# Bolt writes whole requests to its log at DEBUG, and drafts do not belong there.
_quiet = logging.getLogger("bot.slack.bolt")
_quiet.setLevel(logging.ERROR)


class _Ack(AsyncAck):
    """An acknowledgement that was given stays given.

    Bolt takes it back when the listener fails; if that is soon, Slack is never told of it.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def __setattr__(self, name: str, value: object) -> None:
        if name != "response" or value is not None or not hasattr(self, name):
            super().__setattr__(name, value)


class App(AsyncApp):
    """Takes in ``at_once`` events at a time; commands, clicks and windows at once.

    By itself Bolt begins with everything that comes the moment it comes. An event that waits is
    not acknowledged; when Slack sends it again it is known, and waited for together.
    """

    def __init__(self, slack: Slack, *, at_once: int = 8) -> None:
        known = AuthorizeResult(
            enterprise_id=None,
            team_id=slack.team,
            bot_token=slack.web.token,
            bot_id=slack.bot_id,
            bot_user_id=slack.me,
        )

        async def authorize() -> AuthorizeResult:
            # Left to ask by itself, Bolt acknowledges what comes while Slack does not answer.
            return known

        super().__init__(client=slack.web, authorize=authorize, logger=_quiet, name="copychief")
        self._queue: Queue[BoltResponse] = Queue(at_once, lambda response: response.status == 200)

    async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse:
        """Do what a request asks, an event when its turn has come."""
        body = req.body
        if body.get("type") != "event_callback" or not body.get("event_id"):
            req.context["ack"] = _Ack()
            return await super().async_dispatch(req)
        act = partial(super().async_dispatch, req)
        return await self._queue.take(str(body["event_id"]), thread_of(body), moment_of(body), act)

    async def close(self) -> None:
        """Give up the events that wait: Slack sends them again."""
        await self._queue.close()


def moment_of(body: Mapping[str, Any]) -> float:
    """When that was done which an event tells of, in Slack's seconds; it may come late."""
    event = body.get("event")
    ts = (event.get("event_ts") or event.get("ts")) if isinstance(event, dict) else None
    try:
        return float(ts or body.get("event_time") or 0)
    except (TypeError, ValueError):
        return 0.0


def thread_of(body: Mapping[str, Any]) -> str:
    """What an event is about, thread or message: events about the same keep their order."""
    event = body.get("event")
    if not isinstance(event, dict):
        return ""
    about = event.get("message") or event.get("previous_message") or event.get("item") or event
    if not isinstance(about, dict):
        return ""
    channel = event.get("channel") or about.get("channel")
    return f"{channel}:{about.get('thread_ts') or about.get('ts') or event.get('user')}"

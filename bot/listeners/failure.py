"""Something a person did cannot be done, or we failed: one line, to that person alone."""

import logging
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.blocks.escape import escaped
from bot.errors import CopychiefError, NotKept
from bot.listeners.door import Garbled, Whose, foreseen, parsed
from bot.work import Work
from bot.work.engine import log_fault

log = logging.getLogger(__name__)

BROKEN = "Something broke on our side, and it was not recorded: do it again in a minute."
BROKEN_EVENT = (
    "Something broke on our side; I am trying again by myself. If nothing has come of it in ten "
    "minutes, do it again."
)


def register(app: AsyncApp, work: Work) -> None:
    """Hear of every error."""

    @app.error
    async def on_error(
        error: Exception,
        body: dict[str, Any],
        request: AsyncBoltRequest,
        response: BoltResponse | None,
    ) -> BoltResponse | None:
        expected = foreseen(error)
        if isinstance(error, NotKept):
            log.error("listener: %s", error)
        elif not expected:
            log_fault("listener", error)
        if body.get("type") == "event_callback":
            again = request.headers.get("x-slack-retry-num", ["0"])[0] != "0"
            await _of_event(work, error if expected else None, body, again=again)
            # Without an acknowledgement Slack sends the event once more.
            done = expected and response is not None
            return BoltResponse(status=200, body="") if done else None
        line = str(error) if expected or isinstance(error, NotKept) else BROKEN
        if "command" in body and response is not None:
            return BoltResponse(status=200, body={"text": escaped(line)})
        if body.get("type") == "view_submission" and response is not None:
            return BoltResponse(status=200, body=_given_back(body, line))
        told = await _tell(work, body, line)
        return BoltResponse(status=200, body="") if told and response is not None else None


def _given_back(body: dict[str, Any], line: str) -> dict[str, Any]:
    """The window as it was filled, with the line at its first field."""
    blocks = body.get("view", {}).get("blocks") or []
    first = next((b["block_id"] for b in blocks if b.get("type") == "input"), "")
    return {"response_action": "errors", "errors": {first: line}}


async def _of_event(
    work: Work, expected: Exception | None, body: dict[str, Any], *, again: bool
) -> None:
    if isinstance(expected, Garbled):
        log.warning("event: %s", expected)
    elif expected:
        await _tell(work, body, str(expected))
    elif not again:
        await _tell(work, body, BROKEN_EVENT)


async def _tell(work: Work, body: dict[str, Any], line: str) -> bool:
    try:
        whose = parsed(Whose, body)
        if whose.channel:
            where = (whose.channel, whose.user)
            await work.slack.whisper(*where, escaped(line), thread=whose.thread)
        else:
            await work.slack.tell(whose.user, escaped(line))
    except CopychiefError as refused:
        log.warning("nobody could be told: %s", type(refused).__name__)
        return False
    return True

"""Answers a press by the address that came with it: seen by that person alone, and not paced."""

import logging

from aiohttp import ClientSession
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.slack.refusal import TROUBLE

log = logging.getLogger(__name__)

# The library writes whole requests to its log at DEBUG.
_quiet = logging.getLogger("bot.slack.answering.library")
_quiet.setLevel(logging.ERROR)


async def answer_press(
    session: ClientSession | None, url: str, text: str, *, thread: str | None, direct: bool
) -> None:
    """Say a line to the person who pressed; Slack takes five of them within half an hour.

    ``direct`` goes past any proxy. What cannot be said is no fault: the thread will show it.
    """
    client = AsyncWebhookClient(
        url, session=session, logger=_quiet, retry_handlers=[], trust_env_in_session=not direct
    )
    if direct:
        client.proxy = None
    body = {"response_type": "ephemeral", "replace_original": False, "text": text}
    try:
        await client.send_dict(body | ({"thread_ts": thread} if thread else {}))
    except TROUBLE as error:
        log.warning("a press was not answered: %s", type(error).__name__)

"""One call after the other to Slack's Web API, paced, and no write ever sent again unasked."""

import logging
import time
from collections.abc import Callable
from typing import Any

import aiohttp
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefused
from bot.slack.pace import Pace
from bot.slack.refusal import TROUBLE, SlackAway, code_of, refusal

# The library writes whole requests to its log at DEBUG: drafts do not belong there.
_quiet = logging.getLogger("bot.slack.library")
_quiet.setLevel(logging.ERROR)


class Calls:
    """The connections to one workspace, and who we are in it."""

    def __init__(
        self,
        token: str,
        url: str = "https://slack.com/api/",
        *,
        direct: bool = False,
        look_again: float = 3.0,
        patience: float = 30.0,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """``direct`` goes past any proxy; ``look_again``: seconds a post in flight may need;
        ``patience``: seconds until a call that has no answer is given up.
        """
        self.me = ""
        self.bot_id = ""
        self.team = ""
        self.name = ""
        self.web = AsyncWebClient(
            token=token,
            base_url=url,
            logger=_quiet,
            retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=3)],
        )
        if direct:
            self.web.proxy = None
        self._look_again = look_again
        self._patience = patience
        self._now = now
        self._pace = Pace()

    async def start(self) -> None:
        """Open the pool of connections and learn who we are."""
        self.web.session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=self._patience)
        )
        try:
            known = await self._call("auth.test")
        except SlackAway:
            await self.close()
            raise SlackAway(
                f"Slack cannot be reached at {self.web.base_url}: "
                "check the network and SLACK_API_URL, then start again"
            ) from None
        except BaseException:
            await self.close()
            raise
        self.me, self.team, self.name = known["user_id"], known["team_id"], known["user"]
        self.bot_id = str(known.get("bot_id") or "")

    async def close(self) -> None:
        """Close the pool of connections."""
        if self.web.session is not None:
            await self.web.session.close()

    async def _call(
        self,
        method: str,
        channel: str = "",
        *,
        forgive: frozenset[str] | set[str] = frozenset(),
        **fields: Any,
    ) -> dict[str, Any]:
        """One call; {} where Slack refused with one of the codes we ``forgive``."""
        await self._pace.wait(method, channel)
        if channel:
            fields["channel"] = channel
        given = {name: value for name, value in fields.items() if value is not None}
        try:
            if method.startswith(("conversations.", "users.", "chat.getPermalink")):
                answer = await self.web.api_call(method, params=given)
            else:
                answer = await self.web.api_call(method, json=given)
        except TROUBLE as error:
            if code_of(error) in forgive:
                return {}
            raise refusal(method, error) from None
        if not isinstance(answer.data, dict):
            raise SlackRefused(f"Slack's answer is not JSON ({method}): check SLACK_API_URL.")
        return answer.data

"""Slack: every Web API call we make, paced, and no write ever sent again without looking."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import aiohttp
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefused
from bot.model import Person
from bot.slack.answering import answer_press
from bot.slack.files import Files
from bot.slack.keyed import Keyed, metadata_of
from bot.slack.pace import Pace
from bot.slack.people import People
from bot.slack.refusal import TROUBLE, MessageGone, SlackAway, code_of, refusal

Blocks = Sequence[Mapping[str, Any]]

# The library writes whole requests to its log at DEBUG: drafts do not belong there.
_quiet = logging.getLogger("bot.slack.library")
_quiet.setLevel(logging.ERROR)

_READING = (
    *("conversations.", "users.", "usergroups.", "chat.getPermalink"),
    *("files.info", "files.getUploadURLExternal"),
)
_ELSEWHERE = frozenset(
    {
        "not_in_channel",
        "channel_not_found",
        "user_not_in_channel",
        "is_archived",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "messages_tab_disabled",
    }
)


class Slack(Keyed, Files):
    """The workspace as the bot reaches it."""

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
        self.pace = Pace()
        self._direct = direct
        self.people = People(self._call, now)

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
        self.people.team = self.team

    async def close(self) -> None:
        """Close the pool of connections."""
        if self.web.session is not None:
            await self.web.session.close()

    async def post(
        self,
        channel: str,
        text: str,
        blocks: Blocks,
        *,
        key: str,
        thread: str | None = None,
        look: bool = False,
    ) -> str:
        """Post a message once and return its ts.

        With ``look`` the post may have been sent before: it is searched by its key, and drawn
        anew, for it shows what was true then.
        """
        if look and (found := await self._look(key, channel, thread)):
            await self.update(channel, found, text, blocks, key=key)
            return found
        answer = await self._call(
            "chat.postMessage",
            channel,
            text=text,
            blocks=list(blocks) or None,
            thread_ts=thread,
            metadata=metadata_of(key),
            unfurl_links=False,
            unfurl_media=False,
        )
        return str(answer["ts"])

    async def update(
        self, channel: str, ts: str, text: str, blocks: Blocks, *, key: str | None = None
    ) -> None:
        """Draw a message of ours anew; MessageGone if somebody deleted it."""
        metadata = metadata_of(key) if key else None
        await self._call(
            "chat.update", channel, ts=ts, text=text, blocks=list(blocks), metadata=metadata
        )

    async def react(self, channel: str, ts: str, emoji: str) -> None:
        """Put a reaction on a message; it may be there already."""
        fields = {"timestamp": ts, "name": emoji}
        await self._call("reactions.add", channel, forgive={"already_reacted"}, **fields)

    async def unreact(self, channel: str, ts: str, emoji: str) -> None:
        """Take our reaction off a message; it may be gone already."""
        fields = {"timestamp": ts, "name": emoji}
        await self._call("reactions.remove", channel, forgive={"no_reaction"}, **fields)

    async def whisper(
        self, channel: str, user: str, text: str, *, thread: str | None = None
    ) -> None:
        """Tell one person, in the channel where we can and in a direct message elsewhere."""
        fields = {"user": user, "text": text, "thread_ts": thread}
        told = await self._call("chat.postEphemeral", channel, forgive=_ELSEWHERE, **fields)
        if not told:
            await self.tell(user, text)

    async def tell(self, user: str, text: str) -> None:
        """Tell one person in a direct message, where there is no channel to whisper in."""
        await self._call("chat.postMessage", await self.direct(user), text=text)

    async def direct(self, user: str) -> str:
        """The channel in which we speak to one person alone."""
        opened = await self._call("conversations.open", users=user)
        return str(opened["channel"]["id"])

    async def zone(self, user: str) -> str:
        """A person's time zone, an IANA name, or "" where Slack does not say."""
        return await self.people.zone(user)

    async def answer(self, url: str, text: str, thread: str | None) -> None:
        """Tell the person who pressed, by the address that came with the press."""
        session, direct = self.web.session, self._direct
        await answer_press(session, url, text, thread=thread, direct=direct)

    async def message(self, channel: str, ts: str) -> dict[str, Any]:
        """One message by its ts, be it a post or a reply; MessageGone if it is not there."""
        found = await self._call("conversations.replies", channel, ts=ts, limit=2)
        for message in found.get("messages", ()):
            if message.get("ts") == ts and message.get("subtype") != "tombstone":
                return dict(message)
        raise MessageGone("That message is not there any more: post the draft again.")

    async def person(self, user: str) -> Person:
        """Who a user id is, by the name the workspace shows."""
        return await self.people.person(user)

    async def is_colleague(self, user: str) -> bool:
        """Tell whether somebody is a person of our team: no guest, no app, nobody from outside."""
        return await self.people.is_colleague(user)

    async def is_member(self, channel: str, user: str, *, anew: bool = False) -> bool:
        """Tell whether somebody is in a channel, and may see what is drawn of its drafts.

        ``anew``: asked again where they are not known to be.
        """
        return await self.people.is_member(channel, user, anew=anew)

    async def channel_name(self, channel: str) -> str:
        """A channel's name without the #, or "" where we cannot see it."""
        return await self.people.channel_name(channel)

    async def is_shared(self, channel: str) -> bool:
        """Tell whether people of other organisations are in a channel."""
        return await self.people.is_shared(channel)

    async def open_view(self, trigger: str, view: Mapping[str, Any]) -> str:
        """Open a modal, within three seconds of the click; its id."""
        opened = await self._call("views.open", trigger_id=trigger, view=dict(view))
        return str(opened["view"]["id"])

    async def push_view(self, trigger: str, view: Mapping[str, Any]) -> None:
        """Open a modal on top of the one that was clicked in, within three seconds."""
        await self._call("views.push", trigger_id=trigger, view=dict(view))

    async def update_view(self, view_id: str, view: Mapping[str, Any]) -> None:
        """Draw an open modal anew; one that was closed meanwhile is no trouble."""
        await self._call("views.update", forgive={"not_found"}, view_id=view_id, view=dict(view))

    async def publish_home(self, user: str, view: Mapping[str, Any]) -> None:
        """Draw one person's home tab."""
        await self._call("views.publish", user_id=user, view=dict(view))

    async def permalink(self, channel: str, ts: str) -> str:
        """The address of a message."""
        answer = await self._call("chat.getPermalink", channel, message_ts=ts)
        return str(answer["permalink"])

    async def delete(self, channel: str, ts: str) -> None:
        """Delete a message of ours; it may be gone already."""
        await self._call("chat.delete", channel, forgive={"message_not_found"}, ts=ts)

    async def _call(
        self,
        method: str,
        channel: str = "",
        *,
        forgive: frozenset[str] | set[str] = frozenset(),
        **fields: Any,
    ) -> dict[str, Any]:
        """One call; {} where Slack refused with one of the codes we ``forgive``."""
        await self.pace.wait(method, channel)
        if channel:
            fields["channel"] = channel
        given = {name: value for name, value in fields.items() if value is not None}
        try:
            if method.startswith(_READING):
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

"""Slack: every Web API call we make, paced, and no write ever sent again without looking."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from bot.slack.directory import Directory
from bot.slack.refusal import MessageGone

EVENT_TYPE = "copychief"
_BEFORE = 3600.0  # seconds that a second copy of a message may be older than the one on record
Blocks = Sequence[Mapping[str, Any]]

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


class Slack(Directory):
    """The workspace as the bot reaches it."""

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
            metadata=_metadata(key),
            unfurl_links=False,
            unfurl_media=False,
        )
        return str(answer["ts"])

    async def update(
        self, channel: str, ts: str, text: str, blocks: Blocks, *, key: str | None = None
    ) -> None:
        """Draw a message of ours anew; MessageGone if somebody deleted it."""
        metadata = _metadata(key) if key else None
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
            await self._call("chat.postMessage", await self.direct(user), text=text)

    async def direct(self, user: str) -> str:
        """The channel in which we speak to one person alone."""
        opened = await self._call("conversations.open", users=user)
        return str(opened["channel"]["id"])

    async def message(self, channel: str, ts: str) -> dict[str, Any]:
        """One message by its ts, be it a post or a reply; MessageGone if it is not there."""
        found = await self._call("conversations.replies", channel, ts=ts, limit=2)
        for message in found.get("messages", ()):
            if message.get("ts") == ts and message.get("subtype") != "tombstone":
                return dict(message)
        raise MessageGone("That message is not there any more: post the draft again.")

    async def open_view(self, trigger: str, view: Mapping[str, Any]) -> None:
        """Open a modal, within three seconds of the click."""
        await self._call("views.open", trigger_id=trigger, view=dict(view))

    async def publish_home(self, user: str, view: Mapping[str, Any]) -> None:
        """Draw one person's home tab."""
        await self._call("views.publish", user_id=user, view=dict(view))

    async def permalink(self, channel: str, ts: str) -> str:
        """The address of a message."""
        answer = await self._call("chat.getPermalink", channel, message_ts=ts)
        return str(answer["permalink"])

    async def copies(
        self, key: str, channel: str, thread: str | None, *, of: str
    ) -> tuple[str, ...]:
        """The ts of our other messages with the key of the one ``of`` this ts."""
        oldest = None if thread else f"{float(of) - _BEFORE:.6f}"
        found = [ts async for ts in self._keyed(key, channel, thread, oldest)]
        return tuple(ts for ts in found if ts != of)

    async def delete(self, channel: str, ts: str) -> None:
        """Delete a message of ours; it may be gone already."""
        await self._call("chat.delete", channel, forgive={"message_not_found"}, ts=ts)

    async def _look(self, key: str, channel: str, thread: str | None) -> str | None:
        if found := await self._find(key, channel, thread):
            return found
        # What a process that died had just sent may not be there yet.
        await asyncio.sleep(self._look_again)
        return await self._find(key, channel, thread)

    async def _find(self, key: str, channel: str, thread: str | None) -> str | None:
        async for ts in self._keyed(key, channel, thread):
            return ts
        return None

    async def _keyed(
        self, key: str, channel: str, thread: str | None, oldest: str | None = None
    ) -> AsyncIterator[str]:
        """The ts of our own messages with this key, newest pages of the channel first."""
        method = "conversations.replies" if thread else "conversations.history"
        fields: dict[str, Any] = {"ts": thread, "limit": 200, "oldest": oldest}
        fields |= {"include_all_metadata": True}
        for _ in range(20):
            answer = await self._call(method, channel, forgive={"thread_not_found"}, **fields)
            for message in answer.get("messages", ()):
                if message.get("user") == self.me and _key_of(message) == key:
                    yield str(message["ts"])
            cursor = answer.get("response_metadata", {}).get("next_cursor")
            if not cursor:
                return
            fields["cursor"] = cursor


def _metadata(key: str) -> dict[str, Any]:
    return {"event_type": EVENT_TYPE, "event_payload": {"key": key}}


def _key_of(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    key = metadata.get("event_payload", {}).get("key")
    return key if isinstance(key, str) else None

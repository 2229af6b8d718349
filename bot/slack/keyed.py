"""The key that a message of ours carries: what it is known by after a death."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

EVENT_TYPE = "copychief"
_PAGES, _PAGE = 20, 200  # how far back is looked, and how many messages at once
_NO_THREAD = frozenset({"thread_not_found"})

Call = Callable[..., Awaitable[dict[str, Any]]]


def metadata(key: str) -> dict[str, Any]:
    """What is sent with a message, for its key; everybody in the workspace can read it."""
    return {"event_type": EVENT_TYPE, "event_payload": {"key": key}}


def key_of(message: Mapping[str, Any]) -> str | None:
    """The key of a message as Slack shows it; None if it is none of ours."""
    carried = message.get("metadata") or {}
    if carried.get("event_type") != EVENT_TYPE:
        return None
    key = carried.get("event_payload", {}).get("key")
    return key if isinstance(key, str) else None


async def keyed(
    call: Call, me: str, key: str, channel: str, thread: str | None, oldest: str | None = None
) -> AsyncIterator[str]:
    """The ts of our own messages (``me``) with this key, newest pages of the channel first.

    ``call`` calls a method of the Web API as ``Slack`` does.
    """
    method = "conversations.replies" if thread else "conversations.history"
    fields: dict[str, Any] = {"ts": thread, "limit": _PAGE, "oldest": oldest}
    fields |= {"include_all_metadata": True}
    for _ in range(_PAGES):
        answer = await call(method, channel, forgive=_NO_THREAD, **fields)
        for message in answer.get("messages", ()):
            if message.get("user") == me and key_of(message) == key:
                yield str(message["ts"])
        cursor = answer.get("response_metadata", {}).get("next_cursor")
        if not cursor:
            return
        fields["cursor"] = cursor

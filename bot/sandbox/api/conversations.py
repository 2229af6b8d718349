"""conversations.*: what was said, and who is there."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64

from bot.sandbox import shapes
from bot.sandbox.api.call import Call, Method
from bot.sandbox.model import Channel, Json, Message
from bot.sandbox.refusal import Refused


def replies(call: Call) -> Json:
    """conversations.replies: the root and its replies; for a reply's ts that reply alone."""
    channel = call.channel()
    wanted = call.text("ts")
    found = next((m for m in call.ws.everything(channel.id) if m.ts == wanted), None)
    thread = call.ws.replies(channel.id, wanted)
    if found is None or (found.deleted and not thread):
        raise Refused("thread_not_found")
    within = [m for m in thread if _within(call, m.ts)]
    return _page(call, [found, *within], 1000)


def history(call: Call) -> Json:
    """conversations.history: the roots, newest first."""
    channel = call.channel()
    roots = [m for m in call.ws.messages(channel.id) if m.thread_ts is None]
    return _page(call, [m for m in reversed(roots) if _within(call, m.ts)], 100)


def _within(call: Call, ts: str) -> bool:
    oldest, latest = call.text("oldest") or "0", call.text("latest") or "9999999999"
    if call.flag("inclusive"):
        return float(oldest) <= float(ts) <= float(latest)
    return float(oldest) < float(ts) < float(latest)


def _page(call: Call, messages: list[Message], most: int) -> Json:
    limit = min(call.number("limit", most), 1000)
    start = _start(call.text("cursor"))
    end = start + max(1, limit)
    metadata = call.flag("include_all_metadata")
    page = [shapes.message(call.ws, m, metadata=metadata) for m in messages[start:end]]
    more = end < len(messages)
    answer: Json = {"messages": page, "has_more": more}
    if more:
        cursor = b64encode(f"next:{end}".encode()).decode()
        answer["response_metadata"] = {"next_cursor": cursor}
    return answer


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(b64decode(cursor).decode().removeprefix("next:"))
    except (NotBase64, ValueError):
        raise Refused("invalid_cursor") from None


def info(call: Call) -> Json:
    """conversations.info."""
    return {"channel": shapes.channel(call.ws, call.channel(inside=False))}


def members(call: Call) -> Json:
    """conversations.members."""
    channel = call.channel(inside=False)
    return {"members": list(channel.members), "response_metadata": {"next_cursor": ""}}


def open_direct(call: Call) -> Json:
    """conversations.open: the direct message with one person."""
    user = call.ws.users.get(call.text("users"))
    if user is None or user.bot_id:
        raise Refused("user_not_found")
    channel: Channel = call.ws.direct(user.id)
    full = shapes.channel(call.ws, channel) if call.flag("return_im") else {"id": channel.id}
    return {"no_op": False, "already_open": False, "channel": full}


METHODS: dict[str, tuple[str, Method]] = {
    "conversations.replies": ("channels:history", replies),
    "conversations.history": ("channels:history", history),
    "conversations.info": ("channels:read", info),
    "conversations.members": ("channels:read", members),
    "conversations.open": ("im:write", open_direct),
}

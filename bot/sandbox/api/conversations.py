"""conversations.*: what was said, and who is there."""

from bot.sandbox import shapes
from bot.sandbox.api.call import Call, Method
from bot.sandbox.model import Channel, Json, Message
from bot.sandbox.refusal import Refused


def replies(call: Call) -> Json:
    """conversations.replies: the root and its replies; for a reply's ts that reply alone."""
    channel = call.channel()
    wanted = call.text("ts")
    found = call.ws.trace(channel.id, wanted)
    thread = call.ws.replies(channel.id, wanted)
    if found is None or (found.deleted and not thread):
        raise Refused("thread_not_found")
    within = [m for m in thread if _within(call, m.ts)]
    return _page(call, [found, *within], 1000)


def history(call: Call) -> Json:
    """conversations.history: the roots, newest first."""
    channel = call.channel()
    there = (m for m in call.ws.everything(channel.id) if not m.deleted)
    roots = [m for m in there if m.thread_ts is None]
    return _page(call, [m for m in reversed(roots) if _within(call, m.ts)], 100)


def _within(call: Call, ts: str) -> bool:
    oldest, latest = call.text("oldest") or "0", call.text("latest") or "9999999999"
    if call.flag("inclusive"):
        return float(oldest) <= float(ts) <= float(latest)
    return float(oldest) < float(ts) < float(latest)


def _page(call: Call, messages: list[Message], most: int) -> Json:
    metadata = call.flag("include_all_metadata")
    page, cursor = call.page(messages, most)
    shown = [shapes.message(call.ws, m, metadata=metadata) for m in page]
    answer: Json = {"messages": shown, "has_more": bool(cursor)}
    if cursor:
        answer["response_metadata"] = {"next_cursor": cursor}
    return answer


def info(call: Call) -> Json:
    """conversations.info."""
    return {"channel": shapes.channel(call.ws, call.channel(inside=False))}


def members(call: Call) -> Json:
    """conversations.members."""
    page, cursor = call.page(call.channel(inside=False).members, 100)
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


_TYPES = {"channel": "public_channel", "group": "private_channel", "im": "im"}


def _listed(call: Call, *, inside: bool) -> Json:
    bot = call.ws.bot.id
    wanted = (call.text("types") or "public_channel").replace(" ", "").split(",")
    found = [
        channel
        for channel in call.ws.channels.values()
        if _TYPES[channel.kind] in wanted
        and (bot in channel.members or (not inside and channel.kind == "channel"))
        and not (channel.archived and call.flag("exclude_archived"))
    ]
    page, cursor = call.page(found, 100)
    shown = [shapes.channel(call.ws, channel) for channel in page]
    return {"channels": shown, "response_metadata": {"next_cursor": cursor}}


def list_all(call: Call) -> Json:
    """conversations.list: public channels, and of the others those that the bot is in."""
    return _listed(call, inside=False)


def list_own(call: Call) -> Json:
    """users.conversations: the channels that the bot is in."""
    return _listed(call, inside=True)


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
    "conversations.list": ("channels:read", list_all),
    "conversations.open": ("im:write", open_direct),
    "users.conversations": ("channels:read", list_own),
}

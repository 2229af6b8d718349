"""chat.*: posts, changes, whispers, permalinks."""

from bot.sandbox import limits, shapes
from bot.sandbox.api.call import Call, Method
from bot.sandbox.model import Channel, Json, Message
from bot.sandbox.refusal import Refused


def post_message(call: Call) -> Json:
    """chat.postMessage."""
    channel = call.writable()
    text = call.text("text")[: limits.TEXT]
    blocks = limits.check_message(text, call.parsed("blocks", "invalid_blocks_format"))
    metadata = limits.check_metadata(call.parsed("metadata", "invalid_metadata_format"))
    thread = call.thread(channel)
    bot = call.ws.bot.id
    message = call.hub.post(channel, bot, text, blocks=blocks, thread_ts=thread, metadata=metadata)
    shown = shapes.message(call.ws, message)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def _own(call: Call, channel: Channel, refusal: str) -> Message:
    message = call.message(channel)
    if message.user != call.ws.bot.id:
        raise Refused(refusal)
    return message


def update(call: Call) -> Json:
    """chat.update: blocks that are not given stay; metadata too."""
    channel = call.writable()
    message = _own(call, channel, "cant_update_message")
    given = call.parsed("blocks", "invalid_blocks_format")
    text = call.text("text") if "text" in call.args else message.text
    blocks = limits.check_update(text, message.blocks if given is None else given)
    metadata = limits.check_metadata(call.parsed("metadata", "invalid_metadata_format"))
    if metadata is not None:
        message.metadata = metadata
    call.hub.change(message, text, blocks or None)
    shown = shapes.message(call.ws, message)
    return {"channel": channel.id, "ts": message.ts, "text": text, "message": shown}


def delete(call: Call) -> Json:
    """chat.delete."""
    channel = call.writable()
    message = _own(call, channel, "cant_delete_message")
    call.hub.delete(message)
    return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(call: Call) -> Json:
    """chat.postEphemeral: kept nowhere but on one person's screen."""
    channel = call.channel()
    if channel.archived:
        raise Refused("is_archived")
    user = call.user()
    if user.id not in channel.members:
        raise Refused("user_not_in_channel")
    text = call.text("text")[: limits.TEXT]
    blocks = limits.check_message(text, call.parsed("blocks", "invalid_blocks_format"))
    thread = call.text("thread_ts") or None
    whisper = call.hub.whisper(channel, user.id, text, blocks, thread)
    return {"message_ts": whisper.ts}


def get_permalink(call: Call) -> Json:
    """chat.getPermalink."""
    channel = call.channel(inside=False)
    message = call.message(channel, "message_ts")
    link = f"{call.ws.url}archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


METHODS: dict[str, tuple[str, Method]] = {
    "chat.postMessage": ("chat:write", post_message),
    "chat.update": ("chat:write", update),
    "chat.delete": ("chat:write", delete),
    "chat.postEphemeral": ("chat:write", post_ephemeral),
    "chat.getPermalink": ("", get_permalink),
}

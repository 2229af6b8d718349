"""reactions.*: emoji on messages."""

import re

from bot.sandbox.api.call import Call, Method
from bot.sandbox.model import Json, Message
from bot.sandbox.refusal import Refused

_NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def _message(call: Call) -> Message:
    channel = call.writable()
    if not _NAME.fullmatch(call.text("name")):
        raise Refused("invalid_name")
    return call.message(channel, "timestamp")


def add(call: Call) -> Json:
    """reactions.add."""
    call.hub.react(_message(call), call.ws.bot.id, call.text("name"))
    return {}


def remove(call: Call) -> Json:
    """reactions.remove."""
    call.hub.unreact(_message(call), call.ws.bot.id, call.text("name"))
    return {}


METHODS: dict[str, tuple[str, Method]] = {
    "reactions.add": ("reactions:write", add),
    "reactions.remove": ("reactions:write", remove),
}

"""files.*: what was uploaded."""

from bot.sandbox import shapes
from bot.sandbox.api.call import Call, Method
from bot.sandbox.model import Json
from bot.sandbox.refusal import Refused


def info(call: Call) -> Json:
    """files.info: the file, and where it was shared as far as the bot may see."""
    file = call.ws.files.get(call.text("file"))
    seen = (
        [c for c in file.channels if call.ws.bot.id in call.ws.channels[c].members] if file else []
    )
    if file is None or not seen:
        raise Refused("file_not_found")
    shares = {
        channel: [{"ts": m.ts} for m in call.ws.messages(channel) if file in m.files]
        for channel in seen
    }
    return {
        "file": shapes.file(call.ws, file) | {"channels": seen, "shares": {"public": shares}},
        "comments": [],
        "response_metadata": {"next_cursor": ""},
    }


METHODS: dict[str, tuple[str, Method]] = {"files.info": ("files:read", info)}

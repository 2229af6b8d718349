"""files.*: what was uploaded."""

from bot.sandbox import shapes
from bot.sandbox.api.call import Call, Method
from bot.sandbox.model import File, Json
from bot.sandbox.refusal import Refused
from bot.sandbox.workspace import Workspace


def info(call: Call) -> Json:
    """files.info: the file, and where it was shared as far as the bot may see."""
    file = call.ws.files.get(call.text("file"))
    if file is None or not call.ws.reads(file):
        raise Refused("file_not_found")
    seen = [c for c in file.channels if call.ws.bot.id in call.ws.channels[c].members]
    return {
        "file": shapes.file(call.ws, file) | _places(call.ws, file, seen),
        "comments": [],
        "response_metadata": {"next_cursor": ""},
    }


def _places(ws: Workspace, file: File, seen: list[str]) -> Json:
    shares: dict[str, Json] = {}
    for channel in seen:
        kind = "public" if ws.channels[channel].kind == "channel" else "private"
        places = [{"ts": m.ts} for m in ws.messages(channel) if file in m.files]
        shares.setdefault(kind, {})[channel] = places
    kinds = {c: ws.channels[c].kind for c in seen}
    return {
        "channels": [c for c, kind in kinds.items() if kind == "channel"],
        "groups": [c for c, kind in kinds.items() if kind == "group"],
        "ims": [c for c, kind in kinds.items() if kind == "im"],
        "shares": shares,
    }


METHODS: dict[str, tuple[str, Method]] = {"files.info": ("files:read", info)}

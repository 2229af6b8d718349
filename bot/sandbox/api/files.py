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


def upload_url(call: Call) -> Json:
    """files.getUploadURLExternal: where the bytes go, and the id the file will have."""
    name = call.text("filename")
    if not name or call.number("length", 0) <= 0:
        raise Refused("invalid_arguments")
    file = call.ws.upload(name, b"", call.ws.bot.id, None)
    return {"upload_url": f"{call.ws.url}upload/{file.id}", "file_id": file.id}


def complete(call: Call) -> Json:
    """files.completeUploadExternal: titles the files, and shares them where it is told to."""
    given = call.parsed("files", "invalid_arguments")
    if not isinstance(given, list) or not given:
        raise Refused("invalid_arguments")
    files = [_uploaded(call, entry) for entry in given]
    if call.text("channel_id"):
        _share(call, files)
    return {"files": [shapes.file(call.ws, f) | _places(call.ws, f, f.channels) for f in files]}


def _uploaded(call: Call, entry: Json) -> File:
    file = call.ws.files.get(str(entry.get("id")))
    if file is None or file.user != call.ws.bot.id or not file.content:
        raise Refused("file_not_found")
    file.title = str(entry.get("title") or file.name)
    return file


def _share(call: Call, files: list[File]) -> None:
    channel = call.writable("channel_id")
    thread = call.thread(channel)
    for file in files:
        file.channels.append(channel.id)
    text = call.text("initial_comment")
    call.hub.post(channel, call.ws.bot.id, text, thread_ts=thread, files=files)


METHODS: dict[str, tuple[str, Method]] = {
    "files.info": ("files:read", info),
    "files.getUploadURLExternal": ("files:write", upload_url),
    "files.completeUploadExternal": ("files:write", complete),
}

"""The whole state of the workspace as the page is told it."""

from bot.sandbox.hub import Hub
from bot.sandbox.model import Channel, File, Json, Message, View
from bot.sandbox.workspace import Workspace


def seen_state(hub: Hub) -> Json:
    """Everything there is to see; the page decides what one person sees of it."""
    ws = hub.ws
    people = [u for u in ws.users.values() if u.bot_id is None]
    shown = list(ws.channels.values())
    return {
        "team": {"id": ws.team_id, "name": ws.team},
        "bot": {"id": ws.bot.id, "name": ws.bot.name, "home": hub.app.home_tab},
        "people": [{"id": u.id, "name": u.name} for u in people],
        "channels": [_channel(ws, c) for c in shown],
        "messages": {c.id: _messages(ws, c) for c in shown},
        "views": {u.id: [_view(v) for v in ws.views.get(u.id, [])] for u in people},
        "homes": {u.id: _view(home) for u in people if (home := ws.homes.get(u.id))},
        "groups": [
            {"id": g.id, "handle": g.handle, "name": g.name, "members": g.members}
            for g in ws.groups.values()
        ],
        "commands": [
            {"command": c.command, "description": c.description, "usage_hint": c.usage_hint}
            for c in hub.app.commands
        ],
        "shortcuts": [
            {"callback_id": s.callback_id, "name": s.name, "type": s.type}
            for s in hub.app.shortcuts
        ],
        "seq": ws.seq,
    }


def _channel(ws: Workspace, channel: Channel) -> Json:
    # A direct message is a channel that one person sees.
    name = channel.name or ws.bot.name
    return {
        "id": channel.id,
        "name": name,
        "topic": channel.topic,
        "private": channel.private,
        "shared": channel.shared,
        "archived": channel.archived,
        "invited": ws.bot.id in channel.members,
        "members": channel.members,
        "locked": sorted(channel.locked),
        "only_for": channel.person,
    }


def _messages(ws: Workspace, channel: Channel) -> list[Json]:
    said = ws.everything(channel.id) + [w for w in ws.whispers if w.channel == channel.id]
    return [_message(ws, m) for m in sorted(said, key=lambda m: m.ts)]


def _message(ws: Workspace, message: Message) -> Json:
    return {
        "ts": message.ts,
        "user": message.user,
        "name": ws.users[message.user].name,
        "bot": message.user == ws.bot.id,
        "text": "" if message.deleted else message.text,
        "blocks": message.blocks,
        "files": [_file(f) for f in message.files],
        "thread_ts": message.thread_ts,
        "reactions": [{"name": n, "users": u} for n, u in message.reactions.items()],
        # Slack says "(edited)" of a person's message, not of blocks the bot drew again.
        "edited": message.edited is not None and message.user != ws.bot.id,
        "deleted": message.deleted,
        "notice": message.notice,
        "only_for": message.only_for,
    }


def _file(file: File) -> Json:
    url = f"/sandbox/files/{file.id}"
    return {"id": file.id, "name": file.name, "size": len(file.content), "url": url}


def _view(view: View) -> Json:
    return {**view.body, "id": view.id, "errors": view.errors}

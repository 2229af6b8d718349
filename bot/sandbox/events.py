"""What the bot hears over the Events API, in Slack's shapes."""

from base64 import b64encode
from secrets import token_hex

from bot.sandbox import shapes
from bot.sandbox.model import Channel, File, Json, Message
from bot.sandbox.workspace import Workspace


def callback(ws: Workspace, event: Json) -> Json:
    """The outer event: who may see it, its id and when."""
    context = f'{{"et":"{event["type"]}","tid":"{ws.team_id}","aid":"{ws.app.id}"}}'
    return {
        "token": "sandbox",
        "team_id": ws.team_id,
        "context_team_id": ws.team_id,
        "context_enterprise_id": None,
        "api_app_id": ws.app.id,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev0{token_hex(5).upper()}",
        "event_time": int(ws.clock.now()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": ws.team_id,
                "user_id": ws.bot.id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{b64encode(context.encode()).decode().rstrip('=')}",
    }


def snapshot(ws: Workspace, message: Message) -> Json:
    """A message as it stands now, for ``previous_message``."""
    shown = shapes.message(ws, message)
    shown.pop("reactions", None)
    return shown


def posted(ws: Workspace, message: Message) -> Json:
    """A message event; with a file its subtype is file_share."""
    shown = snapshot(ws, message)
    if message.subtype == "file_share":
        shown.pop("team")
        shown.pop("client_msg_id", None)
    if ws.users[message.user].stranger:
        team = shapes.team_of(ws, ws.users[message.user])
        shown |= {"user_team": team, "source_team": team}
    return shown | {
        "channel": message.channel,
        "event_ts": message.ts,
        "channel_type": ws.channels[message.channel].kind,
    }


def mentioned(ws: Workspace, message: Message) -> Json:
    """The same message once more, because it names the bot."""
    event = posted(ws, message) | {"type": "app_mention"}
    for key in ("channel_type", "parent_user_id", "subtype"):
        event.pop(key, None)
    return event


def edited(ws: Workspace, message: Message, before: Json) -> Json:
    """A message_changed event, with what the message said before."""
    told = snapshot(ws, message)
    if message.subtype == "tombstone":
        told |= {"user": "USLACKBOT", "hidden": True}
    return _changed(ws, message, "message_changed") | {
        "message": told | {"source_team": ws.team_id, "user_team": ws.team_id},
        "previous_message": before,
    }


def file_changed(file: File) -> Json:
    """A file that somebody edited; what it holds now has to be asked for."""
    return {"type": "file_change", "file_id": file.id, "file": {"id": file.id}}


def deleted(ws: Workspace, message: Message, before: Json) -> Json:
    """A message_deleted event."""
    return _changed(ws, message, "message_deleted") | {
        "deleted_ts": message.ts,
        "previous_message": before,
    }


def _changed(ws: Workspace, message: Message, subtype: str) -> Json:
    ts = ws.next_ts()
    return {
        "type": "message",
        "subtype": subtype,
        "hidden": True,
        "channel": message.channel,
        "ts": ts,
        "event_ts": ts,
        "channel_type": ws.channels[message.channel].kind,
    }


def reaction(ws: Workspace, kind: str, message: Message, user: str, name: str) -> Json:
    """A reaction put on a message or taken off it."""
    return {
        "type": kind,
        "user": user,
        "reaction": name,
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        "item_user": message.user,
        "event_ts": ws.next_ts(),
    }


def app_opened(ws: Workspace, channel: Channel, user: str, tab: str) -> Json:
    """Somebody looks at the app; at its home with what is published there, if anything is."""
    home = ws.homes.get(user) if tab == "home" else None
    event: Json = {
        "type": "app_home_opened",
        "user": user,
        "channel": channel.id,
        "tab": tab,
        "event_ts": ws.next_ts(),
    }
    return event | ({"view": shapes.view(ws, home)} if home else {})

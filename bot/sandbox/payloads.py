"""What the bot gets when a person types a command, presses, chooses, submits: Slack's shapes."""

from bot.sandbox import shapes
from bot.sandbox.hub import Hub
from bot.sandbox.model import Channel, Json, Message, User, View

_TOKEN = "sandbox"


def slash(hub: Hub, user: User, channel: Channel, command: str, text: str, url: str) -> Json:
    """A slash command."""
    return {
        "token": _TOKEN,
        "team_id": hub.ws.team_id,
        "team_domain": hub.ws.domain,
        "channel_id": channel.id,
        "channel_name": channel.name or "directmessage",
        "user_id": user.id,
        "user_name": user.handle,
        "command": command,
        "text": text,
        "api_app_id": hub.app.id,
        "is_enterprise_install": "false",
        "response_url": url,
        "trigger_id": hub.trigger(user.id),
    }


def _common(hub: Hub, user: User, kind: str) -> Json:
    return {
        "type": kind,
        "user": {
            "id": user.id,
            "username": user.handle,
            "name": user.handle,
            "team_id": shapes.team_of(hub.ws, user),
        },
        "team": {"id": hub.ws.team_id, "domain": hub.ws.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        "token": _TOKEN,
    }


def _place(channel: Channel) -> Json:
    return {"id": channel.id, "name": channel.name or "directmessage"}


def press(
    hub: Hub, user: User, channel: Channel, message: Message, action: Json, values: Json
) -> Json:
    """A press or choice in a message; of a whisper Slack tells only where it was."""
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.only_for is not None,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = _common(hub, user, "block_actions") | {
        "api_app_id": hub.app.id,
        "container": container,
        "trigger_id": hub.trigger(user.id),
        "channel": _place(channel),
        "state": {"values": values},
        "response_url": hub.response_url(user.id, channel.id, message),
        "actions": [action],
    }
    if message.only_for is None:
        payload["message"] = shapes.message(hub.ws, message)
    return payload


def press_in_view(hub: Hub, user: User, view: View, action: Json) -> Json:
    """A press or choice in a modal or on the home tab."""
    shown = shapes.view(hub.ws, view)
    return _common(hub, user, "block_actions") | {
        "api_app_id": hub.app.id,
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": hub.trigger(user.id, view.id),
        "view": shown,
        "actions": [action],
    }


def suggestion(
    hub: Hub, user: User, view: View, block_id: str, action_id: str, typed: str
) -> Json:
    """What is typed into a list that the app fills."""
    return _common(hub, user, "block_suggestion") | {
        "api_app_id": hub.app.id,
        "container": {"type": "view", "view_id": view.id},
        "view": shapes.view(hub.ws, view),
        "block_id": block_id,
        "action_id": action_id,
        "value": typed,
    }


def submission(hub: Hub, user: User, view: View) -> Json:
    """A view sent in."""
    return _common(hub, user, "view_submission") | {
        "api_app_id": hub.app.id,
        "trigger_id": hub.trigger(user.id, view.id),
        "view": shapes.view(hub.ws, view),
        "response_urls": [],
    }


def closing(hub: Hub, user: User, view: View, *, cleared: bool) -> Json:
    """A view closed without sending it in."""
    return _common(hub, user, "view_closed") | {
        "api_app_id": hub.app.id,
        "view": shapes.view(hub.ws, view),
        "is_cleared": cleared,
    }


def message_shortcut(
    hub: Hub, user: User, channel: Channel, message: Message, callback_id: str
) -> Json:
    """An entry of a message's menu."""
    payload = _common(hub, user, "message_action") | {
        "callback_id": callback_id,
        "trigger_id": hub.trigger(user.id),
        "message_ts": message.ts,
        "response_url": hub.response_url(user.id, channel.id),
        "message": shapes.message(hub.ws, message),
        "channel": _place(channel),
        "action_ts": hub.ws.next_ts(),
    }
    payload["user"] = {k: payload["user"][k] for k in ("id", "name", "team_id")}
    return payload


def global_shortcut(hub: Hub, user: User, callback_id: str) -> Json:
    """An entry behind the lightning bolt: no channel, no response URL."""
    payload = _common(hub, user, "shortcut") | {
        "callback_id": callback_id,
        "trigger_id": hub.trigger(user.id),
        "action_ts": hub.ws.next_ts(),
    }
    payload["user"] = {k: payload["user"][k] for k in ("id", "username", "team_id")}
    return payload

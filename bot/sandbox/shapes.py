"""What people, channels, files, messages and views look like when Slack shows them to an app."""

from datetime import datetime, timedelta
from mimetypes import guess_type
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bot.sandbox.model import Channel, File, Group, Json, Message, User, View
from bot.sandbox.workspace import Workspace

ELSEWHERE = "T0ELSEWHERE"  # the team that strangers are of
_KINDS = {
    "txt": ("text/plain", "text", "Plain Text"),
    "md": ("text/markdown", "markdown", "Markdown (raw)"),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
        "Word Document",
    ),
    "html": ("text/html", "html", "HTML"),
}


def bot(ws: Workspace) -> Json:
    """The bot as bots.info tells it; without its user id it is on each of its messages."""
    return {
        "id": ws.bot.bot_id,
        "deleted": False,
        "name": ws.bot.name,
        "updated": 1700000000,
        "app_id": ws.app.id,
        "user_id": ws.bot.id,
        "icons": {"image_36": "", "image_48": "", "image_72": ""},
    }


def message(ws: Workspace, told: Message, *, metadata: bool = False) -> Json:
    """A message; its metadata only when the caller asked for it."""
    shown: Json = {"user": told.user, "type": "message", "ts": told.ts, "text": told.text}
    shown["team"] = team_of(ws, ws.users[told.user])
    if told.notice:
        shown |= {"inviter": told.inviter} if told.inviter else {}
    elif told.user == ws.bot.id:
        profile = bot(ws) | {"team_id": ws.team_id}
        del profile["user_id"]
        shown |= {"bot_id": ws.bot.bot_id, "app_id": ws.app.id, "bot_profile": profile}
    else:
        shown["client_msg_id"] = told.client_msg_id
    if told.subtype:
        shown["subtype"] = told.subtype
    if told.blocks:
        shown["blocks"] = told.blocks
    if told.files:
        shown |= {"files": [file(ws, f) for f in told.files], "upload": False}
        shown["display_as_bot"] = False
    if told.edited:
        shown["edited"] = {"user": told.user, "ts": told.edited}
    if told.reactions:
        shown["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)}
            for name, users in told.reactions.items()
        ]
    if metadata and told.metadata:
        shown["metadata"] = told.metadata
    return shown | _thread(ws, told)


def _thread(ws: Workspace, told: Message) -> Json:
    if told.thread_ts:
        root = ws.message(told.channel, told.thread_ts)
        parent = {"parent_user_id": root.user} if root else {}
        return {"thread_ts": told.thread_ts} | parent
    replies = ws.replies(told.channel, told.ts)
    if not replies:
        return {}
    users = list(dict.fromkeys(r.user for r in replies))
    return {
        "thread_ts": told.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "latest_reply": replies[-1].ts,
        "reply_users": users,
        "is_locked": told.ts in ws.channels[told.channel].locked,
        "subscribed": ws.bot.id in users,
    }


def user(ws: Workspace, told: User) -> Json:
    """A person's profile."""
    names = {"real_name": told.name, "display_name": told.name}
    team = team_of(ws, told)
    shown: Json = {
        "id": told.id,
        "team_id": team,
        "name": told.handle,
        "deleted": told.deleted,
        "color": "4bbe2e",
        "real_name": told.name,
        **_zone(ws, told),
        "profile": {
            **names,
            **{f"{key}_normalized": value for key, value in names.items()},
            "title": "",
            "status_text": "",
            "status_emoji": "",
            "avatar_hash": "",
            "team": team,
            **({"bot_id": told.bot_id, "api_app_id": ws.app.id} if told.bot_id else {}),
        },
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": told.guest,
        "is_ultra_restricted": False,
        "is_bot": told.bot_id is not None,
        "is_app_user": False,
        "updated": 1700000000,
    }
    return shown | ({"is_stranger": True} if told.stranger else {})


def team_of(ws: Workspace, told: User) -> str:
    """The team a person is at home in."""
    return ELSEWHERE if told.stranger else ws.team_id


def _zone(ws: Workspace, told: User) -> Json:
    there = datetime.fromtimestamp(ws.clock.now(), ZoneInfo(told.tz))
    offset = there.utcoffset() or timedelta()
    label = there.tzname() or told.tz
    return {"tz": told.tz, "tz_label": label, "tz_offset": int(offset.total_seconds())}


def group(ws: Workspace, told: Group, *, users: bool = True) -> Json:
    """A user group; its members only when the caller asked for them."""
    shown: Json = {
        "id": told.id,
        "team_id": ws.team_id,
        "is_usergroup": True,
        "is_subteam": True,
        "name": told.name,
        "description": "",
        "handle": told.handle,
        "is_external": False,
        "date_create": told.created,
        "date_update": told.updated,
        "date_delete": 0,
        "auto_provision": False,
        "enterprise_subteam_id": "",
        "created_by": next(iter(told.members), ws.bot.id),
        "updated_by": next(iter(told.members), ws.bot.id),
        "prefs": {"channels": [], "groups": []},
        "user_count": len(told.members),
        "channel_count": 0,
    }
    return shown | ({"users": list(told.members)} if users else {})


def channel(ws: Workspace, told: Channel) -> Json:
    """A channel, or a direct message, as conversations.info tells it."""
    shown: Json = {
        "id": told.id,
        "created": 1700000000,
        "is_archived": told.archived,
        "is_im": told.kind == "im",
        "is_org_shared": False,
        "context_team_id": ws.team_id,
        "updated": 1700000000000,
    }
    if told.person:
        return shown | {"user": told.person, "is_user_deleted": False, "priority": 0}
    return shown | {
        "name": told.name,
        "name_normalized": told.name,
        "is_channel": not told.private,
        "is_group": told.private,
        "is_private": told.private,
        "is_mpim": False,
        "is_general": False,
        "is_shared": told.shared,
        "is_ext_shared": told.shared,
        "is_pending_ext_shared": False,
        "is_member": ws.bot.id in told.members,
        "unlinked": 0,
        "creator": next((m for m in told.members if m != ws.bot.id), ""),
        "shared_team_ids": [ws.team_id],
        "pending_shared": [],
        "pending_connected_team_ids": [],
        "previous_names": [],
        "topic": {"value": told.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(told.members),
    }


def file(ws: Workspace, told: File) -> Json:
    """A file; the bytes are at ``url_private``, for who brings the bot's token."""
    ending = told.name.rpartition(".")[2].lower()
    guessed = guess_type(told.name)[0] or "application/octet-stream"
    mimetype, filetype, pretty = _KINDS.get(ending, (guessed, ending or "binary", "Binary"))
    address = f"{ws.url}files-pri/{ws.team_id}-{told.id}/"
    return {
        "id": told.id,
        "created": told.created,
        "timestamp": told.created,
        "name": told.name,
        "title": told.title or told.name,
        "mimetype": mimetype,
        "filetype": filetype,
        "pretty_type": pretty,
        "user": told.user,
        "user_team": ws.team_id,
        "editable": False,
        "size": len(told.content),
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": any(ws.channels[c].kind == "channel" for c in told.channels),
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": address + quote(told.name),
        "url_private_download": address + "download/" + quote(told.name),
        "permalink": f"{ws.url}files/{told.user}/{told.id}/{quote(told.name)}",
        "permalink_public": f"{ws.url}files-public/{told.id}",
        "has_rich_preview": False,
        "file_access": "visible",
    }


def view(ws: Workspace, told: View) -> Json:
    """A modal or home tab with the state the person left it in."""
    body = told.body
    return {
        "id": told.id,
        "team_id": ws.team_id,
        "type": body["type"],
        "blocks": told.blocks,
        "private_metadata": body.get("private_metadata", ""),
        "callback_id": body.get("callback_id", ""),
        "state": {"values": told.values},
        "hash": told.hash,
        "title": body.get("title"),
        "clear_on_close": bool(body.get("clear_on_close", False)),
        "notify_on_close": bool(body.get("notify_on_close", False)),
        "close": body.get("close"),
        "submit": body.get("submit"),
        "previous_view_id": told.previous,
        "root_view_id": told.root,
        "app_id": ws.app.id,
        "external_id": body.get("external_id", ""),
        "app_installed_team_id": ws.team_id,
        "bot_id": ws.bot.bot_id,
    }

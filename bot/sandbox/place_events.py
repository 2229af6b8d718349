"""What the bot hears of channels and user groups: who comes and goes, what is archived."""

from bot.sandbox import shapes
from bot.sandbox.model import Channel, Group, Json
from bot.sandbox.workspace import Workspace


def joined(ws: Workspace, channel: Channel, user: str, inviter: str | None) -> Json:
    """Somebody, perhaps the bot itself, came into a channel."""
    event = _member("member_joined_channel", ws, channel, user)
    return event | ({"inviter": inviter} if inviter else {})


def left(ws: Workspace, channel: Channel, user: str) -> Json:
    """Somebody went, or was removed from a channel."""
    return _member("member_left_channel", ws, channel, user)


def _member(kind: str, ws: Workspace, channel: Channel, user: str) -> Json:
    return {
        "type": kind,
        "user": user,
        "channel": channel.id,
        "channel_type": "G" if channel.private else "C",
        "team": ws.team_id,
        "event_ts": ws.next_ts(),
    }


def removed(ws: Workspace, channel: Channel, actor: str) -> Json:
    """The bot itself was removed: the last it hears of the channel."""
    return {
        "type": f"{_noun(channel)}_left",
        "channel": channel.id,
        "actor_id": actor,
        "event_ts": ws.next_ts(),
    }


def archived(ws: Workspace, channel: Channel, user: str) -> Json:
    """A channel was archived, or brought back."""
    who = "actor_id" if channel.private and not channel.archived else "user"
    event: Json = {
        "type": f"{_noun(channel)}_{'archive' if channel.archived else 'unarchive'}",
        "channel": channel.id,
        who: user,
        "event_ts": ws.next_ts(),
    }
    return event | ({"is_moved": 0} if channel.archived else {})


def _noun(channel: Channel) -> str:
    return "group" if channel.private else "channel"


def shared(ws: Workspace, channel: Channel, team: str) -> Json:
    """A channel is shared with another organisation, or no longer."""
    event: Json = {"channel": channel.id, "event_ts": ws.next_ts()}
    if channel.shared:
        return event | {"type": "channel_shared", "connected_team_id": team}
    gone = {"previously_connected_team_id": team, "is_ext_shared": False}
    return event | {"type": "channel_unshared"} | gone


def group_created(ws: Workspace, group: Group) -> Json:
    """A user group was made."""
    return _group("subteam_created", ws, group)


def group_updated(ws: Workspace, group: Group) -> Json:
    """A user group is not what it was."""
    return _group("subteam_updated", ws, group)


def _group(kind: str, ws: Workspace, group: Group) -> Json:
    return {"type": kind, "subteam": shapes.group(ws, group), "event_ts": ws.next_ts()}


def group_members(ws: Workspace, group: Group, before: list[str], since: int) -> Json:
    """Who came into a user group and who went, since ``before``."""
    added = [user for user in group.members if user not in before]
    gone = [user for user in before if user not in group.members]
    return {
        "type": "subteam_members_changed",
        "subteam_id": group.id,
        "team_id": ws.team_id,
        "date_previous_update": since,
        "date_update": group.updated,
        "added_users": added,
        "added_users_count": len(added),
        "removed_users": gone,
        "removed_users_count": len(gone),
        "event_ts": ws.next_ts(),
    }

"""The app as its manifest declares it: commands, shortcuts, events, scopes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_SCOPES = (
    "app_mentions:read channels:history channels:read chat:write commands files:read files:write "
    "groups:history groups:read im:history im:write reactions:read reactions:write "
    "usergroups:read users:read"
)
_EVENTS = (
    "app_home_opened app_mention channel_archive channel_left channel_shared channel_unarchive "
    "channel_unshared group_archive group_left group_unarchive member_joined_channel "
    "member_left_channel message.channels message.groups message.im reaction_added "
    "reaction_removed subteam_members_changed subteam_updated"
)


@dataclass(frozen=True)
class Command:
    """A slash command: what is typed, and what Slack shows while it is typed."""

    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = True


@dataclass(frozen=True)
class Shortcut:
    """An entry of a message's menu (``message``) or of the lightning bolt (``global``)."""

    callback_id: str
    name: str
    type: str = "message"


@dataclass(frozen=True)
class App:
    """What the app has declared; the sandbox offers and delivers that and nothing else."""

    id: str = "A0SANDBOX01"
    name: str = "copychief"
    commands: tuple[Command, ...] = (
        Command("/desk", "Have a draft read, see what is open, get help", "check | status | help"),
    )
    shortcuts: tuple[Shortcut, ...] = (
        Shortcut("review_message", "Review this draft"),
        Shortcut("review_new", "New review", "global"),
    )
    events: frozenset[str] = frozenset(_EVENTS.split())
    scopes: frozenset[str] = frozenset(_SCOPES.split())
    home_tab: bool = True
    messages_tab: bool = True  # people may write to it

    @classmethod
    def from_manifest(cls, manifest: Mapping[str, Any]) -> "App":
        """Take what the manifest grants, in the form Slack's app page takes it."""
        features: Mapping[str, Any] = manifest.get("features", {})
        settings: Mapping[str, Any] = manifest.get("settings", {})
        home: Mapping[str, Any] = features.get("app_home", {})
        return cls(
            name=features.get("bot_user", {}).get("display_name", "copychief"),
            commands=tuple(
                Command(
                    entry["command"],
                    entry.get("description", ""),
                    entry.get("usage_hint", ""),
                    entry.get("should_escape", False),
                )
                for entry in features.get("slash_commands", [])
            ),
            shortcuts=tuple(
                Shortcut(entry["callback_id"], entry["name"], entry["type"])
                for entry in features.get("shortcuts", [])
            ),
            events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", [])),
            scopes=frozenset(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", [])),
            home_tab=home.get("home_tab_enabled", False),
            messages_tab=home.get("messages_tab_enabled", False)
            and not home.get("messages_tab_read_only_enabled", False),
        )

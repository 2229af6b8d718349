"""The manifest asks Slack for what the bot uses, and for nothing else."""

import ast
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, cast

import pytest
import yaml
from click.testing import CliRunner
from slack_bolt.app.async_app import AsyncApp

from bot import listeners
from bot.cli.manifest import command
from bot.work import Work

BOT = Path(__file__).parents[3] / "bot"
_WRITES = {"chat:write"}
_READS = {"channels:read", "groups:read", "im:read"}
_HISTORY = {"channels:history", "groups:history", "im:history"}
SCOPES_OF = {
    "chat.postMessage": _WRITES,
    "chat.update": _WRITES,
    "chat.delete": _WRITES,
    "chat.postEphemeral": _WRITES,
    "conversations.open": {"im:write"},
    "conversations.info": _READS,
    "conversations.members": _READS,
    "conversations.history": _HISTORY,
    "conversations.replies": _HISTORY,
    "files.completeUploadExternal": {"files:write"},
    "files.getUploadURLExternal": {"files:write"},
    "files.info": {"files:read"},
    "reactions.add": {"reactions:write"},
    "reactions.remove": {"reactions:write"},
    "usergroups.list": {"usergroups:read"},
    "usergroups.users.list": {"usergroups:read"},
    "users.info": {"users:read"},
    "users.list": {"users:read"},
}
FREE = {"auth.test", "views.open", "views.update", "views.push", "views.publish"} | {
    "chat.getPermalink"
}
SCOPES_OF_EVENTS = {
    "channel_left": {"channels:read"},
    "channel_shared": {"channels:read", "groups:read"},
    "channel_unarchive": {"channels:read"},
    "channel_unshared": {"channels:read", "groups:read"},
    "group_left": {"groups:read"},
    "group_unarchive": {"groups:read"},
    "app_home_opened": set[str](),
    "app_mention": {"app_mentions:read"},
    "file_change": {"files:read"},
    "member_joined_channel": {"channels:read", "groups:read"},
    "member_left_channel": {"channels:read", "groups:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
    "reaction_added": {"reactions:read"},
    "subteam_members_changed": {"usergroups:read"},
    "subteam_updated": {"usergroups:read"},
}
FAMILIES = "auth|chat|conversations|files|reactions|usergroups|users|views"
METHOD = re.compile(rf"(?:{FAMILIES})\.[a-z][A-Za-z.]+")


class Ears:
    """A Bolt app that keeps what it is to listen for."""

    def __init__(self) -> None:
        self.heard: dict[str, set[str]] = {}

    def __getattr__(self, kind: str) -> Callable[..., Any]:
        def listen(*given: Any) -> Callable[[Any], Any]:
            self.heard.setdefault(kind, set()).update(w for w in given if isinstance(w, str))
            return lambda listener: listener

        return listen


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """What the listeners listen for, by its kind."""
    ears = Ears()

    def hear(app: object, event_type: str, take: object) -> None:
        ears.heard.setdefault("event", set()).add(event_type)

    # All are imported before anything is put in the place of what they import.
    modules = [import_module(f"bot.listeners.{m.name}") for m in iter_modules(listeners.__path__)]
    for module in (listeners, *modules):
        monkeypatch.setattr(module, "hear", hear, raising=False)
    listeners.register(cast(AsyncApp, ears), cast(Work, None))
    return ears.heard


def manifest() -> dict[str, Any]:
    """The manifest as `copychief manifest` prints it."""
    printed = CliRunner().invoke(command)
    assert printed.exit_code == 0
    loaded: dict[str, Any] = yaml.safe_load(printed.output)
    return loaded


def events() -> set[str]:
    """The events it subscribes to."""
    return set(manifest()["settings"]["event_subscriptions"]["bot_events"])


def called() -> set[str]:
    """The Web API methods that the bot's own code calls."""
    code = "\n".join(f.read_text(encoding="utf-8") for f in (BOT / "slack").glob("*.py"))
    words = (node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant))
    return {word for word in words if isinstance(word, str) and METHOD.fullmatch(word)}


def test_it_asks_for_the_scopes_that_are_used_and_for_no_other() -> None:
    """Every scope is there for a method, an event or a command; and the other way round."""
    assert "chat.postMessage" in called()
    used = {"commands"}
    used |= {scope for method in called() - FREE for scope in SCOPES_OF[method]}
    used |= {scope for event in events() for scope in SCOPES_OF_EVENTS[event]}
    assert set(manifest()["oauth_config"]["scopes"]["bot"]) == used


def test_every_event_is_heard(heard: dict[str, set[str]]) -> None:
    """An event the manifest subscribes to has a listener, and the other way round."""
    assert {event.split(".")[0] for event in events()} == heard["event"]
    messages = {event for event in events() if event.startswith("message.")}
    assert messages == {"message.channels", "message.groups", "message.im"}


def test_every_command_is_answered(heard: dict[str, set[str]]) -> None:
    """What can be typed is listened for, and the other way round."""
    offered = {each["command"] for each in manifest()["features"]["slash_commands"]}
    assert offered == heard["command"]


def test_every_shortcut_is_answered(heard: dict[str, set[str]]) -> None:
    """What stands in Slack's menus is listened for in its place, and the other way round."""
    offered = manifest()["features"]["shortcuts"]
    for kind in ("message", "global"):
        there = {each["callback_id"] for each in offered if each["type"] == kind}
        assert there == heard[f"{kind}_shortcut"]


def test_the_home_tab_is_switched_on_where_it_is_drawn() -> None:
    """And people can write to the app, as they are heard to."""
    tabs = manifest()["features"]["app_home"]
    assert tabs["home_tab_enabled"] == ("app_home_opened" in events())
    assert tabs["messages_tab_enabled"]
    assert not tabs["messages_tab_read_only_enabled"]

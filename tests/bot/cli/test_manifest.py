"""The manifest asks Slack for what the bot uses, and for nothing else."""

import ast
import re
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from bot.cli.manifest import command

BOT = Path(__file__).parents[3] / "bot"
SCOPE_OF = {
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.postEphemeral": "chat:write",
    "conversations.open": "im:write",
    "conversations.info": "channels:read",
    "conversations.members": "channels:read",
    "conversations.history": "channels:history",
    "conversations.replies": "channels:history",
    "reactions.add": "reactions:write",
    "reactions.remove": "reactions:write",
    "usergroups.list": "usergroups:read",
    "usergroups.users.list": "usergroups:read",
    "users.info": "users:read",
    "users.list": "users:read",
}
FREE = {"auth.test", "views.open", "views.update", "views.publish", "chat.getPermalink"}
FAMILIES = "auth|chat|conversations|files|reactions|usergroups|users|views"
METHOD = re.compile(rf"(?:{FAMILIES})\.[a-z][A-Za-z.]+")


def manifest() -> dict[str, Any]:
    """The manifest as `copychief manifest` prints it."""
    printed = CliRunner().invoke(command)
    assert printed.exit_code == 0
    loaded: dict[str, Any] = yaml.safe_load(printed.output)
    return loaded


def written(folder: str) -> str:
    """The code of a folder of the bot."""
    return "\n".join(file.read_text(encoding="utf-8") for file in (BOT / folder).glob("*.py"))


def called() -> set[str]:
    """The Web API methods that the bot's own code calls."""
    tree = ast.parse(written("slack"))
    words = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {word for word in words if isinstance(word, str) and METHOD.fullmatch(word)}


def test_every_method_called_has_its_scope() -> None:
    """A method the bot calls is covered by a scope of the manifest."""
    scopes = set(manifest()["oauth_config"]["scopes"]["bot"])
    assert "chat.postMessage" in called()
    assert {SCOPE_OF[method] for method in called() - FREE} <= scopes


def test_every_event_is_heard() -> None:
    """An event the manifest subscribes to has a listener, and the other way round."""
    wanted = {e.split(".")[0] for e in manifest()["settings"]["event_subscriptions"]["bot_events"]}
    heard = set(re.findall(r"(?:hear\(\s*app,|app\.event\()\s*\"(\w+)\"", written("listeners")))
    assert wanted == heard


def test_every_shortcut_and_command_is_answered() -> None:
    """What the manifest offers in Slack's menus is listened for by name."""
    features = manifest()["features"]
    code = written("listeners") + written("blocks")
    for shortcut in features.get("shortcuts", []):
        assert f'"{shortcut["callback_id"]}"' in code
    for slash in features["slash_commands"]:
        assert f'"{slash["command"]}"' in code

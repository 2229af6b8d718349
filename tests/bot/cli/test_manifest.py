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
    "chat_postMessage": "chat:write",
    "chat_update": "chat:write",
    "chat_postEphemeral": "chat:write",
    "conversations_open": "im:write",
    "conversations_info": "channels:read",
    "conversations_history": "channels:history",
    "conversations_replies": "channels:history",
    "reactions_add": "reactions:write",
    "reactions_remove": "reactions:write",
    "users_info": "users:read",
    "files_info": "files:read",
}


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
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def test_every_method_called_has_its_scope() -> None:
    """A method the bot calls is covered by a scope of the manifest."""
    scopes = set(manifest()["oauth_config"]["scopes"]["bot"])
    assert set() == {SCOPE_OF[m] for m in called() if m in SCOPE_OF} - scopes


def test_every_event_is_heard() -> None:
    """An event the manifest subscribes to has a listener, and the other way round."""
    wanted = {e.split(".")[0] for e in manifest()["settings"]["event_subscriptions"]["bot_events"]}
    heard = set(re.findall(r"hear\(\s*app,\s*\"(\w+)\"", written("listeners")))
    assert wanted == heard


def test_every_shortcut_and_command_is_answered() -> None:
    """What the manifest offers in Slack's menus is listened for by name."""
    features = manifest()["features"]
    code = written("listeners") + written("blocks")
    for shortcut in features.get("shortcuts", []):
        assert f'"{shortcut["callback_id"]}"' in code
    for slash in features["slash_commands"]:
        assert f'"{slash["command"]}"' in code

"""The settings of a bot that serves a sandbox."""

from pathlib import Path
from typing import Any

from bot.sandbox import Sandbox
from bot.settings import Settings

FILE = "copychief.sqlite3"


def settings_for(sandbox: Sandbox, folder: Path, **more: Any) -> Settings:
    """The bot's database is ``FILE`` in the folder, and what is posted at one desk is read."""
    given = {
        "slack_bot_token": sandbox.bot_token,
        "slack_app_token": sandbox.app_token,
        "slack_api_url": sandbox.api_url,
        "copychief_database_url": f"sqlite:///{folder / FILE}",
        "copychief_read_channels": "desk-foreign",
    }
    return Settings.model_validate(given | more)

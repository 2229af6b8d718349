"""The settings of a bot that serves a sandbox."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from dbos import DBOS

from bot.sandbox import Sandbox
from bot.settings import Settings
from bot.store import Store

FILE = "copychief.sqlite3"


def make_database(file: Path) -> None:
    """Make the tables that a bot would make at its first start, its engine's too."""

    async def ours() -> None:
        await (await Store.open(f"sqlite:///{file}")).close()

    asyncio.run(ours())
    DBOS.migrate(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # one file holds all of it


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

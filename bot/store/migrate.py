"""Bring the tables up to date; the work engine keeps its own tables in the same file."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from bot.store.tables import metadata

VERSION_TABLE = "copychief_version"


def migrate(connection: Connection, to: str = "head") -> None:
    """Run the migrations that this database has not seen, up to one of them."""
    config = Config()
    folder = str(Path(__file__).parent / "migrations").replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def ours(name: str | None, kind: str, parents: object) -> bool:
    """Tell Alembic to look at our tables and at nobody else's."""
    return kind != "table" or name in metadata.tables

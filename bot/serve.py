"""The bot as a whole: everything started in order, and stopped in the order reversed."""

import fcntl
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from alembic.util.exc import CommandError
from slack_bolt.app.async_app import AsyncApp
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import SettingMissing
from bot.fetch import download
from bot.listeners import register
from bot.newsroom import Newsroom
from bot.settings import Settings
from bot.slack import Slack
from bot.slack.socket import Socket
from bot.store import Store
from bot.work import Work

_MOST_BYTES = 4_000_000  # of a file; the 500,000 characters we take are 2,000,000 at most

# Bolt writes whole requests to its log at DEBUG, and drafts do not belong there.
_bolt = logging.getLogger("bot.bolt")
_bolt.setLevel(logging.ERROR)


@dataclass(frozen=True)
class Bot:
    """A bot at work."""

    name: str
    work: Work
    socket: Socket


@asynccontextmanager
async def running(settings: Settings, *, every: float = 1.0) -> AsyncIterator[Bot]:
    """Run the bot until the block ends; one clear line where something is missing.

    ``every``: seconds at least between two drawings of one draft.
    """
    tokens = settings.slack_tokens
    database = settings.database()
    async with AsyncExitStack() as stack:
        stack.callback(_alone(database).close)
        store = await opened(database)
        stack.push_async_callback(store.close)
        slack = Slack(tokens.bot, settings.api_url, direct=settings.local)
        stack.push_async_callback(slack.close)
        await slack.start()
        work = Work(
            Newsroom(store),
            slack,
            database=database,
            fetch=partial(
                download,
                token=tokens.bot,
                hosts=settings.file_hosts,
                limit=_MOST_BYTES,
                proxy=slack.web.proxy,
            ),
            read_channels=settings.read_channels,
            every=every,
        )
        stack.push_async_callback(work.stop)
        await work.start()
        app = AsyncApp(client=slack.web, logger=_bolt, name="copychief")
        register(app, work)
        socket = Socket(app, tokens.app, direct=settings.local)
        stack.push_async_callback(socket.close)
        await socket.start()
        yield Bot(slack.name, work, socket)


def _alone(database: Path) -> IO[str]:
    """Hold the database for this process alone: two would each finish the other's work."""
    try:
        lock = database.with_name(database.name + ".lock").open("w")
    except OSError as error:
        raise _unusable(database, error) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise SettingMissing(
            f"Another Copychief is at work with {database}: "
            "stop it, or set COPYCHIEF_DATABASE_URL to another file"
        ) from None
    return lock


async def opened(database: Path) -> Store:
    """The database, made or migrated as needed; SettingMissing if it cannot be opened."""
    try:
        return await Store.open(f"sqlite:///{database}")
    except (SQLAlchemyError, CommandError, OSError) as error:
        raise _unusable(database, error) from None


def _unusable(database: Path, error: Exception) -> SettingMissing:
    return SettingMissing(
        f"The database {database} cannot be opened ({type(error).__name__}): "
        "set COPYCHIEF_DATABASE_URL to a SQLite file in a folder that this user may write"
    )

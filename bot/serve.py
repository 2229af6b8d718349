"""The bot as a whole: everything started in order, and stopped in the order reversed."""

import fcntl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from alembic.util.exc import CommandError
from sqlalchemy.exc import SQLAlchemyError

from bot.desk import Desk
from bot.errors import NotKept, SettingMissing
from bot.fetch import agent_of, download
from bot.link import Link, read_link
from bot.listeners import register
from bot.newsroom import Newsroom
from bot.readers.file import MOST
from bot.settings import Settings
from bot.slack import Slack
from bot.slack.app import App
from bot.slack.roster import roster
from bot.slack.socket import Socket
from bot.store import Store
from bot.store.database import PATIENCE
from bot.work import Work


@dataclass(frozen=True)
class Bot:
    """A bot at work."""

    name: str
    work: Work
    socket: Socket


@asynccontextmanager
async def running(
    settings: Settings, *, every: float = 1.0, patience: float = PATIENCE
) -> AsyncIterator[Bot]:
    """Run the bot until the block ends; one clear line where something is missing.

    ``every``: seconds at least between two drawings of one draft; ``patience``: seconds at most
    for another process to finish writing to the database.
    """
    tokens = settings.slack_tokens
    database = settings.database()
    settings.read_hosts()  # what is wrong with them is said now
    async with AsyncExitStack() as stack:
        stack.callback(_alone(database).close)
        store = await opened(database, patience)
        stack.push_async_callback(store.close)
        slack = Slack(tokens.bot, settings.api_url, direct=settings.local)
        stack.push_async_callback(slack.close)
        await slack.start()
        work = Work(
            Newsroom(
                store,
                rosters=partial(roster, slack.people),
                defaults=partial(_unset, slack, settings.read_channels),
            ),
            slack,
            database=database,
            fetch=partial(
                download,
                token=tokens.bot,
                hosts=settings.file_hosts,
                limit=MOST,
                proxy=slack.web.proxy,
            ),
            open=partial(_linked, slack, settings),
            every=every,
            patience=patience,
        )
        stack.push_async_callback(work.stop)
        await work.start()
        app = App(slack)
        stack.push_async_callback(app.close)
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


async def _linked(slack: Slack, settings: Settings, address: str, channel: str) -> Link:
    """The copy at an address, as far as links in this channel may lead."""
    names = {channel}
    if any(each.channels for each in settings.inside) and not channel.startswith("D"):
        names.add(await slack.channel_name(channel))
    return await read_link(
        address,
        hosts=settings.read_hosts(names),
        proxy=settings.copychief_link_proxy or None,
        agent=agent_of(settings.copychief_contact),
    )


async def _unset(slack: Slack, wanted: frozenset[str], channel: str) -> Desk:
    """The desk of a channel that nobody has set: COPYCHIEF_READ_CHANNELS names it, or not."""
    if not wanted or channel.startswith("D"):
        return Desk()
    named = channel in wanted or await slack.channel_name(channel) in wanted
    return Desk(reads_all=named)


async def opened(database: Path, patience: float = PATIENCE) -> Store:
    """The database, made or migrated as needed; SettingMissing if it cannot be opened."""
    try:
        return await Store.open(f"sqlite:///{database}", patience)
    except (SQLAlchemyError, CommandError, OSError, NotKept) as error:
        raise _unusable(database, error) from None


def _unusable(database: Path, error: Exception) -> SettingMissing:
    return SettingMissing(
        f"The database {database} cannot be opened ({type(error).__name__}): "
        "set COPYCHIEF_DATABASE_URL to a SQLite file in a folder that this user may write"
    )

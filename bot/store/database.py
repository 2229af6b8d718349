"""The Store: one SQLite file, a transaction for each act."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store.migrate import migrate
from bot.store.trouble import not_kept

T = TypeVar("T")

PATIENCE = 2.0  # seconds for the file's lock: whoever clicked has three for an answer
_MAKING = 30.0  # the same while the tables are made, when nobody has clicked yet
_PRAGMAS = (
    "PRAGMA busy_timeout = {:.0f}",  # first: switching to WAL may itself have to wait
    "PRAGMA journal_mode = WAL",  # the work engine, in the same file, does not set it
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


# At DEBUG it writes every parameter to its log: texts and reasons do not belong there.
logging.getLogger("aiosqlite").setLevel(logging.WARNING)


class Store:
    """Where drafts and decisions are kept. ``begin`` to change them, ``look`` to read.

    Either raises NotKept while the file is locked by somebody else or its disk is full.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writing = asyncio.Lock()
        self._acts: set[asyncio.Task[Any]] = set()

    @classmethod
    async def open(cls, url: str, patience: float = PATIENCE) -> Self:
        """Open the database, creating or migrating it as needed.

        ``patience``: seconds that a transaction waits for another process to finish writing.
        """
        address = make_url(url).set(drivername="sqlite+aiosqlite")
        _make_private(address)
        made = cls(_engine(address, _MAKING))
        try:
            async with made.begin() as connection:
                await connection.run_sync(migrate)
        finally:
            await made.close()
        return cls(_engine(address, patience))

    async def close(self) -> None:
        """Close every connection, once what was begun is done."""
        while self._acts:
            await asyncio.wait(self._acts)
        await self._engine.dispose()

    async def whole(self, act: Coroutine[Any, Any, T]) -> T:
        """Run an act to its end, also when whoever waits for it is cancelled.

        A cancellation inside the driver can leave its connection closing for ever (aiosqlite
        0.22 under SQLAlchemy 2.1), with the lock in its hand.
        """
        task = asyncio.create_task(act)
        self._acts.add(task)
        task.add_done_callback(self._acts.discard)
        return await asyncio.shield(task)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes: all of it is kept, or none.

        One at a time, in the order they come; another process waits for the file's lock.
        """
        async with self._writing, _told(), self._engine.connect() as connection:
            await connection.execution_options(copychief_writes=True)
            async with connection.begin():
                yield connection

    @asynccontextmanager
    async def look(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that reads: one moment's picture, waiting for nobody."""
        async with _told(), self._engine.connect() as connection:
            yield connection


@asynccontextmanager
async def _told() -> AsyncIterator[None]:
    try:
        yield
    except DBAPIError as error:
        if told := not_kept(error.orig):
            raise told from None
        raise


def _engine(address: URL, patience: float) -> AsyncEngine:
    # With isolation_level None the driver begins nothing by itself, and what we say holds. A
    # transaction that means to write takes the lock at once: one that began by reading and finds
    # that somebody wrote meanwhile would be refused without waiting.
    engine = create_async_engine(
        address, connect_args={"isolation_level": None}, hide_parameters=True
    )

    @event.listens_for(engine.sync_engine, "connect")
    def connected(raw: DBAPIConnection, record: object) -> None:
        cursor = raw.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma.format(patience * 1000))
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("copychief_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _make_private(address: URL) -> None:
    # Copy that has not run is nobody else's to read: a new file belongs to its owner alone.
    if address.database and address.database != ":memory:":
        file = Path(address.database)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)

"""The same file for the work engine, over connections that block."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError

from bot.store.trouble import is_busy, not_kept

# SQLite lets one write at a time and is not fair about whose turn it is: the fewer wait for it,
# the sooner comes that of a person's click.
_CONNECTIONS = 8


class Blocking:
    """Connections for DBOS, which waits without end for a lock but gives up on a full disk.

    Here it waits for both. Only what is done ``hurried`` is refused with NotKept: somebody waits
    for the answer.
    """

    def __init__(self, database: Path, patience: float) -> None:
        self._here = threading.local()
        self.engine = self._made(database, patience)

    @contextmanager
    def hurried(self) -> Iterator[None]:
        """What this thread does in the block is done within ``patience`` seconds, or not."""
        self._here.hurried = True
        try:
            yield
        finally:
            self._here.hurried = False

    def _made(self, database: Path, patience: float) -> Engine:
        engine = create_engine(
            f"sqlite:///{database}",
            pool_size=_CONNECTIONS,
            max_overflow=0,
            hide_parameters=True,
        )

        @event.listens_for(engine, "connect")
        def connected(raw: DBAPIConnection, record: object) -> None:
            assert isinstance(raw, sqlite3.Connection)
            raw.isolation_level = "IMMEDIATE"
            raw.execute(f"PRAGMA busy_timeout = {patience * 1000:.0f}")
            raw.execute("PRAGMA foreign_keys = ON")

        @event.listens_for(engine, "handle_error")
        def failed(context: ExceptionContext) -> BaseException | None:
            error = context.original_exception
            told = not_kept(error)
            if told is None or getattr(self._here, "hurried", False):
                return told
            if is_busy(error):
                return None
            # The words by which DBOS knows that it has to wait.
            return OperationalError(None, None, sqlite3.OperationalError("database is locked"))

        return engine

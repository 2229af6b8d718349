"""Trouble, for tests: somebody else's lock, no room to write, and what breaks only once."""

import resource
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

_ROOM = 8192  # bytes that any file may have: one page of SQLite's, and not two


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another process is writing, and does not come to an end."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA busy_timeout = 30000")
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full() -> Iterator[None]:
    """No file of this process can grow any more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class BreaksOnce:
    """Does what it stands for, but for the first time."""

    def __init__(self, whole: Callable[..., Awaitable[None]]) -> None:
        self._whole = whole
        self.tries = 0

    async def __call__(self, *told: Any) -> None:
        self.tries += 1
        if self.tries == 1:
            raise RuntimeError
        await self._whole(*told)

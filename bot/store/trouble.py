"""What keeps SQLite from writing for a while, told to a person in a line."""

import sqlite3

from bot.errors import NotKept

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_KINDS = {
    sqlite3.SQLITE_FULL: "The disk is full",
    sqlite3.SQLITE_IOERR: "The disk cannot be written",
    sqlite3.SQLITE_READONLY: "The database may not be written",
    sqlite3.SQLITE_CANTOPEN: "The database cannot be opened",
}
_TELL = "so that was not recorded: tell whoever runs Copychief, then do it again."
_AGAIN = "The database is busy, so that was not recorded: do it again in a minute."


def not_kept(error: BaseException | None) -> NotKept | None:
    """What to raise in place of the database's own error; None where it will not pass."""
    if not isinstance(error, sqlite3.Error):
        return None
    if is_busy(error):
        return NotKept(_AGAIN)
    kind = _KINDS.get(_code(error))
    return NotKept(f"{kind}, {_TELL}") if kind else None


def is_busy(error: BaseException | None) -> bool:
    """Tell whether somebody else is writing."""
    return isinstance(error, sqlite3.Error) and _code(error) in _BUSY


def _code(error: sqlite3.Error) -> int:
    # The low byte is the kind, the rest says more about it.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF

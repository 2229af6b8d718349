"""Where what is handed back goes: standard output, or a file."""

import sys
from collections.abc import Iterable
from typing import BinaryIO

from bot.errors import CopychiefError


class Unwritable(CopychiefError):
    """A file that was to be written and cannot be."""


def write(pieces: Iterable[str], output: str | None) -> None:
    """Write each piece as it comes, to the file ``output`` or to standard output."""
    stream = _opened(output) if output else sys.stdout.buffer
    try:
        for piece in pieces:
            _put(piece.encode("utf-8", "replace"), stream, output)
    finally:
        if output:
            stream.close()


def write_bytes(data: bytes, output: str) -> None:
    """Write a whole file."""
    with _opened(output) as stream:
        _put(data, stream, output)


def _opened(output: str) -> BinaryIO:
    try:
        return open(output, "wb")
    except (OSError, ValueError) as error:
        raise _unwritable(output, error) from None


def _put(data: bytes, stream: BinaryIO, output: str | None) -> None:
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(output or "standard output", error) from None


def _unwritable(output: str, error: Exception) -> Unwritable:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return Unwritable(f"I cannot write to “{output}”: {reason}.")

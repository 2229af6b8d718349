"""What goes between us and the process that reads for us: some JSON and some bytes at a time."""

import json
import socket
import struct
from collections.abc import Callable, Mapping
from typing import Any

_HEAD = struct.Struct(">QQ")
_PIECE = 1 << 16
_MOST = 128 << 20  # bytes of each part: whoever says more is not to be believed


class Cut(Exception):
    """The other side went away in the middle."""


def send(line: socket.socket, said: Mapping[str, Any], data: bytes) -> None:
    """Send a frame."""
    head = json.dumps(said).encode()
    line.sendall(_HEAD.pack(len(head), len(data)) + head)
    line.sendall(data)


def receive(line: socket.socket, waits: Callable[[], None] | None = None) -> tuple[Any, bytes]:
    """The next frame; Cut where there is none, ValueError where it is none.

    ``waits`` is called before each part is waited for.
    """
    lengths = _HEAD.unpack(_exactly(line, _HEAD.size, waits))
    if max(lengths) > _MOST:
        raise ValueError("a frame that is too long")
    head, data = (_exactly(line, length, waits) for length in lengths)
    return json.loads(head), data


def _exactly(line: socket.socket, length: int, waits: Callable[[], None] | None) -> bytes:
    got = bytearray()
    while len(got) < length:
        if waits:
            waits()
        try:
            piece = line.recv(min(length - len(got), _PIECE))
        except TimeoutError:
            continue  # ``waits`` says when it is enough
        if not piece:
            raise Cut
        got += piece
    return bytes(got)

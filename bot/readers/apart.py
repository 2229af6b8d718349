"""Reads a file in a process of its own: a file that is made to do harm, or hangs, harms nobody.

Every parser has a file that it never ends with. What a reader says comes back as JSON, which
cannot do anything either.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from threading import BoundedSemaphore
from typing import Any

from bot.errors import CopychiefError, Unreadable

_MEMORY = 1 << 30  # bytes
_CPU = 10  # seconds
_WALL = 60.0  # seconds
_EXHAUSTED = 3  # exit code
_STOPPED = {_EXHAUSTED, -signal.SIGXCPU, -signal.SIGKILL}
_KEPT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # of the environment: no secret is shown to it
_AT_ONCE = BoundedSemaphore(2)
_START = "import sys; sys.path[:] = sys.argv[2:]; from bot.readers.apart import main; main()"
_HEAVY = (
    "“{name}” takes more time or memory than any draft should, so I stopped reading it."
    " Paste its text."
)
_BROKEN = "I cannot read “{name}”: it is damaged, or not what it seems. Paste its text."


def read_apart(reader: str, data: bytes, facts: Mapping[str, str], name: str) -> dict[str, Any]:
    """What ``bot.readers.<reader>.read(data, facts)`` says of a file; Unreadable if it cannot.

    Waits for it, a minute at most: call it in a thread. ``name`` is for the line that says why.
    """
    shown = name if len(name) <= 80 else name[:79] + "…"
    command = [sys.executable, "-I", "-c", _START, reader, *filter(None, sys.path)]
    given = json.dumps(dict(facts)).encode() + b"\n" + data
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
    try:
        with _AT_ONCE:
            done = subprocess.run(
                command, input=given, capture_output=True, env=kept, timeout=_WALL
            )
    except subprocess.TimeoutExpired:
        raise Unreadable(_HEAVY.format(name=shown)) from None
    if done.returncode in _STOPPED:
        raise Unreadable(_HEAVY.format(name=shown))
    try:
        said: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        said = {}
    if "refused" in said:
        raise Unreadable(str(said["refused"]))
    if done.returncode != 0 or not said:
        raise Unreadable(_BROKEN.format(name=shown))
    return said


def main() -> None:
    """What the other process does: read one file from standard input, within its limits."""
    _limit()
    facts, _, data = sys.stdin.buffer.read().partition(b"\n")
    try:
        said = import_module(f"bot.readers.{sys.argv[1]}").read(data, json.loads(facts))
    except CopychiefError as error:
        said = {"refused": str(error)}
    except (MemoryError, RecursionError):
        sys.exit(_EXHAUSTED)
    except Exception:  # which one says nothing to anybody, and may quote the draft
        sys.exit(1)
    sys.stdout.buffer.write(json.dumps(said).encode())


def _limit() -> None:
    """Bound the memory and the time of this process, and let it write no file."""
    import resource

    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _CPU),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # not every system has each
            resource.setrlimit(what, (most, most))

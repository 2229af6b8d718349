"""The cage: files are opened in processes of their own, so that one that does harm harms nobody.

Every parser has a file that it never ends with. A caged process has bounded memory and time, sees
no secret and writes no file; it reads one file after the other, and is replaced when it dies, has
grown, or has read many. What it says comes back as JSON and bytes, which cannot do anything.
"""

import atexit
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from threading import BoundedSemaphore, Lock
from typing import Any, NamedTuple

from bot.errors import Unreadable
from bot.readers.frames import Cut, receive, send


class Limits(NamedTuple):
    """How much one file may take: bytes of memory, seconds of the processor, and of the clock.

    ``row`` is where it waits for its turn: a long drawing holds up no reading.
    """

    memory: int
    cpu: int
    wall: float
    row: str = "reading"


# Two files at a time are read: of four that never end, the last has its line after nine seconds.
READING = Limits(memory=224 << 20, cpu=4, wall=4.5)
DRAWING = Limits(memory=1 << 30, cpu=10, wall=30.0, row="drawing")  # what we made ourselves

_ROWS = {"reading": BoundedSemaphore(2), "drawing": BoundedSemaphore(1)}
_MOST_FILES = 100  # that one process reads
_GROWN = 128 << 20  # bytes that a process had at once: the next file begins with a fresh one
_WATCHED = 0.1  # seconds between two looks at its memory
_KEPT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # of the environment: no secret is shown to it
_START = "import sys; sys.path[:] = sys.argv[2:]; from bot.readers.inside import main; main()"
# macOS takes a limit of the address space, and does not keep it.
_HAS_LIMIT = sys.platform == "linux"
_STOPPED = {-signal.SIGXCPU, -signal.SIGKILL}
_HEAVY = (
    "“{name}” takes more time or memory than any draft should, so I stopped reading it."
    " Paste its text."
)
_BROKEN = "I cannot read “{name}”: it is damaged, or not what it seems. Paste its text."


def caged(
    work: str,
    data: bytes,
    facts: Mapping[str, Any],
    name: str,
    limits: Limits = READING,
    *,
    without: Sequence[str] = (),
) -> tuple[dict[str, Any], bytes]:
    """What the function ``work``, by its dotted name, says of ``data``, and the bytes it makes.

    It takes the data and the facts, which are JSON, and returns JSON, or JSON and bytes; of what
    it says the keys in ``without`` are left out before it comes here. Unreadable if it cannot;
    ``name`` is for the line that says why. Waits: call it in a thread.
    """
    shown = name if len(name) <= 80 else name[:79] + "…"
    asked = {"work": work, "facts": {"name": shown, **facts}, "without": list(without)}
    with _ROWS[limits.row]:
        return _ask(asked, data, shown, limits)


def _ask(
    asked: Mapping[str, Any], data: bytes, shown: str, limits: Limits
) -> tuple[dict[str, Any], bytes]:
    one = _take()
    try:
        said, made = one.do(asked, data, limits)
    except _Heavy:
        raise Unreadable(_HEAVY.format(name=shown)) from None
    except (OSError, ValueError, Cut):
        heavy = one.end() in _STOPPED
        raise Unreadable((_HEAVY if heavy else _BROKEN).format(name=shown)) from None
    finally:
        _give_back(one)
    if "refused" in said:
        raise Unreadable(str(said["refused"]))
    if "heavy" in said:
        raise Unreadable(_HEAVY.format(name=shown))
    if "said" not in said:
        raise Unreadable(_BROKEN.format(name=shown))
    return said["said"], made


class _Heavy(Exception):
    """It took too long, or too much memory, and was stopped."""


class _Process:
    """One process that reads, and the line to it."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair()
        command = [
            sys.executable,
            "-I",
            "-c",
            _START,
            str(theirs.fileno()),
            *filter(None, sys.path),
        ]
        kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
        with theirs:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=kept,
                pass_fds=(theirs.fileno(),),
            )
        self._files = 0
        self.is_fresh = True

    @property
    def lives(self) -> bool:
        """False where something ended it while it waited for a file."""
        return self._process.poll() is None

    def do(
        self, asked: Mapping[str, Any], data: bytes, limits: Limits
    ) -> tuple[dict[str, Any], bytes]:
        """Have it read one file; _Heavy where that takes too much, Cut where it dies of it."""
        self.is_fresh, until = False, time.monotonic() + limits.wall
        self._line.settimeout(limits.wall)
        bounds = {"cpu": limits.cpu, "memory": limits.memory if _HAS_LIMIT else 0}
        send(self._line, {**asked, **bounds}, data)
        self._line.settimeout(_WATCHED)
        said, made = receive(self._line, lambda: self._watch(until, limits.memory))
        self._files += 1
        small = said.get("grown", _GROWN) < _GROWN
        again = limits.row == READING.row and "heavy" not in said
        self.is_fresh = small and again and self._files < _MOST_FILES
        return said, made

    def end(self) -> int:
        """Stop it, if it still runs; the exit code, below zero for the signal that it died of."""
        self._line.close()
        try:
            return self._process.wait(0.2)  # it ends by itself where it hears that we went
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def _watch(self, until: float, memory: int) -> None:
        if time.monotonic() > until or (not _HAS_LIMIT and _size(self._process.pid) > memory):
            raise _Heavy


def _size(pid: int) -> int:
    """How much memory a process has, in bytes; 0 if there is none any more."""
    done = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True)
    return int(done.stdout.strip() or 0) << 10


_idle: list[_Process] = []
_lock = Lock()


def _take() -> _Process:
    while True:
        with _lock:
            one = _idle.pop() if _idle else None
        if one is None:
            return _Process()
        if one.lives:
            return one
        one.end()


def _give_back(one: _Process) -> None:
    """Keep it for the next file, or end it."""
    if one.is_fresh:
        with _lock:
            _idle.append(one)
    else:
        one.end()


@atexit.register
def close() -> None:
    """End every process that waits for a file; the next file begins with a new one."""
    with _lock:
        ended, _idle[:] = list(_idle), []
    for one in ended:
        one.end()

"""Inside the cage: reads what it is given, within its limits, until nobody asks any more."""

import resource
import signal
import socket
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.errors import CopychiefError
from bot.readers.frames import Cut, receive, send


def main() -> None:
    """Answer one frame after the other on the line whose number is the first argument."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked us
    _bound(resource.RLIMIT_FSIZE, 0)
    _bound(resource.RLIMIT_CORE, 0)
    with socket.socket(fileno=int(sys.argv[1])) as line:
        while True:
            try:
                asked, data = receive(line)
            except (Cut, OSError):
                return
            said, made = _done(asked, data)
            send(line, said | {"grown": _grown()}, made)
            if "heavy" in said:
                return


def _done(asked: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """What there is to say of a file, whatever becomes of it."""
    _bound(resource.RLIMIT_CPU, int(time.process_time()) + 1 + asked["cpu"])
    _bound(resource.RLIMIT_AS, asked["memory"] or resource.RLIM_INFINITY)
    try:
        module, _, name = asked["work"].rpartition(".")
        done = getattr(import_module(module), name)(data, asked["facts"])
        whole, made = done if isinstance(done, tuple) else (done, b"")
        said = {key: value for key, value in whole.items() if key not in asked["without"]}
    except CopychiefError as error:
        return {"refused": str(error)}, b""
    except (MemoryError, RecursionError):
        return {"heavy": True}, b""
    except Exception:  # which one says nothing to anybody, and may quote the draft
        return {}, b""
    return {"said": said}, made


def _bound(what: int, most: int) -> None:
    """Set the softer of a limit's two bounds: the next file may take more."""
    with suppress(ValueError, OSError):  # not every system has each
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard < 0 else min(most, hard), hard))


def _grown() -> int:
    """The most memory that we had at once, or the room that we still take up, in bytes."""
    with suppress(OSError):  # where there is no such file, what follows is true
        status = Path("/proc/self/status").read_text(encoding="ascii")
        known = (int(status.partition(f"{size}:")[2].split()[0]) for size in ("VmHWM", "VmSize"))
        return max(known) << 10
    # Linux counts here what the process that began us had.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

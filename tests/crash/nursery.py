"""Starts the real bot in a process of its own, again and again, without loading it anew each time.

Run as a program it loads the bot once and forks a child for every line it reads; each child is
`copychief serve` and can be killed as any process can.
"""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from pathlib import Path
from typing import IO


class Nursery:
    """Where one bot after the other is started, and killed without warning."""

    def __init__(self, settings: Mapping[str, str], log: Path) -> None:
        """``settings`` as the environment has them; what the bot complains of goes to ``log``."""
        self._settings = settings
        self._log = log
        self._stderr: IO[bytes] | None = None
        self._parent: Process | None = None
        self._child = 0

    async def open(self) -> None:
        """Load the bot."""
        self._stderr = self._log.open("ab")
        self._parent = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.crash.nursery", env=os.environ | dict(self._settings),
            stdin=PIPE, stdout=PIPE, stderr=self._stderr,
        )  # fmt: skip
        assert await self._answer() == "ready"

    async def start(self) -> None:
        """Start a bot."""
        assert self._parent is not None
        assert self._parent.stdin is not None
        self._parent.stdin.write(b"start\n")
        self._child = int(await self._answer())

    async def kill(self) -> None:
        """Kill it: no signal it could catch, no time to clean up."""
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            ended = await self._answer()
            assert ended == str(-signal.SIGKILL), f"The bot ended by itself ({ended})."
            self._child = 0

    async def close(self) -> None:
        """End the bot and its parent."""
        if self._parent is not None and self._parent.returncode is None:
            if self._child:
                os.kill(self._child, signal.SIGKILL)
            self._parent.kill()
            await self._parent.wait()
        if self._stderr is not None:
            self._stderr.close()

    async def _answer(self) -> str:
        assert self._parent is not None
        assert self._parent.stdout is not None
        return (await self._parent.stdout.readline()).decode().strip()


def _nurse() -> None:
    """Fork a bot for every line, and tell its number, then how it ended."""
    from bot.cli import serve
    from rules import review

    review("The mayor slammed the plan.")  # the rules are loaded at the first reading
    print("ready", flush=True)
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            _serve(serve.command.main)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _serve(main: object) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    code = 1
    try:
        assert callable(main)
        main(args=[], standalone_mode=False)
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    _nurse()

"""Posts 200 files that harm whoever opens them, and honest ones in between: `make hostile`."""

import asyncio
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

import click

from bot.sandbox import Sandbox
from tests.bot.readers.hostile import HOSTILE, word
from tests.load.bot_process import serving

CHANNEL = "desk"
_PATIENCE = 60.0  # seconds until a line is missing
_HONEST = 10  # after so many files one is honest
_LOOK = 0.05  # seconds between two looks at its memory
_STORY = "The mayor slammed the ferry plan on Monday. Rents on the quay rose by 41 per cent."


@dataclass
class Told:
    """What was seen."""

    files: int = 0
    honest: int = 0
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0  # seconds
    slowest_of: str = ""
    slowest_honest: float = 0.0
    bot: int = 0  # bytes, at most
    whole: int = 0  # with the processes that read for it

    def line(self, name: str, seconds: float) -> None:
        """A file has its line."""
        self.files += 1
        if seconds > self.slowest:
            self.slowest, self.slowest_of = seconds, name

    def size(self, bot: int, children: int) -> None:
        """So much memory was taken at one moment."""
        self.bot, self.whole = max(self.bot, bot), max(self.whole, bot + children)


async def storm(files: int, folder: Path, at_once: int = 1) -> Told:
    """Have so many files read by a bot of its own, so many of them posted at a time."""
    told, sandbox = Told(), Sandbox()
    await sandbox.start()
    try:
        async with serving(sandbox, folder, read=[CHANNEL]) as pid:
            watching = asyncio.create_task(_watch(pid, told))
            names = list(islice(cycle(HOSTILE), files))
            for n in range(0, files, at_once):
                some = names[n : n + at_once]
                each = (
                    _hostile(sandbox, f"Writer {n}", name, told) for n, name in enumerate(some)
                )
                await asyncio.gather(*each)
                if told.files // _HONEST > told.honest:
                    await _honest(sandbox, n, told)
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
    finally:
        await sandbox.stop()
    return told


async def _hostile(sandbox: Sandbox, writer: str, name: str, told: Told) -> None:
    """One file: its line has to come, and to say what is wrong."""
    make, says = HOSTILE[name]
    person, data = sandbox.person(writer), await asyncio.to_thread(make)
    before = len(sandbox.whispers(person))

    def line() -> str:
        lines = [whisper.text for whisper in sandbox.whispers(person)[before:]]
        return next((line for line in lines if f"“{name}”" in line), "")

    began = time.monotonic()
    await person.shares(name, data, CHANNEL)
    try:
        await sandbox.until(line, _PATIENCE)
    except TimeoutError:
        told.wrong.append(f"{name}: not a word")
        return
    told.line(name, time.monotonic() - began)
    if says not in line() or "\n" in line():
        told.wrong.append(f"{name}: {line()}")


async def _honest(sandbox: Sandbox, n: int, told: Told) -> None:
    """A draft is read as if nothing had happened."""
    sana = sandbox.person("Sana")
    began = time.monotonic()
    ts = await sana.shares(f"story {n}.docx", word(_STORY), CHANNEL)
    message = sandbox.message(ts, CHANNEL)
    try:
        await sandbox.until(lambda: "clipboard" in message.reactions, _PATIENCE)
    except TimeoutError:
        told.wrong.append(f"story {n}.docx was not read")
    told.honest += 1
    told.slowest_honest = max(told.slowest_honest, time.monotonic() - began)


async def _watch(pid: int, told: Told) -> None:
    """Look how much memory it takes, again and again."""
    while True:
        told.size(*await asyncio.to_thread(_sizes, pid))
        await asyncio.sleep(_LOOK)


def _sizes(pid: int) -> tuple[int, int]:
    """The memory of a process and that of its children, in bytes."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True
    )
    rows = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    own = sum(rss for each, _, rss in rows if each == pid) << 10
    return own, sum(rss for _, parent, rss in rows if parent == pid) << 10


def table(told: Told) -> str:
    """What was seen as a table, and below it what went wrong."""
    rows = {
        "hostile files": f"{told.files:,}",
        "slowest line": f"{told.slowest:.1f} s ({told.slowest_of})",
        "honest drafts between them": f"{told.honest:,}",
        "slowest of those": f"{told.slowest_honest:.1f} s",
        "the bot's memory, at most": f"{told.bot / 1e6:,.0f} MB",
        "with those that read for it": f"{told.whole / 1e6:,.0f} MB",
        "wrong": f"{len(told.wrong):,}",
    }
    return "\n".join([*(f"{what:<30}{figure:>24}" for what, figure in rows.items()), *told.wrong])


@click.command()
@click.option("--files", default=200, show_default=True, help="How many.")
@click.option("--at-once", default=1, show_default=True, help="How many are posted at a time.")
def main(files: int, at_once: int) -> None:
    """Print how long each line took and how much memory; exit with 1 if one was wrong."""
    folder = Path(tempfile.mkdtemp(prefix="copychief-hostile-"))
    told = asyncio.run(storm(files, folder, at_once))
    print(table(told))
    sys.exit(bool(told.wrong))


if __name__ == "__main__":
    main()

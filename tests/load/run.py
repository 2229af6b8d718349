"""`make desk-load`: forty editors settle 600 flags in 30 drafts within five minutes.

Slack's rate limits are enforced by the sandbox. Prints what was lost, what was applied twice, how
long acknowledgements, answers and threads took, and how often Slack said 429; exit code 1 where
one of them is not as it must be.
"""

import asyncio
import random
import sqlite3
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import click
import yaml

from bot.cli.manifest import MANIFEST
from bot.sandbox import Sandbox
from tests.load.bot_process import serving
from tests.load.copy import copies
from tests.load.editors import Editor, Seen, Thread, is_decided, shared_out

CHANNELS = ("desk-one", "desk-two", "desk-three")
FLAGS = 20  # of each draft


@click.command()
@click.option("--editors", default=40, show_default=True)
@click.option("--drafts", default=30, show_default=True)
@click.option("--seconds", default=300.0, show_default=True, help="In which all is decided.")
@click.option("--seed", default=1, show_default=True)
def command(editors: int, drafts: int, seconds: float, seed: int) -> None:
    """Play it and print the table."""
    with TemporaryDirectory(prefix="copychief-load-") as folder:
        good = asyncio.run(_play(Path(folder), editors, drafts, seconds, seed))
    sys.exit(0 if good else 1)


async def _play(folder: Path, editors: int, drafts: int, seconds: float, seed: int) -> bool:
    sandbox = Sandbox(yaml.safe_load(MANIFEST.read_text(encoding="utf-8")))
    for channel in CHANNELS:
        sandbox.channel(channel)
    people = [sandbox.person(f"Editor {n}") for n in range(1, editors + 1)]
    await sandbox.start()
    database = folder / "copychief.sqlite3"
    try:
        async with serving(sandbox, folder, read=CHANNELS):
            threads = await _handed_in(sandbox, drafts)
            refused = _counted(sandbox)
            seen, chance, start = Seen(), random.Random(seed), monotonic()
            lists = shared_out(threads, editors, seconds, chance, FLAGS)
            await asyncio.gather(
                *(
                    Editor(sandbox, person, seen).work(tasks, start)
                    for person, tasks in zip(people, lists, strict=True)
                )
            )
            true_after = await _true(sandbox, seen)
    finally:
        await sandbox.stop()
    return _told(seen, database, true_after, refused, monotonic() - start)


async def _handed_in(sandbox: Sandbox, drafts: int) -> list[Thread]:
    writer = sandbox.person("Sana")
    threads = []
    for n, text in enumerate(copies(drafts)):
        channel = CHANNELS[n % len(CHANNELS)]
        ts = await writer.shares(f"draft-{n}.md", text.encode(), channel)
        threads.append(Thread(ts, channel))
    for thread in threads:
        message = sandbox.message(thread.ts, thread.channel)
        await sandbox.until(lambda m=message: set(m.reactions) == {"clipboard"}, 300)  # type: ignore[misc]
    return threads


def _counted(sandbox: Sandbox) -> Counter[str]:
    """How often each method is refused with 429 from now on."""
    refused: Counter[str] = Counter()
    whole = sandbox.api.rates.wait

    def wait(method: str, channel: str) -> int:
        seconds = whole(method, channel)
        refused[method] += bool(seconds)
        return seconds

    sandbox.api.rates.wait = wait  # type: ignore[method-assign]
    return refused


async def _true(sandbox: Sandbox, seen: Seen) -> float:
    """Seconds from the last decision until every thread shows all of them."""
    await sandbox.until(lambda: all(is_decided(sandbox, task) for task in seen.decided), 300)
    return max(0.0, monotonic() - seen.last)


def _told(
    seen: Seen, database: Path, true_after: float, refused: Counter[str], took: float
) -> bool:
    lost, twice = _compared(database, seen)
    rows = {
        "decisions made": (len(seen.decided), True),
        "lost": (lost, lost == 0),
        "applied twice": (twice, twice == 0),
        "refused or unanswered": (len(seen.refused), not seen.refused),
        "slowest acknowledgement, s": (round(max(seen.acks), 2), max(seen.acks) < 1),
        "slowest answer, s": (round(max(seen.answers), 2), max(seen.answers) < 3),
        "threads true after, s": (round(true_after, 1), true_after <= 90),
        "429 from Slack": (refused.total(), refused.total() < 10),
        "took, s": (round(took), True),
    }
    for name, (figure, good) in rows.items():
        print(f"{name:<28} {figure:>8}{'' if good else '   ← not good'}")
    for line, times in Counter(seen.refused).most_common(10):
        print(f"  {times} × {line}")
    for method, times in refused.items():
        if times:
            print(f"  429 × {times}: {method}")
    return all(good for _, good in rows.values())


def _compared(database: Path, seen: Seen) -> tuple[int, int]:
    """Decisions acknowledged that are not on record, and decisions that are there too often."""
    with sqlite3.connect(database) as connection:
        rows = connection.execute(
            "SELECT d.thread, r.number, count(*) FROM resolutions r"
            " JOIN drafts d ON d.id = r.draft GROUP BY 1, 2"
        ).fetchall()
    connection.close()
    kept = Counter({(thread, number): times for thread, number, times in rows})
    made = Counter((task.thread.ts, task.number) for task in seen.decided)
    return (made - kept).total(), (kept - made).total()


if __name__ == "__main__":
    command()

"""The real bot as a process of its own, against a sandbox."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.sandbox import Sandbox

_HOUSE = Path(__file__).parents[2]


@asynccontextmanager
async def serving(sandbox: Sandbox, folder: Path, *, read: Sequence[str]) -> AsyncIterator[int]:
    """`copychief serve` with its database and log in a folder, by its pid; these are read."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
    settings = {
        "PYTHONPATH": str(_HOUSE),
        "SLACK_BOT_TOKEN": sandbox.bot_token,
        "SLACK_APP_TOKEN": sandbox.app_token,
        "SLACK_API_URL": sandbox.api_url,
        "COPYCHIEF_DATABASE_URL": f"sqlite:///{folder / 'copychief.sqlite3'}",
        "COPYCHIEF_READ_CHANNELS": ",".join(read),
    }
    with (folder / "log.txt").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "serve",
            cwd=folder, env=kept | settings, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            await sandbox.connected(60)
            yield process.pid
        finally:
            process.terminate()
            await process.wait()
    if said := (folder / "log.txt").read_text(encoding="utf-8").splitlines()[1:]:
        print("\n".join(said[:20]))

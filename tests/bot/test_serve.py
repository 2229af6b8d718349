"""The bot as a whole: started, heard, and stopped without a trace."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import SettingMissing, SlackRefused
from bot.sandbox import Sandbox
from bot.serve import running
from tests.serving import settings_for

COPY = "The mayor slammed the council over the ferry on Monday. " * 10


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


async def test_serves(sandbox: Sandbox, tmp_path: Path) -> None:
    """A draft posted in a channel that is read is answered in its thread, over a real socket."""
    desk = sandbox.channel("desk-foreign")
    async with running(settings_for(sandbox, tmp_path)) as bot:
        assert bot.name == sandbox.bot.name
        draft = await sandbox.person("Sana").posts(COPY, desk)
        await sandbox.until(lambda: "clipboard" in sandbox.message(draft, desk).reactions)
        await sandbox.settled()
        assert len(sandbox.thread(draft, desk)) == 2


@pytest.mark.parametrize("times", [1, 2])
async def test_stops_without_a_trace(sandbox: Sandbox, tmp_path: Path, times: int) -> None:
    """Stopping leaves no connection, no task and no thread at work, the first time and again."""
    before = asyncio.all_tasks()
    for _ in range(times):
        async with running(settings_for(sandbox, tmp_path)):
            await sandbox.connected()
        await sandbox.until(lambda: sandbox.hub.link.sockets == 0)
    await sandbox.until(lambda: not left_over(before))
    assert not [t.name for t in threading.enumerate() if t.name.startswith("queue-worker")]


def left_over(before: set[asyncio.Task[Any]]) -> list[str]:
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    return [name for name in map(str, left) if "bot/sandbox" not in name and "/web_" not in name]


async def test_one_process_alone(sandbox: Sandbox, tmp_path: Path) -> None:
    """A second bot on the same database is refused, and the first goes on."""
    async with running(settings_for(sandbox, tmp_path)) as bot:
        with pytest.raises(SettingMissing, match="Another Copychief is at work"):
            async with running(settings_for(sandbox, tmp_path)):
                pass
        assert await bot.socket.connected()


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"slack_bot_token": ""}, "SLACK_BOT_TOKEN is missing"),
        ({"slack_app_token": "xoxb-1"}, "SLACK_APP_TOKEN is not such a token"),
        ({"slack_bot_token": "xoxb-other"}, "SLACK_BOT_TOKEN"),
        ({"slack_app_token": "xapp-other"}, "Slack does not accept SLACK_APP_TOKEN"),
        ({"slack_api_url": "http://127.0.0.1:9/api/"}, "Slack cannot be reached"),
    ],
)
async def test_cannot_start(
    sandbox: Sandbox, tmp_path: Path, more: dict[str, str], line: str
) -> None:
    """What keeps the bot from starting is one line; then it starts as if nothing had been."""
    with pytest.raises((SettingMissing, SlackRefused), match=line) as caught:
        async with running(settings_for(sandbox, tmp_path, **more)):
            pass
    assert "\n" not in str(caught.value)
    async with running(settings_for(sandbox, tmp_path)):
        await sandbox.connected()


async def test_not_a_database(sandbox: Sandbox, tmp_path: Path) -> None:
    """A file that is no database gets one line and is left as it is."""
    file = tmp_path / "copychief.sqlite3"
    file.write_text("The ferry was late.\n" * 100)
    with pytest.raises(SettingMissing, match="cannot be opened") as caught:
        async with running(settings_for(sandbox, tmp_path)):
            pass
    assert "\n" not in str(caught.value)
    assert file.read_text().startswith("The ferry")


async def test_no_lock(sandbox: Sandbox, tmp_path: Path) -> None:
    """A database that cannot be locked gets one line."""
    (tmp_path / "copychief.sqlite3.lock").mkdir()
    with pytest.raises(SettingMissing, match="cannot be opened") as caught:
        async with running(settings_for(sandbox, tmp_path)):
            pass
    assert "\n" not in str(caught.value)

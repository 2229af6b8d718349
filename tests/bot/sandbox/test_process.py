"""The workspace and the app as processes of their own: killed, restarted, heard again."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import AsyncIterator
from pathlib import Path
from signal import SIGSTOP

import aiohttp
import pytest

from bot.sandbox import Channel, Member, Sandbox

_ROOT = Path(__file__).parents[3]
_LISTENING = Path(__file__).with_name("listening.py")


class App:
    """The app as a process, one at a time."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.process: Process | None = None

    async def starts(self) -> None:
        """Start it, and wait until it is connected."""
        facts = {
            "SLACK_API_URL": self.sandbox.api_url,
            "SLACK_BOT_TOKEN": self.sandbox.bot_token,
            "SLACK_APP_TOKEN": self.sandbox.app_token,
        }
        words = (sys.executable, str(_LISTENING))
        self.process = await create_subprocess_exec(*words, env=os.environ | facts)
        await self.sandbox.connected(30)

    async def dies(self) -> None:
        """Kill -9, and wait until the workspace has noticed."""
        if self.process and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()
            await self.sandbox.until(lambda: not self.sandbox.hub.link.sockets)


@pytest.fixture
async def app(sandbox: Sandbox) -> AsyncIterator[App]:
    app = App(sandbox)
    await app.starts()
    yield app
    await app.dies()


async def test_what_a_killed_app_missed_comes_when_it_is_back(
    sandbox: Sandbox, app: App, sana: Member, desk: Channel
) -> None:
    """However long nobody listens, the events wait, in order, and use up no retry."""
    await app.dies()
    roots = [await sana.posts(f"draft {n}", desk) for n in range(3)]
    sandbox.clock.advance(3600)
    await app.starts()
    await sandbox.until(lambda: all(len(sandbox.thread(ts, desk)) == 2 for ts in roots))
    heard = [e for e in sandbox.hub.link.sent if e.payload["event"]["user"] == sana.id]
    assert [e.payload["event"]["ts"] for e in heard] == roots
    assert [e.attempt for e in heard] == [0, 0, 0]


async def test_what_an_app_died_over_comes_again(
    sandbox: Sandbox, app: App, sana: Member, desk: Channel
) -> None:
    """An event sent to a process that is killed before its ack comes to the next one."""
    assert app.process
    app.process.send_signal(SIGSTOP)  # it hears nothing, and its socket stays open
    root = await sana.posts("A draft", desk)
    await sandbox.until(lambda: sandbox.hub.link.sent)
    await app.dies()
    await app.starts()
    await sandbox.until(lambda: len(sandbox.thread(root, desk)) == 2)
    draft = [e for e in sandbox.hub.link.sent if e.payload["event"]["ts"] == root]
    assert [(e.attempt, e.acked) for e in draft] == [(0, False), (1, True)]
    assert sandbox.hub.link.given_up == []


async def test_the_workspace_runs_by_itself() -> None:
    """The command says what an app needs, serves the page, and stops when told to."""
    words = ("-m", "bot.sandbox", "--channel", "desk-foreign", "--person", "Imran")
    process = await create_subprocess_exec(sys.executable, *words, cwd=_ROOT, stdout=PIPE)
    assert process.stdout
    told = dict([(await process.stdout.readline()).decode().strip().split("=") for _ in range(3)])
    async with aiohttp.ClientSession() as web:
        page = told["SLACK_API_URL"].removesuffix("api/")
        state = await (await web.get(f"{page}sandbox/state")).json()
    assert [c["name"] for c in state["channels"]] == ["desk-foreign"]
    assert [p["name"] for p in state["people"]] == ["Imran"]
    assert set(told) == {"SLACK_API_URL", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 10) == 0

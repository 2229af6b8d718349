"""The bot is killed without warning, at the worst moments, and started again."""

import asyncio
import os
import sqlite3
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox import Message, Sandbox
from bot.sandbox.faults import Fault

DESK = "desk-local"
COPY = (
    "The council will close the swimming bath on Pier Street in October, after forty years. "
    "Repairs would cost more than the town has, and the roof lets in the rain.\n\n"
    "The mayor slammed the swimmers who had asked for a vote. A second bath, at the school, "
    "stays open in the evenings and at the weekend.\n\n"
    "Swimmers met at the bath on Sunday. They want to raise the money for the roof themselves, "
    "and to have until the spring to do it. The council meets again on Thursday, and the swimmers "
    "will be there with their towels."
)

MORE = "The swimmers blasted the council, which said on Sunday that the school is near enough."
QUIET = "The bath has two doors, one to the street and one to the pier, said the council. "


class Town:
    """A workspace that lives on while its bot is killed and started again."""

    def __init__(self, sandbox: Sandbox, folder: Path) -> None:
        self.sandbox = sandbox
        self.folder = folder
        self.bot: Process | None = None
        self.draft = ""
        sandbox.channel(DESK)

    async def start(self) -> None:
        """Start the bot as a newsroom would, and wait until it can hear."""
        given = {
            "SLACK_BOT_TOKEN": self.sandbox.bot_token,
            "SLACK_APP_TOKEN": self.sandbox.app_token,
            "SLACK_API_URL": self.sandbox.api_url,
            "COPYCHIEF_DATABASE_URL": f"sqlite:///{self.folder / 'town.sqlite3'}",
            "COPYCHIEF_READ_CHANNELS": DESK,
        }
        self.bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "serve", env=os.environ | given, stdout=DEVNULL
        )
        await self.sandbox.connected(seconds=30)

    async def kill(self) -> None:
        """Kill it: no signal it could catch, no time to clean up."""
        if self.bot is not None and self.bot.returncode is None:
            self.bot.kill()
            await self.bot.wait()
            await self.sandbox.until(lambda: not self.sandbox.hub.link.sockets)

    async def stop(self) -> None:
        """Ask it to stop, as a supervisor does."""
        assert self.bot is not None
        self.bot.terminate()
        assert await self.bot.wait() == 0

    async def posts(self, copy: str = COPY) -> None:
        """Sana posts a draft in a channel where everything is read."""
        self.draft = await self.sandbox.person("Sana").posts(copy, DESK)

    async def caught(self, method: str, how: str = "hold", copy: str = COPY) -> Fault:
        """Start, and have Sana post a draft; the first such call that this takes is held."""
        await self.start()
        held = self.sandbox.fail(method, how=how)
        await self.posts(copy)
        await held.reached()
        return held

    async def acked(self) -> None:
        """Wait until Slack was told that the post arrived."""
        sent = self.sandbox.hub.link.sent
        await self.sandbox.until(lambda: any(e.acked and self._is_post(e.payload) for e in sent))

    def _is_post(self, payload: dict[str, Any]) -> bool:
        return bool(payload.get("event", {}).get("ts") == self.draft)

    def checklists(self) -> list[Message]:
        """What the bot has answered in the thread."""
        return self.sandbox.thread(self.draft, DESK)[1:]

    async def is_read_once(self) -> None:
        """The draft ends up read, with one checklist, and not a word of it is lost or doubled."""
        message = self.sandbox.message(self.draft, DESK)
        await self.sandbox.until(lambda: set(message.reactions) == {"clipboard"}, seconds=30)
        await self.stop()
        [checklist] = self.checklists()
        assert "slammed" in str(checklist.blocks)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    sandbox = Sandbox()
    await sandbox.start()
    town = Town(sandbox, tmp_path)
    yield town
    await town.kill()
    await sandbox.stop()


async def test_before_the_ack(town: Town) -> None:
    """Killed before Slack was told anything, it gets the draft again and reads it."""
    await town.caught("conversations.info")
    await town.kill()
    await town.start()
    await town.is_read_once()


async def test_right_after_the_ack(town: Town) -> None:
    """Killed once Slack was told that all is well, it reads the draft when it is back."""
    await town.caught("reactions.add")
    await town.acked()
    await town.kill()
    assert town.checklists() == []
    await town.start()
    await town.is_read_once()


async def test_before_the_post(town: Town) -> None:
    """Killed with the checklist drawn and not yet sent, it sends it when it is back."""
    await town.caught("chat.postMessage")
    await town.kill()
    assert town.checklists() == []
    await town.start()
    await town.is_read_once()


async def test_after_the_post(town: Town) -> None:
    """Killed with the checklist sent and nothing of that saved, it finds its own message."""
    await town.caught("chat.postMessage", how="hold_after")
    await town.sandbox.until(town.checklists)
    await town.kill()
    await town.start()
    await town.is_read_once()


async def test_while_the_post_is_on_its_way(town: Town) -> None:
    """A post that arrives only after the bot was killed and looked in vain is found as well."""
    post = await town.caught("chat.postMessage")
    await town.kill()
    await town.start()
    await town.sandbox.until(lambda: looked(town.sandbox))
    post.release()
    await town.is_read_once()


async def test_between_two_parts(town: Town) -> None:
    """Killed after the first part, it reads both, in one draft, when it is back."""
    await town.caught("reactions.add")
    await town.kill()
    second = await town.sandbox.person("Sana").posts(MORE, DESK)
    await town.start()
    await town.is_read_once()
    checklist = str(town.checklists()[0].blocks)
    assert "blasted" in checklist
    assert town.sandbox.thread(second, DESK)[1:] == []


async def test_while_the_rest_of_a_paste_is_waited_for(town: Town) -> None:
    """Killed with the first piece of a paste in hand and nothing kept, it reads the whole."""
    await town.caught("conversations.history", copy=COPY + "\n\n" + QUIET * 40)
    await town.kill()
    await town.sandbox.person("Sana").posts(MORE, DESK)
    await town.start()
    await town.is_read_once()
    assert "blasted" in str(town.checklists()[0].blocks)


async def test_a_post_that_arrives_after_its_successor(town: Town) -> None:
    """A post that arrives when another has taken its place, and the bot died once more, goes."""
    post = await town.caught("chat.postMessage")
    await town.kill()
    await town.start()
    await town.sandbox.until(town.checklists, seconds=30)
    [checklist] = town.checklists()
    draft = town.sandbox.message(town.draft, DESK)
    await town.sandbox.until(lambda: set(draft.reactions) == {"clipboard"}, seconds=30)
    await town.kill()
    post.release()
    await town.sandbox.until(lambda: len(town.checklists()) == 2)
    await town.start()
    await town.sandbox.until(lambda: town.checklists() == [checklist], seconds=30)
    await town.is_read_once()


async def test_a_reply_below_a_card_that_is_not_known_yet(town: Town) -> None:
    """What is decided below a card that a dead process posted is on record all the same."""
    await town.start()
    post = town.sandbox.fail("chat.postMessage", how="hold_after")
    await town.sandbox.person("Sana").types(f"/desk check {COPY}", DESK, seconds=0)
    await post.reached()
    [card] = town.sandbox.messages(DESK)
    await town.kill()
    looking = town.sandbox.fail("conversations.history", how="hold")
    await town.start()
    await looking.reached(30)
    imran = town.sandbox.person("Imran")
    reply = await imran.replies("fixed 1", card, DESK)
    sent = town.sandbox.hub.link.sent
    await town.sandbox.until(lambda: [e for e in sent if "fixed 1" in str(e.payload)])
    looking.release()
    answered = town.sandbox.message(reply, DESK)
    await town.sandbox.until(lambda: "white_check_mark" in answered.reactions, seconds=30)
    await town.stop()


async def test_somebody_is_being_asked(town: Town) -> None:
    """Killed while it tells a person what they are asked, it tells them once when it is back."""
    await town.start()
    await town.posts()
    await town.sandbox.until(town.checklists, seconds=30)
    draft = town.sandbox.message(town.draft, DESK)
    await town.sandbox.until(lambda: set(draft.reactions) == {"clipboard"}, seconds=30)
    leila, imran = town.sandbox.person("Leila"), town.sandbox.person("Imran")
    telling = town.sandbox.fail("chat.postMessage", how="hold_after")
    reply = await imran.replies(f"ask 1 {leila.mention}", town.draft, DESK)
    await telling.reached(30)
    await town.kill()
    await town.start()
    asked = town.sandbox.message(reply, DESK)
    await town.sandbox.until(lambda: "white_check_mark" in asked.reactions, seconds=30)
    await town.sandbox.until(lambda: told(town, "asked") == 1, seconds=30)
    await town.stop()
    assert len(town.sandbox.messages(leila.direct)) == 1


@pytest.mark.parametrize("how", ["hold", "hold_after"])
async def test_a_marked_draft_is_being_handed_back(town: Town, how: str) -> None:
    """Killed before or after its files are shown, it shows them once when it is back."""
    await town.start()
    await town.posts()
    await town.sandbox.until(town.checklists, seconds=30)
    draft = town.sandbox.message(town.draft, DESK)
    await town.sandbox.until(lambda: set(draft.reactions) == {"clipboard"}, seconds=30)
    sending = town.sandbox.fail("files.completeUploadExternal", how=how)
    await town.sandbox.person("Imran").types("/desk handback", DESK, seconds=0)
    await sending.reached(30)
    await town.kill()
    sending.times = sending.hits  # the caller of the held one is gone
    await town.start()
    await town.sandbox.until(lambda: told(town, "hand back") == 1, seconds=30)
    await town.stop()
    shown = [message for message in town.sandbox.thread(town.draft, DESK) if message.files]
    assert len(shown) == 1


def told(town: Town, flow: str) -> int:
    """How many works of this kind were accepted and are done."""
    with closing(sqlite3.connect(town.folder / "town.sqlite3")) as connection:
        query = "select count(*) from workflow_status where workflow_uuid like ? and status = ?"
        return int(connection.execute(query, (f"{flow}:%", "SUCCESS")).fetchone()[0])


def looked(sandbox: Sandbox) -> bool:
    return any(
        method == "conversations.replies" and "include_all_metadata" in args
        for method, args in sandbox.api.calls
    )

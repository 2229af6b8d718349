"""Work that is accepted, done in order, and gone on with."""

import asyncio
import json
import logging
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.errors import SettingMissing, Unreadable
from bot.slack import SlackAway
from bot.work.engine import Engine, Flow


class Hands:
    """Does as it is told, remembers it, and fails where a test says so."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.done: list[tuple[str, str | int]] = []
        self.told: list[str] = []
        self.fails: list[Exception] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.loops: set[asyncio.AbstractEventLoop] = set()

    async def first(self, id: str | int) -> None:
        self.loops.add(asyncio.get_running_loop())
        if self.fails:
            raise self.fails.pop(0)
        if gate := self.gates.get(str(id)):
            await gate.wait()
        self.done.append(("first", id))

    async def second(self, id: str | int) -> None:
        self.done.append(("second", id))

    async def failed(self, line: str, id: str | int) -> None:
        if line == "away" and not self.told:
            self.told.append("")
            raise SlackAway("still away")
        self.told.append(line)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[Engine]:
        flow = Flow((self.first, self.second), self.failed)
        engine = Engine(self.database, {"flow": flow}, pause=0.01)
        try:
            await engine.start()
            yield engine
        finally:
            await engine.stop()

    def rows(self, query: str) -> list[tuple[str, ...]]:
        with sqlite3.connect(self.database) as connection:
            return connection.execute(query).fetchall()

    def status(self) -> list[tuple[str, ...]]:
        return self.rows("select workflow_uuid, status from workflow_status")


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return Hands(tmp_path / "desk.sqlite3")


async def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while True:
            if condition():
                return
            await asyncio.sleep(0.01)


async def test_does_every_step_once(hands: Hands) -> None:
    """Work accepted twice under one key is done once, step by step, where it was started."""
    async with hands.at_work() as engine:
        await engine.accept("flow", "Ev1", "draft:1", 1)
        await engine.accept("flow", "Ev1", "draft:1", 1)
        await until(lambda: len(hands.done) == 2)
        await engine.accept("flow", "Ev1", "draft:1", 1)
        await engine.accept("flow", "Ev2", "draft:1", 2)
        await until(lambda: len(hands.done) == 4)
    assert hands.done == [("first", 1), ("second", 1), ("first", 2), ("second", 2)]
    assert hands.loops == {asyncio.get_running_loop()}


async def test_order_within_a_draft(hands: Hands) -> None:
    """What comes later for one draft waits for what came before; other drafts do not."""
    hands.gates["slow"] = asyncio.Event()
    async with hands.at_work() as engine:
        await engine.accept("flow", "Ev1", "draft:1", "slow")
        await engine.accept("flow", "Ev2", "draft:1", "after")
        await engine.accept("flow", "Ev3", "draft:2", "other")
        await until(lambda: ("second", "other") in hands.done)
        assert ("first", "after") not in hands.done
        hands.gates["slow"].set()
        await until(lambda: ("second", "after") in hands.done)
    assert hands.done.index(("second", "slow")) < hands.done.index(("first", "after"))


async def test_goes_on_after_a_stop(hands: Hands) -> None:
    """What was under way or waiting when the bot stopped is done at the next start."""
    hands.gates["slow"] = asyncio.Event()
    async with hands.at_work() as engine:
        await engine.accept("flow", "Ev1", "draft:1", "slow")
        await engine.accept("flow", "Ev2", "draft:1", "after")
        await until(lambda: bool(hands.loops))
    assert hands.done == []
    hands.gates.clear()
    async with hands.at_work():
        both = {("flow:Ev1", "SUCCESS"), ("flow:Ev2", "SUCCESS")}
        await until(lambda: set(hands.status()) == both)
    assert [id for _, id in hands.done] == ["slow", "slow", "after", "after"]


async def test_a_stop_is_quick_and_quiet(
    hands: Hands, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Stopping in the middle of work takes no more than a moment and complains of nothing."""
    hands.gates["slow"] = asyncio.Event()
    async with hands.at_work() as engine:
        await engine.accept("flow", "Ev1", "draft:1", "slow")
        await until(lambda: bool(hands.loops))
        async with asyncio.timeout(2):
            await engine.stop()
    assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []
    assert capfd.readouterr() == ("", "")


async def test_waits_for_slack(hands: Hands) -> None:
    """While Slack is away, or will not have us, a step is tried again and nobody is bothered."""
    hands.fails = [SlackAway("away"), SettingMissing("the token was withdrawn")]
    async with hands.at_work() as engine:
        await engine.accept("flow", "Ev1", "draft:1", 1)
        await until(lambda: len(hands.done) == 2)
    assert hands.told == []


async def test_tells_what_a_person_must_know(hands: Hands) -> None:
    """A step that cannot be done ends the work, and the person is told its one line."""
    hands.fails = [Unreadable("It is a picture.")]
    async with hands.at_work() as engine:
        await engine.accept("flow", "Ev1", "draft:1", 1)
        await until(lambda: bool(hands.told))
        await engine.accept("flow", "Ev2", "draft:1", 2)
        await until(lambda: len(hands.done) == 2)
    assert hands.told == ["It is a picture."]
    assert hands.done == [("first", 2), ("second", 2)]


async def test_goes_on_telling(hands: Hands) -> None:
    """A line that could not be delivered is delivered later."""
    hands.fails = [Unreadable("away")]
    async with hands.at_work() as engine:
        await engine.accept("flow", "Ev1", "draft:1", 1)
        await until(lambda: hands.told == ["", "away"])


async def test_a_fault_of_ours(hands: Hands, caplog: pytest.LogCaptureFixture) -> None:
    """A fault of ours is owned up to; the log has its kind and place, and not a word of copy."""
    hands.fails = [ValueError("The ferry was late.")]
    async with hands.at_work() as engine:
        await engine.accept("flow", "Ev1", "draft:1", 1)
        await until(lambda: bool(hands.told))
    assert "on my side" in hands.told[0]
    assert "ValueError" in caplog.text
    assert "test_engine.py" in caplog.text
    assert "ferry" not in caplog.text


async def test_ids_are_kept_as_json(hands: Hands) -> None:
    """What is kept is plain JSON, ids and nothing else, and comes back as it was."""
    async with hands.at_work() as engine:
        await engine.accept("flow", "Ev1", "draft:1", "1731412345.000100")
        await until(lambda: len(hands.done) == 2)
    [(inputs,)] = hands.rows("select inputs from workflow_input")
    [(form,)] = hands.rows("select serialization from workflow_status")
    assert form == "portable_json"
    assert json.loads(inputs)["positionalArgs"] == ["flow", ["1731412345.000100"]]
    assert hands.done[0] == ("first", "1731412345.000100")
    assert {row[0] for row in hands.rows("select serialization from operation_outputs")} == {
        "portable_json"
    }


async def test_write_ahead(hands: Hands) -> None:
    """The database is in write-ahead mode, so that readers and writers do not stop each other."""
    async with hands.at_work():
        assert hands.rows("pragma journal_mode") == [("wal",)]


async def test_one_at_a_time(hands: Hands) -> None:
    """A second engine in the same process is refused, and does not disturb the first."""
    async with hands.at_work() as engine:
        with pytest.raises(RuntimeError, match="one engine"):
            async with hands.at_work():
                pass
        await engine.accept("flow", "Ev1", "draft:1", 1)
        await until(lambda: len(hands.done) == 2)


async def test_forgets_what_was_done_long_ago(hands: Hands) -> None:
    """Work that was finished more than thirty days ago leaves the database at the next start."""
    async with hands.at_work() as engine:
        for key in ("Ev1", "Ev2"):
            await engine.accept("flow", key, "draft:1", key)
        await until(lambda: {state for _, state in hands.status()} == {"SUCCESS"})
    month = 31 * 24 * 3600 * 1000
    with sqlite3.connect(hands.database) as connection:
        connection.execute(
            "update workflow_status set completed_at = completed_at - ? where workflow_uuid = ?",
            (month, "flow:Ev1"),
        )
    connection.close()
    async with hands.at_work():
        assert hands.status() == [("flow:Ev2", "SUCCESS")]

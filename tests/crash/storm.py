"""A newsroom at work while its bot is killed again and again."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

import yaml

from bot.cli.manifest import MANIFEST
from bot.sandbox import Sandbox
from bot.sandbox.faults import Fault
from tests.crash.count import Count, counted
from tests.crash.nursery import Nursery
from tests.crash.people import READ, UNREAD, Budget, Pair
from tests.crash.told import Deliveries

_PAIRS = 10
# Slack sends an event four times in six minutes. A bot that dies every few seconds is met more
# often at the wrong moment, so here it is sent more often.
_AGAIN = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
_LONGEST = 600.0  # seconds between two kills
_START = 90.0  # seconds for a start on a busy machine


@dataclass(frozen=True)
class Plan:
    """What to do: so many kills over so many events, the same again with the same seed."""

    kills: int
    events: int
    seed: int = 1
    minutes: float = 60.0  # after which it ends, done or not
    late: bool = True  # posts that arrive only after the bot died: swept within a minute


@dataclass
class Outcome:
    """What came of it."""

    count: Count
    kills: int
    events: int
    handed_in: int
    decisions: int
    deliveries: int
    again: int
    seconds: float


class Storm:
    """The kills, each when so many more events have happened."""

    def __init__(self, plan: Plan, sandbox: Sandbox, nursery: Nursery, budget: Budget) -> None:
        self._plan = plan
        self._sandbox = sandbox
        self._nursery = nursery
        self._budget = budget
        self._chance = random.Random(plan.seed)
        self._late: set[asyncio.Task[None]] = set()
        self.kills = 0

    async def run(self) -> None:
        """Kill and start again, as often as planned; the last bot is left alive."""
        await self._start()
        ways = [self._any_moment, self._any_moment, self._while_starting, self._at_a_call]
        if self._plan.late:
            ways.append(self._before_a_post_arrives)
        for n in range(1, self._plan.kills + 1):
            goal = n * self._plan.events // (self._plan.kills + 1)
            await self._sandbox.until(partial(self._budget.reached, goal), _LONGEST)
            await self._chance.choice(ways)()
            self.kills = n
        if self._late:
            await asyncio.wait(self._late)

    async def _start(self) -> None:
        await self._nursery.start()
        await self._sandbox.connected(_START)

    async def _again(self) -> None:
        await self._nursery.kill()
        await self._start()

    async def _any_moment(self) -> None:
        await asyncio.sleep(self._chance.uniform(0, 1.5))
        await self._again()

    async def _while_starting(self) -> None:
        await self._nursery.kill()
        await self._nursery.start()
        await asyncio.sleep(self._chance.uniform(0, 1.0))
        await self._again()

    async def _at_a_call(self) -> None:
        """Kill it once a call is carried out and before its answer comes."""
        method = self._chance.choice(["chat.postMessage", "chat.update", "reactions.add", "*"])
        held = self._sandbox.fail(method, how="hold_after")
        with suppress(TimeoutError):
            await held.reached(2)
        await self._nursery.kill()
        held.end()
        await self._start()

    async def _before_a_post_arrives(self) -> None:
        """Kill it with a post on its way, which arrives when another may have taken its place."""
        held = self._sandbox.fail("chat.postMessage", how="hold")
        with suppress(TimeoutError):
            await held.reached(2)
        await self._nursery.kill()
        delay = self._chance.uniform(0, 8) if held.hits else 0.0
        held.times = held.hits
        arriving = asyncio.create_task(_arrives(held, delay))
        self._late.add(arriving)
        arriving.add_done_callback(self._late.discard)
        await self._start()


async def _arrives(held: Fault, seconds: float) -> None:
    await asyncio.sleep(seconds)
    held.end()


async def storm(plan: Plan, folder: Path) -> Outcome:
    """Carry out a plan and count, once everything is quiet."""
    began = time.monotonic()
    database = folder / "storm.sqlite3"
    budget = Budget(plan.events)
    async with _workspace() as sandbox, _nursery(sandbox, database) as nursery:
        killing = Storm(plan, sandbox, nursery, budget)
        names = count(1)
        pairs = [
            Pair(n, sandbox, budget, random.Random(plan.seed * 1000 + n), names)
            for n in range(_PAIRS)
        ]
        with suppress(TimeoutError):
            async with asyncio.timeout(plan.minutes * 60):
                async with asyncio.TaskGroup() as group:
                    group.create_task(killing.run())
                    for pair in pairs:
                        group.create_task(pair.work())
        stories = [story for pair in pairs for story in pair.stories]
        final = await _quiet(sandbox, lambda: counted(sandbox, database, stories))
        sent = list(sandbox.hub.link.sent)
        return Outcome(
            count=final,
            kills=killing.kills,
            events=budget.done,
            handed_in=len(stories),
            decisions=sum(len(story.decisions) for story in stories),
            deliveries=len(sent),
            again=len([envelope for envelope in sent if envelope.attempt]),
            seconds=time.monotonic() - began,
        )


async def _quiet(sandbox: Sandbox, look: Callable[[], Count], seconds: float = 150) -> Count:
    """Count when nothing happens any more and nothing is amiss, or the time is over.

    A second copy of a message has a minute to be found.
    """
    until = time.monotonic() + seconds
    while True:
        with suppress(TimeoutError):
            await sandbox.settled(seconds=5)
        found = look()
        if found.clean or time.monotonic() > until:
            return found
        await asyncio.sleep(1)


@asynccontextmanager
async def _workspace() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(yaml.safe_load(MANIFEST.read_text(encoding="utf-8")))
    sandbox.hub.link.redeliver_after = _AGAIN
    sandbox.hub.link.sent = Deliveries()
    sandbox.api.rates.enabled = False  # the bot keeps to its own pace; only the storm does not
    for name in (READ, UNREAD):
        sandbox.channel(name)
    await sandbox.start()
    try:
        yield sandbox
    finally:
        await sandbox.stop()


@asynccontextmanager
async def _nursery(sandbox: Sandbox, database: Path) -> AsyncIterator[Nursery]:
    given = {
        "SLACK_BOT_TOKEN": sandbox.bot_token,
        "SLACK_APP_TOKEN": sandbox.app_token,
        "SLACK_API_URL": sandbox.api_url,
        "COPYCHIEF_DATABASE_URL": f"sqlite:///{database}",
        "COPYCHIEF_READ_CHANNELS": READ,
    }
    nursery = Nursery(given, database.with_name("log"))
    try:
        await nursery.open()
        yield nursery
    finally:
        await nursery.close()

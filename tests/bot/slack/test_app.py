"""Bursts: slowed, kept in order, and nothing lost; a click waits behind none of it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.sandbox import Sandbox
from bot.slack import Slack
from bot.slack.app import App, thread_of
from bot.slack.queue import Queue
from bot.slack.socket import Socket

AT_ONCE = 8


class Ears:
    """Takes in what it hears, each event as slowly as a test says."""

    def __init__(self, slack: Slack) -> None:
        self.heard: list[str] = []
        self.now = 0
        self.most = 0
        self.gate = asyncio.Event()
        self.fails = 0
        self.app = App(slack, at_once=AT_ONCE)
        self.app.use(self.hear)
        self.app.event("message")(self.nothing)
        self.app.command("/desk")(self.answer)

    async def hear(self, body: dict[str, Any], next_: Callable[[], Awaitable[None]]) -> None:
        if body.get("type") == "event_callback":
            self.now += 1
            self.most = max(self.most, self.now)
            await self.gate.wait()
            self.now -= 1
            if self.fails:
                self.fails -= 1
                raise OSError("no space left")
            self.heard.append(body["event"]["text"])
        await next_()

    async def nothing(self) -> None:
        pass

    async def answer(self, ack: AsyncAck) -> None:
        await ack("Here.")

    @asynccontextmanager
    async def open(self, token: str, sockets: int = 2) -> AsyncIterator[None]:
        socket = Socket(self.app, token, direct=True, count=sockets)
        try:
            await socket.start()
            yield
        finally:
            await socket.close()
            await self.app.close()


@pytest.fixture
def ears(slack: Slack, sandbox: Sandbox) -> Ears:
    sandbox.hub.link.redeliver_after = (0.0, 0.1, 0.1)
    return Ears(slack)


async def test_a_burst_is_slowed(ears: Ears, sandbox: Sandbox) -> None:
    """Of five hundred posts so many are taken in at a time; a command does not wait for them."""
    desk, sana = sandbox.channel("desk"), sandbox.person("Sana")
    said = [f"The ferry was late {n} times." for n in range(500)]
    async with ears.open(sandbox.app_token):
        for line in said:
            await sana.posts(line, desk)
        await sandbox.until(lambda: ears.now == AT_ONCE)
        assert await sana.types("/desk", desk) == "Here."
        assert ears.heard == []
        ears.gate.set()
        await sandbox.until(lambda: len(ears.heard) == len(said), seconds=30)
        await sandbox.settled()
        assert (sorted(ears.heard), ears.most) == (sorted(said), AT_ONCE)


async def test_a_thread_keeps_its_order(ears: Ears, sandbox: Sandbox) -> None:
    """What is said in one thread is taken in as it came, and holds no other thread up."""
    desk, sana = sandbox.channel("desk"), sandbox.person("Sana")
    said = [f"No, {n} times." for n in range(20)]
    async with ears.open(sandbox.app_token, sockets=1):
        root = await sana.posts("The ferry was late.", desk)
        for line in said:
            await sana.replies(line, root, desk)
        await sana.posts("The bridge is open.", desk)
        await sandbox.until(lambda: ears.now == 2)
        ears.gate.set()
        await sandbox.until(lambda: len(ears.heard) == len(said) + 2)
    assert [line for line in ears.heard if line in said] == said


async def test_sent_again_while_it_waits(ears: Ears, sandbox: Sandbox) -> None:
    """An event that Slack sends again while the first waits, or after it, is taken in once."""
    desk, link = sandbox.channel("desk"), sandbox.hub.link
    link.ack_seconds = 0.2
    async with ears.open(sandbox.app_token):
        await sandbox.person("Sana").posts("The ferry was late.", desk)
        await sandbox.until(lambda: len(link.sent) == 3)
        ears.gate.set()
        await sandbox.settled()
        assert link.sent[-1].acked
    assert ears.heard == ["The ferry was late."]


async def test_what_failed_is_done_again(ears: Ears, sandbox: Sandbox) -> None:
    """An event that could not be taken in is not acknowledged, comes again and is taken in."""
    desk, link = sandbox.channel("desk"), sandbox.hub.link
    link.ack_seconds, ears.fails = 0.2, 2
    ears.gate.set()
    async with ears.open(sandbox.app_token):
        await sandbox.person("Sana").posts("The ferry was late.", desk)
        await sandbox.until(lambda: ears.heard == ["The ferry was late."])
        await sandbox.settled()
    assert [sent.acked for sent in link.sent] == [False, False, True]


async def test_a_slack_that_is_away_loses_no_event(ears: Ears, sandbox: Sandbox) -> None:
    """The first event after a start is taken in although Slack answers no question."""
    sandbox.fail("auth.test", times=50, how="error:internal_error")
    ears.gate.set()
    async with ears.open(sandbox.app_token):
        await sandbox.person("Sana").posts("The ferry was late.", sandbox.channel("desk"))
        await sandbox.until(lambda: ears.heard == ["The ferry was late."])


@pytest.mark.parametrize(
    ("event", "thread"),
    [
        ({"type": "message", "channel": "C1", "ts": "2.0"}, "C1:2.0"),
        ({"type": "message", "channel": "C1", "ts": "3.0", "thread_ts": "2.0"}, "C1:2.0"),
        (
            {
                "subtype": "message_changed",
                "channel": "C1",
                "ts": "4.0",
                "message": {"ts": "3.0", "thread_ts": "2.0"},
            },
            "C1:2.0",
        ),
        (
            {
                "subtype": "message_deleted",
                "channel": "C1",
                "ts": "4.0",
                "previous_message": {"ts": "2.0"},
            },
            "C1:2.0",
        ),
        ({"type": "reaction_added", "item": {"channel": "C1", "ts": "2.0"}}, "C1:2.0"),
        ({"type": "app_home_opened", "channel": "D1", "user": "U1"}, "D1:U1"),
    ],
)
def test_what_an_event_is_about(event: dict[str, Any], thread: str) -> None:
    """A draft, its edits, its deletion, replies and reactions to it wait for each other."""
    assert thread_of({"event": event}) == thread


# Thread, ticks, moment; what takes no time is done before another has come to wait.
ACTS = st.tuples(st.integers(0, 3), st.integers(1, 5), st.integers(0, 99))


@given(st.lists(ACTS, max_size=40), st.integers(1, 4))
def test_the_queue(acts: list[tuple[int, int, int]], at_once: int) -> None:
    """Whatever comes, however long it takes: all is done, so many at a time, threads in order.

    The first of a thread begins; of those that wait, what was said first goes first.
    """
    done: list[tuple[int, int]] = []
    now, most = 0, 0

    async def act(thread: int, n: int, ticks: int) -> bool:
        nonlocal now, most
        now += 1
        most = max(most, now)
        for _ in range(ticks):
            await asyncio.sleep(0)
        now -= 1
        done.append((thread, n))
        return True

    async def run() -> None:
        queue: Queue[bool] = Queue(at_once, bool)
        await asyncio.gather(
            *(
                queue.take(f"Ev{n}", str(thread), moment, partial(act, thread, n, ticks))
                for n, (thread, ticks, moment) in enumerate(acts)
            )
        )

    asyncio.run(run())
    assert sorted(n for _, n in done) == list(range(len(acts)))
    assert most <= at_once
    for thread in range(4):
        first, *waited = [n for t, n in done if t == thread] or [0]
        assert first == min((n for n, act in enumerate(acts) if act[0] == thread), default=0)
        assert waited == sorted(waited, key=lambda n: (acts[n][2], n))

"""Calls within Slack's limits."""

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.slack.pace import PER_CHANNEL, PER_WORKSPACE, Pace


class Clock:
    """Time that passes only while somebody waits."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.time += seconds

    def pace(self) -> Pace:
        return Pace(now=self.now, sleep=self.sleep)


async def test_posts_to_a_channel() -> None:
    """A short burst goes at once; after it, a post a second."""
    clock = Clock()
    pace = clock.pace()
    for _ in range(4):
        await pace.wait("chat.postMessage", "C1")
    assert clock.time == 0
    for _ in range(4):
        await pace.wait("chat.postMessage", "C1")
    assert clock.time == 4


async def test_a_pause_is_remembered() -> None:
    """After a quiet moment a burst is free again, however long the quiet was."""
    clock = Clock()
    pace = clock.pace()
    for quiet in (0, 4, 1000):
        clock.time += quiet
        before = clock.time
        for _ in range(4):
            await pace.wait("chat.postMessage", "C1")
        assert clock.time == before


async def test_channels_do_not_wait_for_each_other() -> None:
    """A busy channel holds nobody else up."""
    clock = Clock()
    pace = clock.pace()
    for channel in range(50):
        await pace.wait("chat.postMessage", f"C{channel}")
    assert clock.time == 0


async def test_quiet_channels_are_forgotten() -> None:
    """Nothing is remembered of channels that were quiet for a while."""
    clock = Clock()
    pace = clock.pace()
    for channel in range(50):
        await pace.wait("chat.postMessage", f"C{channel}")
    clock.time += 60
    await pace.wait("chat.postMessage", "C1")
    assert len(pace._free) == 1
    assert not pace._turns


async def test_updates_of_a_workspace() -> None:
    """A minute holds forty-five updates at most, in whatever channels they are."""
    clock = Clock()
    pace = clock.pace()
    for channel in range(46):
        await pace.wait("chat.update", f"C{channel}")
    assert clock.time >= 60


async def test_windows_are_never_late() -> None:
    """What must be done within seconds of a click never waits."""
    clock = Clock()
    pace = clock.pace()
    for _ in range(500):
        await pace.wait("views.open")
    assert clock.time == 0


@given(
    st.sampled_from(sorted(PER_WORKSPACE)),
    st.lists(st.floats(0, 10), max_size=60),
    st.integers(1, 60),
)
def test_what_is_ahead(method: str, gaps: list[float], calls: int) -> None:
    """The wait that is foreseen for the last of some calls is the one that it has."""
    clock = Clock()
    pace = clock.pace()

    async def call() -> None:
        for gap in gaps:
            clock.time += gap
            await pace.wait(method)
        foreseen = clock.time + pace.ahead(method, calls)
        for _ in range(calls):
            await pace.wait(method)
        assert abs(clock.time - foreseen) < 1e-6

    asyncio.run(call())


@settings(max_examples=40)
@given(
    st.sampled_from([*PER_CHANNEL, *PER_WORKSPACE]),
    st.lists(st.floats(0, 10), min_size=1, max_size=150),
)
def test_never_too_many(method: str, gaps: list[float]) -> None:
    """Whenever the calls come, no window of time ever holds more than its limit."""
    clock = Clock()
    pace = clock.pace()
    made: list[float] = []

    async def call() -> None:
        for gap in gaps:
            clock.time += gap
            await pace.wait(method, "C1")
            made.append(clock.time)

    asyncio.run(call())
    limit = {**PER_CHANNEL, **PER_WORKSPACE}[method]
    for first, start in enumerate(made):
        for nth, at in enumerate(made[first:], start=1):
            assert nth <= limit.burst + (at - start) / limit.interval + 1e-6

"""Editors who settle flags by menu, by window and by reply, each at their own pace."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import TypeVar

from bot.sandbox import Member, Sandbox
from bot.sandbox.model import visible
from bot.sandbox.pressing import of_flag
from bot.sandbox.refusal import Trouble

T = TypeVar("T")
_GIVE_UP = 60.0  # seconds after which an answer is called missing


@dataclass(frozen=True)
class Thread:
    """A draft's thread: its root and its channel."""

    ts: str
    channel: str


@dataclass(frozen=True)
class Task:
    """One decision: on which flag, how it is made, and how many seconds after the start."""

    thread: Thread
    number: int
    way: str  # menu, window, reply
    after: float


@dataclass
class Seen:
    """What the editors saw; times in seconds."""

    acks: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    decided: list[Task] = field(default_factory=list)
    last: float = 0.0  # when the last decision was acknowledged


class Editor:
    """Somebody at the desk with a list of decisions to make."""

    def __init__(self, sandbox: Sandbox, member: Member, seen: Seen) -> None:
        self._sandbox = sandbox
        self._member = member
        self._seen = seen

    async def work(self, tasks: list[Task], start: float) -> None:
        """Make every decision at its time, or as soon as the one before is made."""
        for task in tasks:
            await asyncio.sleep(max(0.0, start + task.after - monotonic()))
            await self._decide(task)

    async def _decide(self, task: Task) -> None:
        begun, heard = monotonic(), len(self._sandbox.whispers(self._member))
        try:
            await getattr(self, f"_by_{task.way}")(task)
        except Trouble as trouble:
            self._seen.refused.append(f"{task.way}: {trouble}")
            return
        self._seen.last = max(self._seen.last, monotonic())
        self._seen.decided.append(task)
        if task.way == "menu":  # a window closes, a reply gets its mark: those are the answers
            await self._answered(task, begun, heard)

    async def _answered(self, task: Task, begun: float, heard: int) -> None:
        def is_answered() -> bool:
            whispers = self._sandbox.whispers(self._member)
            return len(whispers) > heard or is_decided(self._sandbox, task)

        await self._wait(is_answered, begun, task)

    async def _wait(self, condition: Callable[[], bool], begun: float, task: Task) -> None:
        try:
            await self._sandbox.until(condition, _GIVE_UP)
        except TimeoutError:
            level = drawn(self._sandbox, task).partition("\n")[0][-30:]
            self._seen.refused.append(f"{task.way}: no answer, {level}")
        self._seen.answers.append(monotonic() - begun)

    async def _by_menu(self, task: Task) -> None:
        label = "Agree" if is_answered(self._sandbox, task) else "Fixed"
        await self._acked(
            self._member.presses(label, task.thread.ts, task.thread.channel, flag=task.number)
        )

    async def _by_window(self, task: Task) -> None:
        before = self._member.view
        press = self._member.presses("Open", task.thread.ts, task.thread.channel, flag=task.number)
        await self._acked(press)
        await self._sandbox.until(lambda: self._member.view is not before, _GIVE_UP)
        filled = {"outcome": "stet", "reason": "passed by the desk"}
        begun = monotonic()
        lines = await self._acked(self._member.submits(filled))
        self._seen.answers.append(monotonic() - begun)
        if lines:
            raise Trouble(str(lines))

    async def _by_reply(self, task: Task) -> None:
        begun = monotonic()
        said = f"stet {task.number} the desk has passed it"
        ts = await self._member.replies(said, task.thread.ts, task.thread.channel)
        message = self._sandbox.message(ts, task.thread.channel)
        await self._wait(lambda: "white_check_mark" in message.reactions, begun, task)

    async def _acked(self, act: Awaitable[T]) -> T:
        begun = monotonic()
        answer = await act
        self._seen.acks.append(monotonic() - begun)
        return answer


def drawn(sandbox: Sandbox, task: Task) -> str:
    """The flag as it is drawn in its thread now."""
    for message in sandbox.thread(task.thread.ts, task.thread.channel):
        own = of_flag(message.blocks or [], task.number)
        if own:
            return visible([block.get("text") for block in own])
    return ""


def is_answered(sandbox: Sandbox, task: Task) -> bool:
    """True when it waits for a second editor."""
    return "waits for a second" in drawn(sandbox, task)


def is_decided(sandbox: Sandbox, task: Task) -> bool:
    """True when it is drawn as settled or answered, or on a page that is folded away."""
    words = drawn(sandbox, task)
    return not words or words.startswith("~") or "waits for a second" in words


def shared_out(
    threads: list[Thread], editors: int, seconds: float, chance: random.Random, flags: int
) -> list[list[Task]]:
    """Every flag of every draft to somebody, spread over the time."""
    ways = ("menu", "menu", "window", "reply")
    every = [
        Task(thread, number, chance.choice(ways), chance.uniform(0, seconds))
        for thread in threads
        for number in range(1, flags + 1)
    ]
    chance.shuffle(every)
    lists: list[list[Task]] = [[] for _ in range(editors)]
    for n, task in enumerate(every):
        lists[n % editors].append(task)
    return [sorted(each, key=lambda task: task.after) for each in lists]

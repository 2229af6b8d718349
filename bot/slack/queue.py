"""A queue of what comes in: so much at a time, and of one thread one after the other."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar
from weakref import WeakValueDictionary

from bot.slack.line import Line

T = TypeVar("T")
_REMEMBERED = 1000  # events that are done; Slack sends one again for about six minutes


class Queue(Generic[T]):
    """A queue that slows a burst down and drops nothing of it.

    ``at_once``: how many are done at a time; the others wait, first come, first served.
    ``keep`` tells which outcomes need not be brought about again.
    """

    def __init__(self, at_once: int, keep: Callable[[T], bool]) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._keep = keep
        self._threads: WeakValueDictionary[str, Line] = WeakValueDictionary()
        self._under_way: dict[str, asyncio.Task[T]] = {}
        self._done: dict[str, T] = {}

    async def take(
        self, key: str, thread: str, order: float, act: Callable[[], Coroutine[Any, Any, T]]
    ) -> T:
        """Do an act when its turn has come; what it gave.

        The same ``key`` again is the same act: it is waited for, not done twice. Acts of one
        ``thread`` are done one after the other, of those that wait the smallest ``order`` first.
        """
        if key in self._done:
            return self._done[key]
        if key not in self._under_way:
            line = self._threads.setdefault(thread, Line())
            self._under_way[key] = asyncio.create_task(self._do(key, line, order, act))
        return await asyncio.shield(self._under_way[key])

    async def close(self) -> None:
        """Give up what is under way or waits: nobody was told that it is done."""
        tasks = set(self._under_way.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def _do(
        self, key: str, line: Line, order: float, act: Callable[[], Coroutine[Any, Any, T]]
    ) -> T:
        try:
            # One that waits for its thread takes no place from the others.
            async with line.turn(order), self._free:
                outcome = await act()
        finally:
            del self._under_way[key]
        if self._keep(outcome):
            self._done[key] = outcome
            if len(self._done) > _REMEMBERED:
                del self._done[next(iter(self._done))]
        return outcome

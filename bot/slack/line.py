"""Those who wait for one thread: what was said first goes first, whichever socket it came by."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from heapq import heappop, heappush
from itertools import count

Waiter = asyncio.Future[None]


class Line:
    """One at a time; of those who wait, the one with the smallest ``order``."""

    def __init__(self) -> None:
        self._busy = False
        self._waiting: list[tuple[float, int, Waiter]] = []
        self._arrival = count()

    @asynccontextmanager
    async def turn(self, order: float) -> AsyncIterator[None]:
        """Wait until it is one's turn, and let the next one in afterwards."""
        await self._begin(order)
        try:
            yield
        finally:
            self._next()

    async def _begin(self, order: float) -> None:
        if not self._busy:
            self._busy = True
            return
        waiter: Waiter = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (order, next(self._arrival), waiter))
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._next()  # the turn had come already
            raise

    def _next(self) -> None:
        while self._waiting:
            *_, waiter = heappop(self._waiting)
            if not waiter.done():
                waiter.set_result(None)
                return
        self._busy = False

"""How often Slack lets us call: so many of a kind in so many seconds."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limit:
    """At most ``calls`` in any ``seconds``."""

    calls: int
    seconds: float


# A post a second in a channel, short bursts tolerated; the others a little under Slack's tiers.
PER_CHANNEL = {"chat.postMessage": Limit(5, 5.0)}
PER_WORKSPACE = {
    "chat.update": Limit(45, 60.0),
    "reactions.add": Limit(45, 60.0),
    "reactions.remove": Limit(18, 60.0),
    "conversations.replies": Limit(45, 60.0),
    "conversations.history": Limit(45, 60.0),
    "conversations.info": Limit(45, 60.0),
    "users.info": Limit(90, 60.0),
}


@dataclass
class _Window:
    limit: Limit
    taken: deque[float] = field(default_factory=deque)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Pace:
    """Makes a call wait until it is within its limit; first come, first served."""

    def __init__(
        self,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._windows: dict[tuple[str, str], _Window] = {}

    async def wait(self, method: str, channel: str = "") -> None:
        """Return when ``method`` may be called; methods without a limit never wait."""
        if method in PER_CHANNEL:
            await self._take(method, channel, PER_CHANNEL[method])
        if method in PER_WORKSPACE:
            await self._take(method, "", PER_WORKSPACE[method])

    async def _take(self, method: str, channel: str, limit: Limit) -> None:
        window = self._windows.setdefault((method, channel), _Window(limit))
        async with window.turn:
            if len(window.taken) == limit.calls:
                due = window.taken.popleft() + limit.seconds
                if (pause := due - self._now()) > 0:
                    await self._sleep(pause)
            window.taken.append(self._now())

"""How often Slack lets us call: a few at once, then so many a second."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from weakref import WeakValueDictionary


@dataclass(frozen=True)
class Limit:
    """``burst`` calls at once; after them, one each ``interval`` seconds."""

    burst: int
    interval: float


def _about(calls: int) -> Limit:
    """About so many a minute, all at once after a quiet one: how Slack counts its tiers."""
    return Limit(calls, 60 / calls)


def _never_over(calls: int) -> Limit:
    """Never more than so many in any minute, a ninth of them at once."""
    return Limit(calls // 9, 60 / (calls - calls // 9))


# A post a second in a channel, short bursts tolerated; the others a little under Slack's tiers.
PER_CHANNEL = {"chat.postMessage": Limit(4, 1.0)}
PER_WORKSPACE = {
    "chat.update": _never_over(45),
    "chat.delete": _about(45),
    "reactions.add": _about(45),
    "reactions.remove": _about(18),
    "conversations.replies": _about(45),
    "conversations.history": _about(45),
    "conversations.info": _about(45),
    "conversations.members": _about(90),
    "conversations.open": _about(45),
    "users.info": _about(90),
    "users.list": _about(18),
    "usergroups.list": _about(18),
    "usergroups.users.list": _about(18),
}


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
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._free: dict[tuple[str, str], float] = {}  # when the whole burst is there again

    async def wait(self, method: str, channel: str = "") -> None:
        """Return when ``method`` may be called; methods without a limit never wait."""
        if method in PER_CHANNEL:
            await self._take((method, channel), PER_CHANNEL[method])
        if method in PER_WORKSPACE:
            await self._take((method, ""), PER_WORKSPACE[method])

    def ahead(self, method: str, calls: int = 1) -> float:
        """Seconds until the last of so many calls of ``method`` may be made, if nobody waits."""
        limit, now = PER_WORKSPACE[method], self._now()
        free = max(self._free.get((method, ""), now), now)
        return max(0.0, free + (calls - limit.burst) * limit.interval - now)

    async def _take(self, key: tuple[str, str], limit: Limit) -> None:
        async with self._turns.setdefault(key, asyncio.Lock()):
            free = self._free.get(key, self._now())
            pause = free - (limit.burst - 1) * limit.interval - self._now()
            if pause > 0:
                await self._sleep(pause)
            now = self._now()
            self._free = {each: at for each, at in self._free.items() if at > now}
            self._free[key] = max(free, now) + limit.interval

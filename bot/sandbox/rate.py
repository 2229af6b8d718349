"""Slack's rate limits, and the faults a test can order."""

import asyncio
from dataclasses import dataclass, field

from bot.sandbox.clock import Clock

_PER_MINUTE = {
    "chat.update": 50, "chat.delete": 50, "conversations.replies": 50,
    "conversations.history": 50, "conversations.info": 50, "conversations.open": 50,
    "reactions.add": 50, "reactions.remove": 20, "bots.info": 50, "conversations.members": 100,
    "users.info": 100, "files.info": 100, "chat.postEphemeral": 100, "views.open": 100,
    "usergroups.list": 20, "usergroups.users.list": 20, "users.list": 20,
    "conversations.list": 20, "users.conversations": 50, "files.getUploadURLExternal": 100,
    "files.completeUploadExternal": 100, "views.update": 100, "views.push": 100,
    "views.publish": 100,
}  # fmt: skip
POSTS = 60  # chat.postMessage: one a second and channel …
BURST = 5  # … and a few at once


class Rates:
    """One bucket per method, and per channel for posts; a call that finds it empty waits."""

    def __init__(self, clock: Clock) -> None:
        self.enabled = True
        self._clock = clock
        self._buckets: dict[tuple[str, str], tuple[float, float]] = {}  # tokens, when

    def wait(self, method: str, channel: str) -> int:
        """Take a token; 0, or the seconds until there is one (Retry-After)."""
        post = method == "chat.postMessage"
        per_minute = POSTS if post else _PER_MINUTE.get(method)
        if not self.enabled or per_minute is None:
            return 0
        most = BURST if post else per_minute
        key = (method, channel if post else "")
        now = self._clock.now()
        tokens, since = self._buckets.get(key, (float(most), now))
        tokens = min(most, tokens + (now - since) * per_minute / 60)
        if tokens < 1:
            self._buckets[key] = (tokens, now)
            return max(1, round((1 - tokens) * 60 / per_minute))
        self._buckets[key] = (tokens - 1, now)
        return 0


@dataclass
class Fault:
    """What the next calls of a method meet.

    ``how``: "429" (with Retry-After 1), "drop" (the connection breaks before the call counts),
    "drop_after" (it breaks after the call was carried out), "error:CODE", "hold" (the call waits
    before it counts until ``release``) or "hold_after" (it counts, its answer waits).
    """

    how: str
    times: int
    hits: int = 0
    _reached: asyncio.Event = field(default_factory=asyncio.Event)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def hit(self) -> None:
        """Count a call that met the fault."""
        self.hits += 1
        self._reached.set()

    async def reached(self, seconds: float = 10) -> None:
        """Wait until a call has met the fault."""
        await asyncio.wait_for(self._reached.wait(), seconds)

    def release(self) -> None:
        """Let held calls go on."""
        self._released.set()

    async def held(self) -> None:
        """Wait for the release."""
        await self._released.wait()


class Faults:
    """The faults ordered, by method; those ordered first are met first."""

    def __init__(self) -> None:
        self._ordered: dict[str, list[Fault]] = {}

    def order(self, method: str, times: int, how: str) -> Fault:
        """Order a fault for the next ``times`` calls of a method."""
        fault = Fault(how, times)
        self._ordered.setdefault(method, []).append(fault)
        return fault

    def meet(self, method: str) -> Fault | None:
        """The fault this call meets, if any is left."""
        for fault in self._ordered.get(method, []):
            if fault.hits < fault.times:
                fault.hit()
                return fault
        return None

    def clear(self) -> None:
        """Forget all faults and let every held call go."""
        for faults in self._ordered.values():
            for fault in faults:
                fault.times = fault.hits
                fault.release()

"""Slack at its worst, as a test orders it: calls that fail, break, hang or wait."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from bot.sandbox.refusal import Refused

EVERYTHING = "*"  # every method of the Web API
_HOW = re.compile(r"(429|5\d\d|drop|hang|hold)(_after)?(:\d+)?|error:\w+")


@dataclass
class Fault:
    """What the next calls of a method meet.

    ``how``: "429" ("429:5" says Retry-After 5), "503" or any other 5xx with words in place of
    JSON, "drop" (the connection breaks), "hang" (no answer ever comes), "error:CODE": the call is
    not carried out. "503_after", "drop_after" and "hang_after": it is, and only then fails.
    "hold": it waits until ``release`` and is carried out then, although its caller may be gone;
    "hold_after": it is carried out, and its answer waits.
    """

    how: str
    times: int
    hits: int = 0
    _reached: asyncio.Event = field(default_factory=asyncio.Event)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        if not _HOW.fullmatch(self.how):
            raise ValueError(f"A call cannot fail like this: {self.how}")

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

    def end(self) -> None:
        """Let no further call meet the fault, and those that are held go on."""
        self.times = self.hits
        self.release()

    async def around(
        self, request: web.Request, carry_out: Callable[[], web.Response]
    ) -> web.Response:
        """Answer a call as ordered."""
        kind, _, detail = self.how.partition(":")
        what, after = kind.removesuffix("_after"), kind.endswith("_after")
        if what == "hold":
            return await self._hold(carry_out, after)
        if after:
            carry_out()
        if what == "hang":
            await self._released.wait()
        return _broken(request, what, detail)

    async def _hold(self, carry_out: Callable[[], web.Response], after: bool) -> web.Response:
        if after:
            answer = carry_out()
            await self._released.wait()
            return answer
        await self._released.wait()
        return carry_out()


def _broken(request: web.Request, what: str, detail: str) -> web.Response:
    if what == "error":
        raise Refused(detail)
    if what == "429":
        return too_many(int(detail or 1))
    if what.isdigit():
        return web.Response(status=int(what), text="upstream connect error")
    if request.transport:
        request.transport.abort()
    return web.Response()  # never arrives


def too_many(seconds: int) -> web.Response:
    """Slack's answer to a call over the rate limit."""
    return web.json_response(
        {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(seconds)}
    )


class Faults:
    """The faults ordered, by method; those ordered first are met first."""

    def __init__(self) -> None:
        self._ordered: dict[str, list[Fault]] = {}

    def order(self, method: str, times: int, how: str) -> Fault:
        """Order a fault for the next ``times`` calls of a method, or of every method ("*")."""
        fault = Fault(how, times)
        self._ordered.setdefault(method, []).append(fault)
        return fault

    def meet(self, method: str) -> Fault | None:
        """The fault this call meets, if any is left."""
        for fault in [*self._ordered.get(method, []), *self._ordered.get(EVERYTHING, [])]:
            if fault.hits < fault.times:
                fault.hit()
                return fault
        return None

    def clear(self) -> None:
        """Forget all faults and let every held call go."""
        for faults in self._ordered.values():
            for fault in faults:
                fault.end()

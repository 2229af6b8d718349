"""A bell that wakes whoever waits for something to do."""

import asyncio
import contextlib


class Bell:
    """Rung by many, waited for by one; a ring while nobody waits is heard at the next wait."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Say that there is something to do."""
        self._rung.set()

    async def wait(self, seconds: float | None) -> bool:
        """Wait for a ring, so many seconds at most or for ever (None); tell whether it rang."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        rung = self._rung.is_set()
        self._rung.clear()
        return rung

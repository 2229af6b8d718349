"""The sandbox's clock: real time, which a test may move on."""

from time import time


class Clock:
    """Seconds since 1970; ``advance`` lets a test skip the waiting."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """The time in the sandbox."""
        return time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Move the sandbox's time forward; nothing else in the process notices."""
        self._ahead += seconds

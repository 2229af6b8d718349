"""What was asked for a while ago and need not be asked for again."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Values by id, each kept for so many seconds."""

    def __init__(self, now: Callable[[], float], seconds: float) -> None:
        self._now = now
        self._seconds = seconds
        self._kept: dict[str, tuple[float, T]] = {}
        self._old_from = 0.0  # when we look for what is old again

    def get(self, id: str) -> T | None:
        """The value, or None if it is to be asked for."""
        kept = self._kept.get(id)
        return kept[1] if kept and self._now() < kept[0] else None

    def keep(self, id: str, value: T) -> T:
        """Keep a value, and now and then let go of those that are old."""
        now = self._now()
        if now >= self._old_from:
            self._kept = {each: kept for each, kept in self._kept.items() if now < kept[0]}
            self._old_from = now + self._seconds
        self._kept[id] = (now + self._seconds, value)
        return value

    def drop(self, id: str) -> None:
        """Let go of a value that is not true any more."""
        self._kept.pop(id, None)

    def __len__(self) -> int:
        """How many are held, the old ones that were not let go of yet among them."""
        return len(self._kept)

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

    def get(self, id: str) -> T | None:
        """The value, or None if it is to be asked for."""
        kept = self._kept.get(id)
        return kept[1] if kept and self._now() < kept[0] else None

    def keep(self, id: str, value: T) -> T:
        """Keep a value, and let go of those that are old."""
        now = self._now()
        self._kept = {each: kept for each, kept in self._kept.items() if now < kept[0]}
        self._kept[id] = (now + self._seconds, value)
        return value

    def drop(self, id: str) -> None:
        """Let go of a value that is not true any more."""
        self._kept.pop(id, None)

"""What was asked for a while ago and need not be asked for again."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Things by id, each kept for so many seconds."""

    def __init__(self, seconds: float, now: Callable[[], float]) -> None:
        self._seconds = seconds
        self._now = now
        self._kept: dict[str, tuple[float, T]] = {}

    def get(self, id: str) -> T | None:
        """The thing, or None if it is to be asked for."""
        found = self._kept.get(id)
        return found[1] if found and self._now() < found[0] else None

    def keep(self, id: str, thing: T) -> T:
        """Keep a thing, and let go of those that are old."""
        now = self._now()
        self._kept = {each: kept for each, kept in self._kept.items() if now < kept[0]}
        self._kept[id] = (now + self._seconds, thing)
        return thing

"""Names that were asked for a while ago and need not be asked for again."""

from collections.abc import Callable

_KEPT = 3600.0  # seconds; people are renamed, too


class Names:
    """Names by id, each kept for an hour."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._kept: dict[str, tuple[float, str]] = {}

    def get(self, id: str) -> str | None:
        """The name, or None if it is to be asked for."""
        until, name = self._kept.get(id, (0.0, ""))
        return name if self._now() < until else None

    def keep(self, id: str, name: str) -> str:
        """Keep a name, and let go of those that are old."""
        now = self._now()
        self._kept = {each: kept for each, kept in self._kept.items() if now < kept[0]}
        self._kept[id] = (now + _KEPT, name)
        return name

"""What every part of the Newsroom stands on: the store, a clock, and what reads a draft."""

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.store import Store
from rules import Review
from rules import review as review_text

P = ParamSpec("P")
T = TypeVar("T")
B = TypeVar("B", bound="Base")


def whole(
    method: Callable[Concatenate[B, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[B, P], Coroutine[Any, Any, T]]:
    """Let what was begun come to its end, whoever stops waiting for it."""

    @wraps(method)
    async def run(self: B, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._store.whole(method(self, *args, **kwargs))

    return run


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Base:
    """Holds what the parts share."""

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime] = utc_now,
        review: Callable[[str], Review] = review_text,
    ) -> None:
        self._store = store
        self._now = now
        self._review = review

    @property
    def now(self) -> datetime:
        """The newsroom's time, in UTC."""
        return self._now()

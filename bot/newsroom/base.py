"""What every part of the Newsroom stands on: the store, a clock, and what reads a draft."""

from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.desk import Desk, Roster
from bot.newsroom import finding
from bot.store import Store, desks
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


async def anybody(channel: str, desk: Desk, person: str) -> Roster:
    """Who is on a desk where no workspace can be asked: whoever acts."""
    return Roster(anybody=True)


async def plain(channel: str) -> Desk:
    """The settings of a channel that nobody has set, where the environment says nothing."""
    return Desk()


# Who is on a channel's desk as it is set; the person is the one who acts, and must not be missed.
Rosters = Callable[[str, Desk, str], Awaitable[Roster]]
Defaults = Callable[[str], Awaitable[Desk]]


class Base:
    """Holds what the parts share.

    ``review`` is given a profile by name where the desk has one. ``rosters`` and ``defaults``
    may ask Slack, so they are never awaited within a transaction.
    """

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime] = utc_now,
        review: Callable[..., Review] = review_text,
        rosters: Rosters = anybody,
        defaults: Defaults = plain,
    ) -> None:
        self._store = store
        self._now = now
        self._review = review
        self._rosters = rosters
        self._defaults = defaults

    @property
    def now(self) -> datetime:
        """The newsroom's time, in UTC."""
        return self._now()

    async def _desk(self, team: str, channel: str) -> Desk:
        return await self._kept_desk(team, channel) or await self._defaults(channel)

    async def _roster(self, team: str, channel: str, person: str) -> Roster:
        """Who is on a channel's desk; ``person`` is not missed, if they are."""
        kept = await self._kept_desk(team, channel)
        return await self._rosters(channel, kept or Desk(), person)

    async def _roster_of(self, draft_id: int, person: str) -> Roster:
        """Who is on the desk that has the draft."""
        async with self._store.look() as connection:
            draft = await finding.draft(connection, draft_id)
        return await self._roster(draft.team, draft.channel, person)

    async def _kept_desk(self, team: str, channel: str) -> Desk | None:
        async with self._store.look() as connection:
            return await desks.get(connection, team, channel)

"""The Newsroom: everything the bot can do, without Slack."""

from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.model import Checklist, Draft, Entry, HandIn, Message, Outcome, Person, Place
from bot.newsroom import checklist, clearing, deciding, finding, handing_in, reading
from bot.store import Store, drafts, messages
from rules import Review
from rules import review as review_text

P = ParamSpec("P")
T = TypeVar("T")
Method = Callable[Concatenate["Newsroom", P], Coroutine[Any, Any, T]]


def whole(method: Method[P, T]) -> Method[P, T]:
    """Let what was begun come to its end, whoever stops waiting for it."""

    @wraps(method)
    async def run(self: "Newsroom", /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._store.whole(method(self, *args, **kwargs))

    return run


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Newsroom:
    """Takes drafts in, reads them, records what people decide and clears them.

    Every ``key`` is Slack's id of what a person did: the same key again writes nothing and gives
    the same answer. What cannot be done raises a CopychiefError with the line for the person.
    """

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

    @whole
    async def hand_in(self, handed: HandIn) -> Draft:
        """Keep a draft, or the next version of the one that lives at this place."""
        return await handing_in.hand_in(self._store, handed, self._now())

    @whole
    async def read(self, draft_id: int) -> Checklist:
        """Read the draft's newest version, once, and give its checklist."""
        await reading.read(self._store, self._review, draft_id, self._now)
        return await self.checklist(draft_id)

    @whole
    async def draft(self, draft_id: int) -> Draft:
        """The draft as it stands."""
        async with self._store.look() as connection:
            return await finding.draft(connection, draft_id)

    @whole
    async def draft_at(self, place: Place) -> Draft | None:
        """The draft whose thread begins with the message at this place."""
        async with self._store.look() as connection:
            return await drafts.at(connection, place) if place.ts else None

    @whole
    async def drafts(self, channel: str) -> tuple[Draft, ...]:
        """The channel's open drafts, oldest first."""
        async with self._store.look() as connection:
            return await drafts.open_in(connection, channel)

    @whole
    async def draft_named(self, channel: str, word: str) -> Draft | None:
        """The channel's draft of that number or slug, whatever its state; the newest of a slug."""
        async with self._store.look() as connection:
            return await drafts.named(connection, channel, word)

    @whole
    async def unread(self) -> tuple[Draft, ...]:
        """The drafts that are in but not read yet, in any channel, oldest first."""
        async with self._store.look() as connection:
            return await drafts.unread(connection)

    @whole
    async def checklist(self, draft_id: int) -> Checklist:
        """The flags of the draft's current version as they stand."""
        async with self._store.look() as connection:
            return await checklist.checklist(connection, draft_id)

    @whole
    async def entries(self, draft_id: int, numbers: Sequence[int]) -> tuple[Entry, ...]:
        """The flags of these numbers; UnknownFlag if the current version has one of them not."""
        async with self._store.look() as connection:
            listed = await checklist.checklist(connection, draft_id)
            return await deciding.named(connection, listed, numbers)

    @whole
    async def resolve(
        self,
        draft_id: int,
        numbers: Sequence[int],
        outcome: Outcome,
        reason: str,
        by: Person,
        key: str,
        *,
        expected: deciding.Seen | None = None,
    ) -> tuple[Entry, ...]:
        """Record what a person decided on these flags: on all of them, or on none.

        ``expected`` is the version and number of decisions seen; AnswerChanged if there are more.
        """
        act = deciding.Act(key, draft_id, by, self._now())
        return await deciding.resolve(self._store, act, numbers, outcome, reason, expected)

    @whole
    async def reopen(
        self, draft_id: int, numbers: Sequence[int], by: Person, key: str
    ) -> tuple[Entry, ...]:
        """Make these flags open again; a cleared draft is not cleared any more."""
        act = deciding.Act(key, draft_id, by, self._now())
        return await deciding.reopen(self._store, act, numbers)

    @whole
    async def clear(self, draft_id: int, by: Person, key: str) -> Draft:
        """Clear the draft; queries that nobody answered are recorded as unanswered."""
        act = deciding.Act(key, draft_id, by, self._now())
        return await clearing.clear(self._store, act)

    @whole
    async def hang(self, draft_id: int, ts: str) -> Draft:
        """Make our card the root of the thread of a draft that has no message of its own."""
        async with self._store.begin() as connection:
            await drafts.hang(connection, draft_id, ts)
            return await finding.draft(connection, draft_id)

    @whole
    async def messages(self, draft_id: int) -> tuple[Message, ...]:
        """What of ours is in the draft's thread, or about to be."""
        async with self._store.look() as connection:
            return await messages.of(connection, draft_id)

    @whole
    async def claim(self, key: str, draft_id: int, channel: str, page: int) -> Message:
        """Record that this message is about to be posted, or give what is known of it."""
        async with self._store.begin() as connection:
            known = await messages.get(connection, key)
            if known:
                return known
            claimed = Message(
                key=key, draft=draft_id, channel=channel, ts=None, page=page, drawn=0, sha=""
            )
            await messages.add(connection, claimed)
            return claimed

    @whole
    async def posted(
        self, key: str, ts: str, drawn: int, sha: str, *, renamed: str | None = None
    ) -> None:
        """Record where a message is and which change of the draft it shows.

        ``renamed`` is the key of the one that took its place.
        """
        async with self._store.begin() as connection:
            await messages.posted(connection, key, ts, drawn, sha, renamed or key)

    @whole
    async def due(self) -> tuple[int, ...]:
        """The drafts that changed after one of their messages was drawn, oldest change first."""
        async with self._store.look() as connection:
            return await messages.due(connection)

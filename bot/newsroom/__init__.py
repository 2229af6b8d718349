"""The Newsroom: everything the bot can do, without Slack."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from bot.errors import CopychiefError
from bot.model import Checklist, Draft, Entry, HandIn, Outcome, Person, Place
from bot.newsroom import checklist, deciding, finding, handing_in, reading
from bot.newsroom.base import whole
from bot.newsroom.desks import Desks
from bot.newsroom.ending import Ending
from bot.newsroom.files import Files
from bot.newsroom.newer import Newer
from bot.newsroom.parts import Parts
from bot.newsroom.posting import Posting
from bot.newsroom.records import Records
from bot.newsroom.together import Together
from bot.store import drafts
from rules import Review


class Newsroom(Posting, Parts, Files, Desks, Ending, Records, Together, Newer):
    """Takes drafts in, reads them, records what people decide and clears them.

    Every ``key`` is Slack's id of what a person did: the same key again writes nothing and gives
    the same answer. What cannot be done raises a CopychiefError with the line for the person.
    """

    @whole
    async def hand_in(self, handed: HandIn) -> Draft:
        """Keep a draft, or the next version of the one that lives at this place."""
        desk, now = await self._desk(handed.place.team, handed.place.channel), self._now()
        return await handing_in.hand_in(self._store, handed, now, desk.wanted_by(now))

    @whole
    async def read(self, draft_id: int) -> Checklist:
        """Read the draft's newest version, once, and give its checklist."""
        await reading.read(self._store, await self._review_for(draft_id), draft_id, self._now)
        with suppress(CopychiefError):
            await self._roster_of(draft_id, "")  # so that the first click does not wait for it
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
    async def open_drafts(self) -> tuple[Draft, ...]:
        """The open drafts of every channel, oldest first."""
        async with self._store.look() as connection:
            return await drafts.open_anywhere(connection)

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
        roster = await self._roster_of(draft_id, by.id)
        act = deciding.Act(key, draft_id, by, self._now())
        what = (numbers, outcome, reason)
        return await deciding.resolve(self._store, act, *what, roster, expected)

    @whole
    async def reopen(
        self, draft_id: int, numbers: Sequence[int], by: Person, key: str
    ) -> tuple[Entry, ...]:
        """Make these flags open again; a draft that was closed is open again, too."""
        act = deciding.Act(key, draft_id, by, self._now())
        return await deciding.reopen(self._store, act, numbers)

    async def _review_for(self, draft_id: int) -> Callable[[str], Review]:
        """What the draft is read with: with its desk's profile, where the desk has one."""
        async with self._store.look() as connection:
            draft = await finding.draft(connection, draft_id)
        profile = (await self._desk(draft.team, draft.channel)).profile
        return partial(self._review, profile=profile) if profile else self._review

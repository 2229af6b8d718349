"""Desks: how each channel is set, who is on it, and who may set it."""

from bot.desk import Desk, Roster
from bot.errors import NotYours, SettingsChanged
from bot.model import Person
from bot.newsroom import lines, who_may
from bot.newsroom.base import Base, whole
from bot.standing import may_set
from bot.store import desks
from bot.store.desks import Change

Owned = tuple[str, str]  # of a refusal: what belongs to somebody else, and what they can do

SETTINGS: Owned = ("Settings belong", "change them")
RECORDS: Owned = ("Records belong", "hand them out")


class Desks(Base):
    """The Newsroom's desks."""

    @whole
    async def desk(self, team: str, channel: str) -> Desk:
        """The channel's settings; what the environment says, until somebody makes them."""
        return await self._desk(team, channel)

    @whole
    async def roster(self, team: str, channel: str, person: str = "") -> Roster:
        """Who is on the channel's desk now, with ``person`` if they are."""
        return await self._roster(team, channel, person)

    @whole
    async def set_desk(
        self,
        team: str,
        channel: str,
        desk: Desk,
        by: Person,
        key: str,
        *,
        seen: int | None = None,
    ) -> Desk:
        """Set the channel's desk, and keep who changed what; NotYours says who may.

        ``seen`` is how many changes there were when it was looked at; SettingsChanged if there
        are more.
        """
        await self._refuse_others(team, channel, by, SETTINGS)
        unset = await self._defaults(channel)
        async with self._store.begin() as connection:
            if not await desks.done(connection, key):
                made = await desks.changes(connection, team, channel)
                if seen is not None and seen != len(made):
                    raise SettingsChanged(lines.SETTINGS_CHANGED)
                before = await desks.get(connection, team, channel) or unset
                change = Change(by=by, at=self._now(), before=before, after=desk)
                await desks.put(connection, key, team, channel, change)
        return await self._desk(team, channel)

    @whole
    async def refuse_others(
        self, team: str, channel: str, by: Person, what: Owned = SETTINGS
    ) -> None:
        """NotYours, unless settings, house words and records are for this person to touch."""
        await self._refuse_others(team, channel, by, what)

    @whole
    async def desk_changes(self, team: str, channel: str) -> tuple[Change, ...]:
        """Who set what on this channel's desk, oldest first."""
        async with self._store.look() as connection:
            return await desks.changes(connection, team, channel)

    async def _refuse_others(self, team: str, channel: str, by: Person, what: Owned) -> None:
        roster = await self._roster(team, channel, by.id)
        if not may_set(roster, by.id):
            raise NotYours(who_may.to_set(roster, *what))

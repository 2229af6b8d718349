"""A desk: what is set for one channel, who is on it, and what each of them may decide."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from rules.model import Frozen


class Role(StrEnum):
    """What somebody is on a desk, besides being on the team."""

    EDITOR = "editor"
    LEGAL = "legal"
    STANDARDS = "standards"


class Right(StrEnum):
    """What a person's word is worth on one flag, at the moment they gave it."""

    ANSWERS = "answers"  # it waits for somebody else
    SETTLES = "settles"  # on a hold together with a second person
    ALONE = "alone"  # the only person on the desk: nobody else could have


class Who(Frozen):
    """Who has a role: user groups and people, by Slack's ids."""

    groups: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def set(self) -> bool:
        """True once somebody has said who it is."""
        return bool(self.groups or self.people)


class Group(Frozen):
    """A user group of the workspace: its id and the handle people type."""

    id: str
    handle: str


class Desk(Frozen):
    """The settings of one channel, sensible without any having been made."""

    profile: str | None = None  # None: a label in the copy decides, else news
    emoji: str = "memo"
    reads_all: bool = False  # every file and every post of 80 words or more
    paused: bool = False
    shared: bool = False  # flags are posted although people from outside are in the channel
    editors: Who = Who()
    legal: Who = Who()
    standards: Who = Who()
    off_stone: time | None = None  # by when drafts are wanted, on the clock of the desk
    zone: str = "UTC"  # the desk's clock, an IANA name
    nudge: int = 30  # minutes before a deadline; 0 for never
    hours: tuple[time, time] = (time(8), time(20))  # nobody is nudged outside, on their own clock

    def wanted_by(self, now: datetime) -> datetime | None:
        """The next off-stone time after ``now`` (aware), in UTC; None where none is set."""
        if self.off_stone is None:
            return None
        zone = ZoneInfo(self.zone)
        today = now.astimezone(zone).date()
        days = (today, today + timedelta(days=1))
        times = (datetime.combine(day, self.off_stone, zone).astimezone(UTC) for day in days)
        return next(moment for moment in times if moment > now)


class Roster(Frozen):
    """Who is on a desk at this moment.

    ``members`` are the people of our own team in the channel, without guests and apps. A role
    that nobody was given is None, which is not the same as a group with nobody in it.
    """

    anybody: bool = False  # where no workspace can be asked: whoever is on the team is a member
    members: frozenset[str] = frozenset()
    editors: frozenset[str] | None = None
    legal: frozenset[str] | None = None
    standards: frozenset[str] | None = None
    names: Mapping[str, str] = {}  # of all of these, by id

"""Deadlines as people type them: `by 17:00`, `5pm`, `by noon`, `by Friday 12:00`. Pure.

`when` reads the words, and `When.at` says which moment they mean; `moment` does both.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from bot.replies.days import DAYS, TODAY, TOMORROW

END = 18 * 60  # minutes: what "by Friday" means, and "by end of day"
_DAY_LONG = 24 * 60
_NAMED = {"noon": 12 * 60, "midday": 12 * 60, "midnight": _DAY_LONG}

_LEAD = r"(?:(?:due|by|before|until|till|at|on|for)\s+){0,2}"
_DAY = rf"(?P<day>{'|'.join(sorted(DAYS, key=len, reverse=True))})"
_CLOCK = (
    r"(?:(?:12\s+)?(?P<named>noon|midday|midnight)|eod|(?:the\s+)?end\s+of\s+(?:the\s+)?day"
    r"|(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)|h)?\s*(?P<half>[ap]\.?m\.?)?"
    r"|(?P<four>\d{4})(?:\s*h)?)"
)
_FORMS = tuple(
    re.compile(rf"\s*{_LEAD}{form}[\s.!?]*", re.IGNORECASE)
    for form in (
        rf"{_DAY}(?:,?\s+(?:(?:at|by)\s+)?{_CLOCK})?",
        rf"{_CLOCK}(?:,?\s+(?:on\s+)?{_DAY})?",
    )
)
_LONGEST = 60


@dataclass(frozen=True)
class When:
    """A deadline as it was meant: a day, if one was named, and a time on the clock.

    ``day`` is a weekday (Monday is 0), TODAY, TOMORROW or None; ``minutes`` count from midnight,
    and 1,440 of them are the midnight at the end of the day.
    """

    day: int | None
    minutes: int

    def at(self, now: datetime, zone: tzinfo) -> datetime | None:
        """The moment in UTC, always after ``now``; None for a time of today that is past.

        ``now`` is aware; the clock is read in ``zone``. A time without a day that is past already
        means tomorrow, and a weekday means the next one that is still to come.
        """
        if now.tzinfo is None:
            raise ValueError("now has to say which zone it is in")
        today = now.astimezone(zone).date()
        for ahead in self._ahead(today.weekday()):
            minutes = timedelta(minutes=self.minutes)
            clock = datetime.combine(today + timedelta(days=ahead), time()) + minutes
            meant = clock.replace(tzinfo=zone).astimezone(UTC)
            if meant > now:
                return meant
        return None

    def _ahead(self, weekday: int) -> tuple[int, ...]:
        """How many days ahead it may be, the nearest first."""
        if self.day is None:
            return 0, 1
        if self.day == TODAY:
            return (0,)
        if self.day == TOMORROW:
            return (1,)
        nearest = (self.day - weekday) % 7
        return nearest, nearest + 7


def when(words: str) -> When | None:
    """Read the words of a deadline; None if they are none, or leave the hour open ("by 5").

    A day without a time means six in the evening.
    """
    if len(words) > _LONGEST:
        return None
    found = next(filter(None, (form.fullmatch(words) for form in _FORMS)), None)
    if found is None:
        return None
    minutes = _minutes(found)
    if minutes is None:
        return None
    return When(DAYS[found["day"].lower()] if found["day"] else None, minutes)


def _minutes(found: re.Match[str]) -> int | None:
    """Minutes from midnight; None if the clock has no such time."""
    if found["named"]:
        return _NAMED[found["named"].lower()]
    if found["four"]:
        return _clock(int(found["four"][:2]), int(found["four"][2:]))
    if found["hour"] is None:
        return END
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        late = found["half"].lower().startswith("p")
        return _clock(hour % 12 + 12 * late, minute) if 1 <= hour <= 12 else None
    said_h = found[0][found.end("hour") :][:1].lower() == "h"
    return _clock(hour, minute) if found["minute"] or said_h else None


def _clock(hour: int, minute: int) -> int | None:
    whole = hour * 60 + minute
    return whole if minute < 60 and whole <= _DAY_LONG else None

"""When to remind somebody of a deadline: once, before it, in their working hours. Pure."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Hours = tuple[time, time]  # from and until, on the person's clock; until may be past midnight
_DAY = timedelta(days=1)


def nudge_at(
    given: datetime, due: datetime, ahead: timedelta, hours: Hours, zone: ZoneInfo
) -> datetime | None:
    """The moment for the one reminder of something ``given`` then and ``due`` then; all aware.

    The last working moment that is at least ``ahead`` of the deadline, or else the first one
    after that. None where the person was asked so late that a reminder is no news, or does not
    work in between.
    """
    latest = due - ahead
    if not ahead or given >= latest:
        return None
    stretches = list(_working(given, due, hours, zone))
    before = [min(until, latest) for since, until in stretches if since <= latest]
    if before:
        return max(before)
    return min((since for since, _ in stretches), default=None)


def _working(
    since: datetime, until: datetime, hours: Hours, zone: ZoneInfo
) -> Iterator[tuple[datetime, datetime]]:
    """The stretches between two moments in which the person works, the second's end left out."""
    day = since.astimezone(zone).date() - _DAY
    while day <= until.astimezone(zone).date():
        begins, ends = _shift(day, hours, zone)
        start, end = max(begins, since), min(ends, until)
        if start <= end and start < until:
            yield start, end
        day += _DAY


def _shift(day: date, hours: Hours, zone: ZoneInfo) -> tuple[datetime, datetime]:
    begin, end = hours
    over = _DAY if end <= begin else timedelta(0)
    utc = ZoneInfo("UTC")
    begins = datetime.combine(day, begin, zone).astimezone(utc)
    return begins, datetime.combine(day + over, end, zone).astimezone(utc)

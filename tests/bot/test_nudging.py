"""One reminder: before the deadline, while the person is at work."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.nudging import Hours, nudge_at

LONDON = ZoneInfo("Europe/London")
DAY = (time(8), time(20))
HALF = timedelta(minutes=30)
MINUTE = timedelta(minutes=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in March, when London is on UTC."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def test_half_an_hour_before() -> None:
    """In the middle of a working day it comes as long before as the desk has set."""
    assert nudge_at(at(3, 9), at(3, 17), HALF, DAY, LONDON) == at(3, 16, 30)


def test_not_at_night() -> None:
    """What is wanted at six in the morning is told of the evening before."""
    assert nudge_at(at(3, 9), at(4, 6), HALF, DAY, LONDON) == at(3, 20)


def test_late_rather_than_never() -> None:
    """Asked at night about a quarter past eight: the reminder comes at eight."""
    assert nudge_at(at(3, 22), at(4, 8, 15), HALF, DAY, LONDON) == at(4, 8)


def test_no_reminder_of_what_was_just_asked() -> None:
    """Twenty minutes before the deadline the question itself is the reminder."""
    assert nudge_at(at(3, 16, 40), at(3, 17), HALF, DAY, LONDON) is None


def test_nobody_is_woken() -> None:
    """From ten in the evening to six in the morning there is no moment for it."""
    assert nudge_at(at(3, 22), at(4, 6), HALF, DAY, LONDON) is None


def test_a_night_shift() -> None:
    """Working hours may run past midnight."""
    night = (time(20), time(4))
    assert nudge_at(at(3, 21), at(4, 2), HALF, night, LONDON) == at(4, 1, 30)


def test_their_clock() -> None:
    """Four in the afternoon in London is morning in New York, and evening in Karachi."""
    asked = (at(3, 9), at(3, 17), HALF, (time(9), time(18)))
    assert nudge_at(*asked, ZoneInfo("America/New_York")) == at(3, 16, 30)
    assert nudge_at(*asked, ZoneInfo("Asia/Karachi")) == at(3, 13)


MOMENTS = st.datetimes(
    min_value=datetime(2026, 3, 20),
    max_value=datetime(2026, 4, 5),
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(second=0, microsecond=0))
CLOCKS = st.integers(0, 47).map(lambda half: time(half // 2, 30 * (half % 2)))
ZONES = st.sampled_from(
    ["UTC", "Europe/London", "America/New_York", "Asia/Karachi", "Australia/Lord_Howe"]
).map(ZoneInfo)


@given(MOMENTS, st.integers(1, 3000), st.integers(1, 120), st.tuples(CLOCKS, CLOCKS), ZONES)
def test_always_before_and_always_at_work(
    given_: datetime, minutes: int, ahead: int, hours: Hours, zone: ZoneInfo
) -> None:
    """It is a working moment between the question and the deadline, the last one in time."""
    due = given_ + minutes * MINUTE
    told = nudge_at(given_, due, ahead * MINUTE, hours, zone)
    every = [given_ + n * MINUTE for n in range(minutes)]
    at_work = [m for m in every if works(m.astimezone(zone).time(), hours)]
    in_time = [m for m in at_work if m <= due - ahead * MINUTE]
    if minutes <= ahead:
        assert told is None
    elif in_time:
        assert told == max(in_time)
    elif told is not None:
        assert told in at_work
    else:
        assert at_work == []


def works(clock: time, hours: Hours) -> bool:
    """Tell whether somebody with these hours is at work at this time of the day."""
    begin, end = hours
    if begin < end:
        return begin <= clock <= end
    return clock >= begin or clock <= end

"""Deadlines as people type them, and the moments that they mean."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.replies.days import DAYS
from bot.replies.when import When, when

LONDON, KARACHI = ZoneInfo("Europe/London"), ZoneInfo("Asia/Karachi")
WEDNESDAY = datetime(2026, 7, 8, 14, 30, tzinfo=UTC)  # half past three in London


def moment(words: str, now: datetime, zone: tzinfo) -> datetime | None:
    """The moment that the words mean; None if they are no deadline that is to come."""
    read = when(words)
    return read.at(now, zone) if read else None


moments = st.datetimes(
    datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC), allow_imaginary=False
)
zones = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
offsets = st.integers(-12 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n)))
days = st.sampled_from(sorted(DAYS))
leads = st.sampled_from(["", "by ", "before ", "due by ", "until ", "BY "])
hours, minutes = st.integers(0, 23), st.integers(0, 59)


@st.composite
def clocks(draw: st.DrawFn) -> tuple[str, int]:
    """A time as somebody types it, and the minutes from midnight that it means."""
    hour, minute = draw(hours), draw(minutes)
    twelve, half = hour % 12 or 12, "pm" if hour >= 12 else "am"
    forms = [f"{hour:02}{dot}{minute:02}" for dot in ":.h"] + [f"{hour}:{minute:02}"]
    forms += [f"{twelve}:{minute:02}{half}", f"{twelve}.{minute:02} {half[0]}.m."]
    forms += [f"{twelve}{half}", f"{twelve} {half.upper()}", f"{hour}h"] if minute == 0 else []
    return draw(st.sampled_from(forms)), 60 * hour + minute


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("by 17:00", "08 17:00"),
        ("17.00", "08 17:00"),
        ("by 1700", "08 17:00"),
        ("by 5pm", "08 17:00"),
        ("by 5 p.m.", "08 17:00"),
        ("by noon", "09 12:00"),
        ("by 12 noon", "09 12:00"),
        ("by midnight", "09 00:00"),
        ("by 9:00", "09 09:00"),
        ("by end of day", "08 18:00"),
        ("by tomorrow 9:00", "09 09:00"),
        ("tomorrow", "09 18:00"),
        ("by 9am tomorrow", "09 09:00"),
        ("today", "08 18:00"),
        ("by Friday", "10 18:00"),
        ("by Friday 12:00", "10 12:00"),
        ("by Fri, 12:00", "10 12:00"),
        ("on Friday at noon", "10 12:00"),
        ("by noon on Friday", "10 12:00"),
        ("by Friday midnight", "11 00:00"),
        ("by Wednesday", "08 18:00"),
        ("by Wednesday 12:00", "15 12:00"),
    ],
)
def test_what_people_type_is_the_next_such_moment(words: str, meant: str) -> None:
    """Asked on a Wednesday in July, at half past three in London."""
    found = moment(words, WEDNESDAY, LONDON)
    assert found is not None
    assert f"{found.astimezone(LONDON):%d %H:%M}" == meant


@pytest.mark.parametrize(
    "words",
    ["", "by", "by 5", "by 25:00", "by 17:60", "by 13pm", "by 0am", "by 24:01", "soon", "five",
     "17:00 sharp", "by the 12th", "by 12 May", "by Friday week", "1.5 hours"],
)  # fmt: skip
def test_what_leaves_the_moment_open_is_no_deadline(words: str) -> None:
    """Nothing is guessed: five may be in the morning."""
    assert when(words) is None


def test_a_time_of_today_that_is_past_is_none() -> None:
    """Whoever says today means today."""
    assert moment("today 9:00", WEDNESDAY, LONDON) is None
    assert moment("today", WEDNESDAY + timedelta(hours=3), LONDON) is None


def test_the_clock_is_read_where_the_person_lives() -> None:
    """Five o'clock is four hours earlier in Karachi."""
    assert moment("by 23:00", WEDNESDAY, KARACHI) == datetime(2026, 7, 8, 18, tzinfo=UTC)
    assert moment("by 23:00", WEDNESDAY, LONDON) == datetime(2026, 7, 8, 22, tzinfo=UTC)


def test_a_day_is_a_day_when_the_clocks_change() -> None:
    """In London they go back on 25 October 2026: nine tomorrow is 25 hours after nine today."""
    saturday = datetime(2026, 10, 24, 8, tzinfo=UTC)
    assert moment("by 9:00", saturday, LONDON) == datetime(2026, 10, 25, 9, tzinfo=UTC)


def test_a_now_without_a_zone_is_refused() -> None:
    """No machine's own clock is read by mistake."""
    with pytest.raises(ValueError, match="zone"):
        moment("noon", datetime(2026, 7, 8), LONDON)


@given(leads, clocks(), st.none() | days, st.booleans())
def test_every_form_is_read_as_meant(
    lead: str, clock: tuple[str, int], day: str | None, day_first: bool
) -> None:
    """Day and clock in either order, with or without by."""
    typed, meant = clock
    said = f"{lead}{typed}" if day is None else f"{lead}{day} {typed}"
    if day and not day_first:
        said = f"{lead}{typed} {day}"
    assert when(said) == When(DAYS[day] if day else None, meant)


@given(moments, zones, clocks(), st.none() | days)
@example(datetime(2024, 10, 27, 0, 30, tzinfo=UTC), LONDON, ("01:15", 75), None)
def test_a_deadline_is_always_to_come(
    now: datetime, zone: ZoneInfo, clock: tuple[str, int], day: str | None
) -> None:
    """Within a day if no day is named, else within a week; clocks may change meanwhile."""
    said = f"{day} {clock[0]}" if day else clock[0]
    found = moment(said, now, zone)
    if found is None:
        assert day == "today"
        return
    assert found.tzinfo is UTC
    assert now < found <= now + timedelta(days=8 if day else 1, hours=3)


@given(moments, offsets, clocks(), days)
def test_day_and_clock_are_those_named(
    now: datetime, zone: timezone, clock: tuple[str, int], day: str
) -> None:
    """A weekday is that weekday where the person lives, tomorrow the day after theirs."""
    found = moment(f"{day} {clock[0]}", now, zone)
    if found is None:
        assert day == "today"
        return
    local = found.astimezone(zone)
    assert local.hour * 60 + local.minute == clock[1]
    ahead = (local.date() - now.astimezone(zone).date()).days
    named = {"today": ahead == 0, "tomorrow": ahead == 1, "tmrw": ahead == 1}
    assert named.get(day, local.weekday() == DAYS[day])
    assert ahead <= 7


@given(st.text(max_size=70), moments)
def test_whatever_is_typed_nothing_breaks(words: str, now: datetime) -> None:
    """A moment that is to come, or none."""
    found = moment(words, now, LONDON)
    assert found is None or found > now

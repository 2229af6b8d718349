"""A desk's own clock."""

from datetime import UTC, datetime, time

from bot.desk import Desk


def test_the_next_off_stone_time() -> None:
    """Today's on the desk's clock while it is to come, else tomorrow's; or none at all."""
    karachi = Desk(off_stone=time(18), zone="Asia/Karachi")  # 13:00 UTC
    before, after = datetime(2026, 3, 3, 12, 59, tzinfo=UTC), datetime(2026, 3, 3, 13, tzinfo=UTC)
    assert karachi.wanted_by(before) == after
    assert karachi.wanted_by(after) == datetime(2026, 3, 4, 13, tzinfo=UTC)
    assert Desk().wanted_by(before) is None

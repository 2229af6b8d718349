"""The time zone in which somebody reads the clock."""

from collections.abc import Mapping
from datetime import UTC, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo


def zone_of(user: Mapping[str, Any]) -> tzinfo:
    """The zone of a user as Slack describes them; where it is unknown, their offset, or UTC."""
    try:
        return ZoneInfo(str(user["tz"]))
    except (KeyError, ValueError, OSError):
        pass
    try:
        return timezone(timedelta(seconds=int(user["tz_offset"])))
    except (KeyError, ValueError, TypeError, OverflowError):
        return UTC

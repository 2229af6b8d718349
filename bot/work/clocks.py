"""On whose clock a time is meant: the person's, as Slack knows it, or else the desk's."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.desk import Desk
from bot.slack import Slack


async def clock_of(slack: Slack, user: str, desk: Desk) -> ZoneInfo:
    """The time zone of a person, by id."""
    try:
        return ZoneInfo(await slack.zone(user) or desk.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(desk.zone)

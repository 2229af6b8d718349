"""Ask a person to answer flags, until a time: what `ask 6 @ines by 17:00` does."""

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from bot.errors import CopychiefError
from bot.listeners.door import Heard
from bot.model import Person
from bot.replies import Understood
from bot.work import Work


class CannotAsk(CopychiefError):
    """Somebody, or a time, that no flag can be put to."""


async def ask(
    work: Work,
    heard: Heard,
    draft_id: int,
    numbers: Sequence[int],
    reply: Understood,
    by: Person,
    key: str,
) -> None:
    """Put the flags to the person named, and have them told."""
    to = await work.slack.person(reply.whom)
    if not await work.slack.is_colleague(reply.whom):
        raise CannotAsk(f"{to.name} is not of the team: ask somebody who is.")
    due = await _due(work, heard, reply)
    await work.newsroom.assign(draft_id, numbers, to, due, by, key)
    if numbers:
        await work.turns.ask(key, draft_id, to.id, tuple(numbers))


async def _due(work: Work, heard: Heard, reply: Understood) -> datetime | None:
    if reply.due is None:
        return None
    # The moment it was typed, however late it is delivered.
    typed = datetime.fromtimestamp(float(heard.event.ts), UTC)
    due = reply.due.at(typed, _zone(await work.slack.zone(heard.event.user or "")))
    if due is None:
        raise CannotAsk(f"“{reply.said}” asks for a time of today that is past: name a later one.")
    return due


def _zone(name: str) -> tzinfo:
    """The clock on which the person who asks reads the time; UTC where Slack does not say."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC

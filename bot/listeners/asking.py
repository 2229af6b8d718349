"""Ask a person to answer flags, until a time: what `ask 6 @ines by 17:00` does."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Protocol, cast

from bot.errors import CopychiefError
from bot.listeners.door import Heard
from bot.model import Person
from bot.replies import Understood
from bot.work import Work


class Assigns(Protocol):
    """The newsroom as far as it assigns flags."""

    async def assign(
        self,
        draft_id: int,
        numbers: Sequence[int],
        to: Person,
        due: datetime | None,
        by: Person,
        key: str,
    ) -> object:
        """Put these flags to a person, until a moment in UTC."""


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
    """Assign the flags to the person named; the clock is read where the one who asks lives."""
    to = await work.slack.person(reply.whom)
    if not await work.slack.is_colleague(reply.whom):
        raise CannotAsk(f"{to.name} is not of the team, so no flag can wait for them.")
    due = await _due(work, heard, reply)
    await assigning(work).assign(draft_id, numbers, to, due, by, key)


def assigning(work: Work) -> Assigns:
    """The newsroom that assigns: the one place where it is asked for."""
    if not hasattr(work.newsroom, "assign"):
        raise CannotAsk("Flags cannot be put to a person yet: name them in a reply of your own.")
    return cast(Assigns, work.newsroom)


async def _due(work: Work, heard: Heard, reply: Understood) -> datetime | None:
    if reply.due is None:
        return None
    # The moment it was typed, however late it is delivered.
    typed = datetime.fromtimestamp(float(heard.event.ts), UTC)
    due = reply.due.at(typed, await work.slack.zone(heard.event.user or ""))
    if due is None:
        raise CannotAsk(
            f"I read “{reply.said}”, but that time of today is past: name a later one."
        )
    return due

"""Ask a person of the team to answer flags, and have them told."""

from collections.abc import Sequence
from datetime import datetime

from bot.errors import CannotAsk
from bot.model import Person
from bot.work.work import Work


async def ask(
    work: Work,
    draft_id: int,
    numbers: Sequence[int],
    to: str,
    due: datetime | None,
    by: Person,
    key: str,
) -> None:
    """Put the flags to the person of the id ``to``, until ``due`` (aware) or for any time.

    CannotAsk as ``whom`` says; UnknownFlag and AlreadySettled as the newsroom says.
    """
    person = await whom(work, draft_id, to)
    await work.newsroom.assign(draft_id, numbers, person, due, by, key)
    if numbers:
        await work.turns.ask(key, draft_id, person.id, tuple(numbers))


async def whom(work: Work, draft_id: int, to: str) -> Person:
    """The person of this id; CannotAsk if they are not of the team, or cannot see the draft."""
    person = await work.slack.person(to)
    if not await work.slack.is_colleague(to):
        raise CannotAsk(f"{person.name} is not of the team: ask somebody who is.")
    draft = await work.newsroom.draft(draft_id)
    if not await work.slack.is_member(draft.channel, to, anew=True):
        raise CannotAsk(f"{person.name} is not in this channel: invite them first, then ask.")
    return person

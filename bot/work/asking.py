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

    CannotAsk if they are not of the team; UnknownFlag and AlreadySettled as the newsroom says.
    """
    person = await work.slack.person(to)
    if not await work.slack.is_colleague(to):
        raise CannotAsk(f"{person.name} is not of the team: ask somebody who is.")
    await work.newsroom.assign(draft_id, numbers, person, due, by, key)
    if numbers:
        await work.turns.ask(key, draft_id, person.id, tuple(numbers))

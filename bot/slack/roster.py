"""Who is on a channel's desk at this moment, by the settings of the desk."""

import asyncio

from bot.desk import Desk, Roster, Who
from bot.slack.people import People


async def roster(people: People, channel: str, desk: Desk, person: str) -> Roster:
    """The desk's members and roles: people of our team alone, no guests and no apps.

    ``person`` acts, and is not missed if they came in while we were not told.
    """
    editors, legal, standards = await asyncio.gather(
        *(_given(people, who) for who in (desk.editors, desk.legal, desk.standards))
    )
    roles: set[str] = set().union(editors or (), legal or (), standards or ())
    there = await _there(people, channel, person, known=person in roles)
    names = await people.colleagues(there | roles)
    ours = frozenset(names)
    return Roster(
        members=there & ours,
        editors=None if editors is None else editors & ours,
        legal=None if legal is None else legal & ours,
        standards=None if standards is None else standards & ours,
        names=names,
    )


async def _there(people: People, channel: str, person: str, *, known: bool) -> frozenset[str]:
    if channel.startswith("D"):  # a direct message with us: nobody else can be in it
        return frozenset({person} if person and await people.is_member(channel, person) else ())
    return await people.members(channel, "" if known else person)


async def _given(people: People, who: Who) -> frozenset[str] | None:
    """Everybody who was given a role, in person or by a group; None if nobody was."""
    if not who.set:
        return None
    groups = await asyncio.gather(*(people.group(group) for group in who.groups))
    return frozenset(who.people).union(*groups)

"""Which drafts a person may see: those of the channels that they are in."""

import asyncio

from bot.blocks.home import Seen, home_view
from bot.model import Draft
from bot.work.turns import address_of
from bot.work.work import Work

_MOST = 60  # drafts that are drawn for one person


async def seen_by(work: Work, user: str) -> tuple[Seen, ...]:
    """The open drafts that a person may see, by their id, oldest first."""
    drafts = await work.newsroom.open_drafts()
    channels = list(dict.fromkeys(draft.channel for draft in drafts))
    inside = await asyncio.gather(*(work.slack.is_member(each, user) for each in channels))
    theirs = {channel for channel, is_in in zip(channels, inside, strict=True) if is_in}
    shown = [draft for draft in drafts if draft.channel in theirs][:_MOST]
    return tuple(await asyncio.gather(*(_seen(work, draft) for draft in shown)))


async def show_home(work: Work, user: str) -> None:
    """Draw the home tab of one person anew."""
    await work.slack.publish_home(user, home_view(user, await seen_by(work, user)))


async def _seen(work: Work, draft: Draft) -> Seen:
    checklist = await work.newsroom.checklist(draft.id)
    return Seen(checklist, await address_of(work.slack, draft))

"""Which drafts a person may see: those of the channels that they are in."""

import asyncio
from dataclasses import replace

from bot.blocks.home import MOST_DRAFTS, MOST_FLAGS, Seen, Sight, home_view
from bot.model import Draft
from bot.work.turns import address_of
from bot.work.work import Work


async def seen_by(work: Work, user: str) -> Sight:
    """What a person, by id, may see: their drafts, what is asked of them, and the queue."""
    drafts = await _visible(work, user)
    own = [draft for draft in drafts if draft.writer.id == user]
    queue = [draft for draft in drafts if draft.writer.id != user]
    picked = {draft.id for draft in (*own[-MOST_DRAFTS:], *queue[:MOST_DRAFTS])}
    picked |= await work.newsroom.asked_in(user)
    lists = await asyncio.gather(
        *(work.newsroom.checklist(draft.id) for draft in drafts if draft.id in picked)
    )
    seen = tuple(Seen(checklist) for checklist in lists)
    return await _with_addresses(work, Sight(user, seen, own=len(own), queue=len(queue)))


async def show_home(work: Work, user: str) -> None:
    """Draw the home tab of one person anew."""
    await work.slack.publish_home(user, home_view(await seen_by(work, user)))


async def _visible(work: Work, user: str) -> list[Draft]:
    """The open drafts of the channels that the person is in, oldest first."""
    drafts = await work.newsroom.open_drafts()
    channels = list(dict.fromkeys(draft.channel for draft in drafts))
    inside = await asyncio.gather(*(work.slack.is_member(each, user) for each in channels))
    theirs = {channel for channel, is_in in zip(channels, inside, strict=True) if is_in}
    return [draft for draft in drafts if draft.channel in theirs]


async def _with_addresses(work: Work, sight: Sight) -> Sight:
    """The same with the addresses of the threads that are shown; Slack is asked for each."""
    asked = [seen for seen, _ in sight.asked[:MOST_FLAGS]]
    shown = {seen.checklist.draft for seen in (*asked, *sight.own_shown, *sight.queue_shown)}
    ordered = sorted(shown, key=lambda draft: draft.id)
    found = await asyncio.gather(*(address_of(work.slack, draft) for draft in ordered))
    known = {draft.id: address for draft, address in zip(ordered, found, strict=True)}
    drafts = (replace(s, address=known.get(s.checklist.draft.id)) for s in sight.drafts)
    return replace(sight, drafts=tuple(drafts))

"""`settings` sets up this channel's desk: who may settle what, what is read, deadlines."""

from bot.blocks.settings import set_by_line, settings_modal
from bot.blocks.text import Block
from bot.commands import Ask, Reply
from bot.work import Work
from rules.profile import profiles


async def run(work: Work, ask: Ask) -> Reply:
    """Open the window, filled as the desk is set, for those who may change it."""
    team, newsroom = work.slack.team, work.newsroom
    by = await work.colleague(ask.by.id)
    await newsroom.refuse_others(team, ask.channel, by)
    return Reply(view=await window(work, ask.channel))


async def window(work: Work, channel: str, notice: str = "") -> Block:
    """The window as a channel's desk is set now; ``notice`` stands on top."""
    team, newsroom = work.slack.team, work.newsroom
    changes = await newsroom.desk_changes(team, channel)  # first: what comes after is not seen
    desk = await newsroom.desk(team, channel)
    last = changes[-1] if changes else None
    line = set_by_line(last.by, last.at, last.before, last.after) if last else ""
    groups, seen = await work.slack.people.groups(), len(changes)
    return settings_modal(channel, desk, profiles(), groups, line, seen=seen, notice=notice)

"""`settings` sets up this channel's desk: who may settle what, what is read, deadlines."""

from bot.blocks.settings import set_by_line, settings_modal
from bot.commands import Ask, Reply
from bot.work import Work
from rules.profile import profiles


async def run(work: Work, ask: Ask) -> Reply:
    """Open the window, filled as the desk is set, for those who may change it."""
    team, newsroom = work.slack.team, work.newsroom
    by = await work.colleague(ask.by.id)
    await newsroom.refuse_others(team, ask.channel, by)
    desk = await newsroom.desk(team, ask.channel)
    changes = await newsroom.desk_changes(team, ask.channel)
    last = changes[-1] if changes else None
    line = set_by_line(last.by, last.at, last.before, last.after) if last else ""
    groups = await work.slack.people.groups()
    return Reply(view=settings_modal(ask.channel, desk, profiles(), groups, line))

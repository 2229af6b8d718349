"""`help` shows this list."""

from bot.commands import Ask, Reply, found
from bot.work import Work
from bot.work.desks import PAUSED

_ELSEWHERE = """
*Without typing:* put :{emoji}: on a post, choose “Review this draft” in its menu, name me on it, \
or send me the draft in a direct message; “New review” among Slack's shortcuts takes a file, a \
link or a text.
*In a draft's thread:* “stet 4 quotation”, “fixed 2 5-7”, “source 3 ONS, 12 May”, \
“wrong 8 that is his title”, “cut 9”, “fixed all notes”, “ask 6 @ines by 17:00”, “why 4”, \
“reopen 4”; name me with “clear” when it is done."""


async def run(work: Work, ask: Ask) -> Reply:
    """List the subcommands and what can be done without them."""
    desk = await work.desk(ask.channel)
    lines = [command.help.replace("`", "`/desk ", 1) for command in found().values()]
    if desk.paused:
        lines.insert(0, f"*{PAUSED}*")
    return Reply("\n".join(lines) + "\n" + _ELSEWHERE.format(emoji=desk.emoji))

"""`help` shows this list."""

from bot.commands import Ask, Reply, found
from bot.work import Work

_ELSEWHERE = """
*Without typing:* put :memo: on a post, choose “Review this draft” in its menu, or name me on it.
*In a draft's thread:* “stet 4 quotation”, “fixed 2 5-7”, “source 3 ONS, 12 May”, \
“wrong 8 that is his title”, “why 4”, “reopen 4”; name me with “clear” when it is done."""


async def run(work: Work, ask: Ask) -> Reply:
    """List the subcommands and what can be done without them."""
    lines = [command.help.replace("`", "`/desk ", 1) for command in found().values()]
    return Reply("\n".join(lines) + "\n" + _ELSEWHERE)

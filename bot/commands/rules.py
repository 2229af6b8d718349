"""`rules PACK` lists what is asked, by pack; `/desk why RULE` tells more of one."""

from bot.blocks.rules import packs_text, rules_text
from bot.commands import Ask, Reply
from bot.work import Work
from rules.load import packs


async def run(work: Work, ask: Ask) -> Reply:
    """List the rules of the pack that was named, or the packs."""
    name = ask.words.strip("`“”\"' .").lower()
    rules = [rule for rule in packs().values() if rule.pack == name]
    return Reply(rules_text(rules) if rules else packs_text(name, list(packs().values())))

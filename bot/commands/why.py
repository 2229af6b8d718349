"""`why RULE` shows what a rule asks, why it asks it, and examples."""

from bot.blocks.escape import cut
from bot.blocks.why import rule_text
from bot.commands import Ask, Reply
from bot.errors import UnknownRule
from bot.nearest import nearest
from bot.wording import listed
from bot.work import Work
from rules.load import packs, rule_named


async def run(work: Work, ask: Ask) -> Reply:
    """Explain the rule that was named."""
    name = ask.words.strip("`“”\"' .").lower()
    rule = rule_named(name)
    if rule is None:
        raise UnknownRule(_unknown(name))
    return Reply(rule_text(rule))


def _unknown(name: str) -> str:
    ids = list(packs())
    near = nearest(name, ids)
    shown = near or ids[:3]
    said = f"There is no rule “{cut(name, 40)}”" if name else "Name a rule"
    meant = "did you mean" if near else "for example"
    return f"{said}: {meant} {listed(shown, 'or')}{'?' if near else '.'}"

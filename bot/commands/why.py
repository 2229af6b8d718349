"""`why RULE` shows what a rule asks, why it asks it, and examples."""

from difflib import get_close_matches

from bot.blocks.escape import cut
from bot.blocks.why import rule_text
from bot.commands import Ask, Reply
from bot.errors import UnknownRule
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
    last = {id.partition(".")[2]: id for id in ids}
    near = get_close_matches(name, ids, n=3, cutoff=0.5)
    near += [last[n] for n in get_close_matches(name, last, n=3, cutoff=0.6)]
    shown = list(dict.fromkeys(near))[:3] or ids[:3]
    said = f"There is no rule “{cut(name, 40)}”" if name else "Name a rule"
    meant = "did you mean" if name and near else "for example"
    return f"{said}: {meant} {listed(shown, 'or')}{'?' if name and near else '.'}"

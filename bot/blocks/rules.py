"""The rules in a list: the packs, or what one pack asks."""

from collections import Counter
from collections.abc import Sequence

from bot.blocks.escape import short
from bot.wording import counted
from rules.model import Rule

_TITLE = 90


def rules_text(rules: Sequence[Rule]) -> str:
    """What each of these rules asks, hardest first."""
    ordered = sorted(rules, key=lambda rule: (rule.level.rank, rule.id))
    lines = [
        f"• `{short(rule.id, 60)}` · {rule.level.value} · {short(rule.title, _TITLE)}"
        for rule in ordered
    ]
    return "\n".join([*lines, f"`/desk why {ordered[0].id}` tells why, and shows examples."])


def packs_text(name: str, rules: Sequence[Rule]) -> str:
    """The packs there are; ``name`` is what was asked for and is none of them, or empty."""
    number = Counter(rule.pack for rule in rules)
    head = f"There is no pack “{short(name, 40)}”. " if name else ""
    lines = [f"• `/desk rules {pack}` · {counted(many, 'rule')}" for pack, many in number.items()]
    return "\n".join(
        [f"{head}{counted(len(rules), 'rule')} in {counted(len(number), 'pack')}:", *lines]
    )

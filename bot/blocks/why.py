"""A rule explained: what it asks, why, how to settle it, and where it speaks and is silent."""

import re

from bot.blocks.escape import short
from rules.model import Rule

_MARKED = re.compile(r"\[\[(.*?)\]\]")
_WHY, _FIX, _EXAMPLE, _MOST = 1_200, 500, 200, 4


def rule_text(rule: Rule) -> str:
    """The rule as `/desk why` shows it."""
    asked = [line for line in rule.examples if "[[" in line]
    silent = [line for line in rule.examples if "[[" not in line]
    lines = [
        f"*{short(rule.title, 90)}* · {rule.level.value} · `{short(rule.id, 60)}`",
        short(rule.why, _WHY),
        f"_To settle it:_ {short(rule.fix, _FIX)}" if rule.fix else "",
        *_listed("Asked of:", asked),
        *_listed("Not asked of:", silent),
    ]
    return "\n".join(line for line in lines if line)


def _listed(heading: str, examples: list[str]) -> list[str]:
    return [heading, *(f"• {_example(line)}" for line in examples[:_MOST])] if examples else []


def _example(line: str) -> str:
    """An example with what is asked about in bold."""
    pieces = _MARKED.split(line[:_EXAMPLE] if "[[" not in line else line)
    drawn = []
    for n, piece in enumerate(pieces):
        before = " " if piece[:1].isspace() else ""
        after = " " if piece[-1:].isspace() else ""
        safe = short(piece, _EXAMPLE)
        drawn.append(f"*{safe}*" if n % 2 and safe else f"{before}{safe}{after}")
    return "".join(drawn).strip()

"""`copychief why RULE` shows what a rule asks, and why it asks it."""

from difflib import get_close_matches

import click

from bot.errors import UnknownRule
from rules import Rule
from rules.load import packs, rule_named


@click.command("why")
@click.argument("name", metavar="RULE")
def command(name: str) -> None:
    """Show what a rule asks, why, how to settle it, and its examples."""
    rule = rule_named(name)
    if rule is None:
        raise UnknownRule(_unknown(name))
    click.echo(_page(rule))


def _unknown(name: str) -> str:
    close = get_close_matches(name, packs(), n=3) or [rule for rule in packs() if name in rule]
    did = f"Did you mean {' or '.join(close[:3])}?" if close else "`copychief rules` lists them."
    return f"There is no rule “{name}”. {did}"


def _page(rule: Rule) -> str:
    lines = [
        f"{rule.title}  ({rule.id}, {rule.level.value})",
        "",
        f"Why: {rule.why}",
        "",
        f"Fix: {rule.fix}",
    ]
    lines += ["", f"Source: {rule.source}"] if rule.source else []
    lines += ["", f"More: {rule.link}"] if rule.link else []
    lines += ["", "What [[…]] marks is flagged; a line without marks stays silent:"]
    lines += [f"  {' / '.join(example.split(chr(10) * 2)).strip()}" for example in rule.examples]
    return "\n".join(lines)

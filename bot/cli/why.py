"""`copychief why RULE` shows what a rule asks, and why it asks it."""

from collections.abc import Mapping

import click

from bot.chosen import house_rules, vale_styles
from bot.errors import UnknownRule
from bot.handback.rulebook import page
from bot.nearest import nearest
from bot.wording import listed
from rules import Rule
from rules.load import packs, rule_named


@click.command("why")
@click.argument("name", metavar="RULE")
@click.option("--house", metavar="DIR", help="Look among the newsroom's own rules, too.")
@click.option("--style", metavar="DIR", help="Look in a folder of Vale styles, too.")
@click.option("--allow-code", is_flag=True, help="Read the Python rules of --house, too.")
def command(name: str, house: str | None, style: str | None, allow_code: bool) -> None:
    """Show what a rule asks, why, how to settle it, and its examples."""
    others = {rule.id: rule for rule in house_rules(house, allow_code=allow_code)} if house else {}
    for styles in vale_styles(style, None):
        others |= {rule.id: rule for rule in styles.rules}
    rule = others.get(name) or rule_named(name)
    if rule is None:
        raise UnknownRule(_unknown(name, others))
    click.echo(page(rule))


def _unknown(name: str, others: Mapping[str, Rule]) -> str:
    near = nearest(name, [*packs(), *others])
    did = f"Did you mean {listed(near, 'or')}?" if near else "`copychief rules` lists them."
    return f"There is no rule “{name}”. {did}"

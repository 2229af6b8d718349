"""`copychief rules` lists the rules; with --test it runs their examples."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import click

from rules import Rule, RuleError
from rules.load import folder, packs
from rules.trial import failures


@click.command("rules")
@click.option(
    "--test",
    "tested",
    is_flag=False,
    flag_value="",
    metavar="[DIR]",
    help="Run every example: of our own rules, or of the YAML rules in a folder.",
)
def command(tested: str | None) -> None:
    """List the rules by pack, with their levels and how many examples each has."""
    if tested is None:
        _list(packs().values())
    else:
        _test(packs().values() if tested == "" else _folder(Path(tested)))


def _list(rules: Iterable[Rule]) -> None:
    rules = list(rules)
    width = max(len(rule.id) for rule in rules)
    for pack, inside in groupby(rules, key=lambda rule: rule.pack):
        of_pack = list(inside)
        click.echo(f"{pack} ({len(of_pack)})")
        for rule in of_pack:
            click.echo(f"  {rule.id:{width}}  {rule.level.value:5}  {rule.title}")
    examples = sum(len(rule.examples) for rule in rules)
    count = len({rule.pack for rule in rules})
    click.echo(f"{len(rules)} rules in {count} packs, {examples} examples.")


def _folder(path: Path) -> list[Rule]:
    if not path.is_dir():
        raise click.UsageError(f"There is no folder “{path}”.")
    try:
        rules = folder(path)
    except RuleError as error:
        raise click.UsageError(str(error)) from None
    if not rules:
        raise click.UsageError(f"There is no rule (.yml) in “{path}”.")
    return rules


def _test(rules: Iterable[Rule]) -> None:
    tried = wrong = 0
    for rule in rules:
        tried += len(rule.examples)
        for failure in failures(rule):
            wrong += 1
            click.echo(f"{rule.id}\n- {failure.wanted}\n+ {failure.got}")
    click.echo(f"{tried} examples, {wrong} wrong.")
    if wrong:
        click.get_current_context().exit(1)

"""`copychief rules` lists the rules; with --test it runs their examples."""

from collections.abc import Iterable
from pathlib import Path

import click

from bot.chosen import BadChoice, house_rules, vale_styles
from bot.handback.rulebook import difference, listing
from bot.wording import counted, listed
from rules import Rule
from rules.files.trial import failures
from rules.load import PACKS, packs

_FORMS = (".yml", ".py")


@click.command("rules")
@click.option(
    "--test",
    "tested",
    is_flag=False,
    flag_value="",
    metavar="[DIR]",
    help="Run every example: of all rules, or of those in a folder.",
)
@click.option("--house", metavar="DIR", help="Also the newsroom's own rules in this folder.")
@click.option("--style", metavar="DIR", help="Also a folder of Vale styles.")
@click.option("--allow-code", is_flag=True, help="Run Python rules that are not ours, too.")
def command(tested: str | None, house: str | None, style: str | None, allow_code: bool) -> None:
    """List the rules by pack, with their levels and how many examples and terms each has."""
    if tested:
        found = house_rules(tested, allow_code=allow_code)
        if not found:
            raise BadChoice(f"There is no rule (.yml) in “{tested}”.")
        _test(found, Path(tested))
        return
    rules = _all(house, style, allow_code)
    if tested is None:
        click.echo("\n".join(listing(rules)))
    else:
        _test(rules, Path(house) if house else None)


def _all(house: str | None, style: str | None, allow_code: bool) -> list[Rule]:
    own = house_rules(house, allow_code=allow_code) if house else []
    rules = list((dict(packs()) | {rule.id: rule for rule in own}).values())
    for styles in vale_styles(style, None):
        rules += styles.rules
        for line in styles.unsupported:
            click.echo(f"copychief: {line}", err=True)
    return rules


def _test(rules: Iterable[Rule], folder: Path | None) -> None:
    """Run the examples; those that are marked otherwise are shown, and the exit code is 1."""
    tried = wrong = 0
    without = []
    for rule in rules:
        tried += len(rule.examples)
        without += [] if rule.examples else [rule.id]
        failed = list(failures(rule))
        wrong += len(failed)
        if failed:
            click.echo(f"{rule.id}  {_file(rule, folder)}")
        for failure in failed:
            click.echo("\n".join(difference(failure)))
    if without:
        click.echo(f"Without examples: {listed(without)}.")
    click.echo(f"{counted(tried, 'example')}, {wrong} wrong." if tried else "Nothing was tested.")
    if wrong:
        click.get_current_context().exit(1)


def _file(rule: Rule, folder: Path | None) -> str:
    """Where the rule is written: its id is its path, in our packs or in ``folder``."""
    pack, _, name = rule.id.partition(".")
    places = [folder / pack / name, folder / name] if folder else []
    places.append(PACKS / pack / name)
    paths = [place.with_name(place.name + form) for place in places for form in _FORMS]
    return next((str(path) for path in paths if path.exists()), "")

"""`copychief schema` prints the JSON Schema of what `check --format json` prints."""

import json

import click

from bot.handback.report import schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of `check --format json`."""
    click.echo(json.dumps(schema(), indent=1))

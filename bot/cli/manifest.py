"""Print the app manifest to paste at api.slack.com/apps."""

from pathlib import Path

import click

MANIFEST = Path(__file__).with_suffix(".yml")


@click.command()
def command() -> None:
    """Print the app manifest to paste at api.slack.com/apps."""
    click.echo(MANIFEST.read_text(encoding="utf-8"), nl=False)

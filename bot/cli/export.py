"""`copychief export DRAFT` prints everything that is kept of a draft, for a complaint."""

import asyncio
from pathlib import Path

import click

from bot.errors import CopychiefError
from bot.handback.record import as_html, as_json
from bot.record import Record


@click.command("export")
@click.argument("draft", type=click.IntRange(min=1))
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "json"]),
    default="html",
    show_default=True,
    help="A page to read, or JSON for other programs.",
)
@click.option("-o", "--output", metavar="FILE", help="Write there, not to the terminal.")
def command(draft: int, form: str, output: str | None) -> None:
    """Print the record of a draft: versions, flags, decisions, who, when and why.

    DRAFT is its number, as `/desk status` shows it. Exit code 1 if the record was changed
    after it was written.
    """
    record = asyncio.run(_record(draft))
    text = as_html(record) if form == "html" else as_json(record)
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(Path(output), text)
    if not record.sealed:
        raise SystemExit(1)


async def _record(draft: int) -> Record:
    from bot.newsroom import Newsroom
    from bot.serve import opened
    from bot.settings import Settings

    store = await opened(Settings.read().database())
    try:
        return await Newsroom(store).record(draft)
    finally:
        await store.close()


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CopychiefError(f"I cannot write “{file}”: {error.strerror}.") from None

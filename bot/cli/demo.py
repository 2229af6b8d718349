"""Try Copychief in a local Slack workspace, in the browser or in the terminal alone."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.sandbox import Sandbox
    from bot.serve import Bot
    from bot.settings import Settings

CHANNEL = "desk-foreign"
SEED = "river-talks"


@click.command()
@click.option("--headless", is_flag=True, help="Play one whole conversation, print it, and stop.")
@click.option("--port", default=4390, show_default=True, help="Where the page is, on 127.0.0.1.")
def command(headless: bool, port: int) -> None:
    """Start a local Slack workspace with Copychief in it, and post a sample draft."""
    with TemporaryDirectory(prefix="copychief-", ignore_cleanup_errors=True) as folder:
        asyncio.run(_play(Path(folder)) if headless else _stay(Path(folder), port))


def _settings(sandbox: "Sandbox", folder: Path) -> "Settings":
    from bot.settings import Settings

    return Settings.model_validate(
        {
            "slack_bot_token": sandbox.bot_token,
            "slack_app_token": sandbox.app_token,
            "slack_api_url": sandbox.api_url,
            "copychief_database_url": f"sqlite:///{folder / 'copychief.sqlite3'}",
            "copychief_read_channels": CHANNEL,
        }
    )


def _workspace() -> "Sandbox":
    import yaml

    from bot.cli.manifest import MANIFEST
    from bot.sandbox import Sandbox

    sandbox = Sandbox(yaml.safe_load(MANIFEST.read_text(encoding="utf-8")))
    sandbox.channel(CHANNEL, topic="Every draft posted here is read")
    sandbox.channel("newsroom", topic="React with :memo: to have a draft read")
    sandbox.person("Sana")  # who writes
    imran, leila, tom = (sandbox.person(name) for name in ("Imran", "Leila", "Tom"))
    sandbox.group("editors", [imran, leila])
    sandbox.group("legal", [tom])
    sandbox.group("standards", [leila])
    return sandbox


async def _staffed(sandbox: "Sandbox", bot: "Bot") -> None:
    """Give the desk its roles, as `/desk settings` would."""
    from bot.desk import Desk, Who
    from bot.model import Person

    leila = sandbox.person("Leila")
    groups = {word: Who(groups=(sandbox.group(word).id,)) for word in ("editors", "legal")}
    desk = Desk(reads_all=True, standards=Who(groups=(sandbox.group("standards").id,)), **groups)
    newsroom, channel = bot.work.newsroom, sandbox.find(CHANNEL).id
    by = Person(id=leila.id, name=leila.name)
    await newsroom.set_desk(bot.work.slack.team, channel, desk, by, "demo")


def _thread(sandbox: "Sandbox", draft: str) -> str:
    from bot.sandbox.transcript import transcript

    return transcript(sandbox.thread(draft, CHANNEL), lambda user: sandbox.ws.users[user].name)


async def _stay(folder: Path, port: int) -> None:
    from bot.cli.serve import until_told
    from bot.errors import CopychiefError
    from bot.sandbox.seed import seeds
    from bot.sandbox.story import handed_in
    from bot.serve import running

    stop = until_told()
    sandbox = _workspace()
    try:
        await sandbox.start(port)
    except OSError:
        raise CopychiefError(
            f"Port {port} on 127.0.0.1 is taken: name another, copychief demo --port {port + 1}"
        ) from None
    try:
        async with running(_settings(sandbox, folder)) as bot:
            await _staffed(sandbox, bot)
            draft = await handed_in(sandbox, seeds()[SEED].text, CHANNEL)
            click.echo(_thread(sandbox, draft))
            click.echo(f"\nThe page is at {sandbox.url} — post a draft, open a flag, settle it.")
            click.echo("Ctrl-C stops everything; nothing of it is kept.")
            await stop.wait()
    finally:
        await sandbox.stop()


async def _play(folder: Path) -> None:
    from bot.sandbox.seed import seeds
    from bot.sandbox.story import handed_in, settled
    from bot.serve import running

    sandbox = _workspace()
    await sandbox.start()
    try:
        async with running(_settings(sandbox, folder)) as bot:
            await _staffed(sandbox, bot)
            draft = await handed_in(sandbox, seeds()[SEED].text, CHANNEL)
            click.echo(f"{_thread(sandbox, draft)}\n")
            await settled(sandbox, draft, CHANNEL, say=click.echo)
            click.echo(f"\n{_thread(sandbox, draft)}")
    finally:
        await sandbox.stop()

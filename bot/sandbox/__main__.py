"""A Slack workspace by itself: python -m bot.sandbox. Any app can be tried in it."""

import asyncio
import signal
from pathlib import Path

import click
import yaml

from bot.sandbox.server import Sandbox


@click.command()
@click.option(
    "--port", default=0, help="Where it listens, on 127.0.0.1; 0 takes any that is free."
)
@click.option("--manifest", type=click.Path(exists=True, path_type=Path), help="The app's, YAML.")
@click.option("--channel", "channels", multiple=True, default=("general",), show_default=True)
@click.option("--person", "people", multiple=True, default=("Sana",), show_default=True)
def command(
    port: int, manifest: Path | None, channels: tuple[str, ...], people: tuple[str, ...]
) -> None:
    """Start a workspace, print what an app needs to connect to it, and stay until told to stop."""
    declared = yaml.safe_load(manifest.read_text(encoding="utf-8")) if manifest else None
    asyncio.run(_stay(Sandbox(declared), port, channels, people))


async def _stay(
    sandbox: Sandbox, port: int, channels: tuple[str, ...], people: tuple[str, ...]
) -> None:
    stop = asyncio.Event()
    for told in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(told, stop.set)
    for person in people:
        sandbox.person(person)
    for channel in channels:
        sandbox.channel(channel)
    await sandbox.start(port)
    try:
        click.echo(f"SLACK_API_URL={sandbox.api_url}")
        click.echo(f"SLACK_BOT_TOKEN={sandbox.bot_token}")
        click.echo(f"SLACK_APP_TOKEN={sandbox.app_token}")
        await stop.wait()
    finally:
        await sandbox.stop()


if __name__ == "__main__":
    command()

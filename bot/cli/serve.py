"""Run the bot in your workspace."""

import asyncio
import signal
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.settings import Settings


class _WithSettings(click.Command):
    """Lists every setting under the help, as bot/settings.py describes it."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from bot.settings import described

        with formatter.section("Settings, from the environment or a file named .env"):
            formatter.write_dl(described())


@click.command(cls=_WithSettings)
def command() -> None:
    """Run the bot in your workspace, over Socket Mode, until Ctrl-C."""
    from bot.settings import Settings

    asyncio.run(_serve(Settings.read()))


async def _serve(settings: "Settings") -> None:
    from bot.serve import running

    stop = until_told()
    async with running(settings) as bot:
        click.echo(f"Copychief is at work as {bot.name}. Ctrl-C stops it.")
        await stop.wait()


def until_told() -> asyncio.Event:
    """Return an event that Ctrl-C or a supervisor's SIGTERM sets."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for told in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(told, stop.set)
    return stop

"""The `copychief` command: one file per subcommand, the file name is the word typed."""

import pkgutil
import sys
from importlib import import_module

import click

from bot.errors import CopychiefError


class Words(click.Group):
    """Loads a subcommand's file when its word is typed, so that `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(
            module.name for module in pkgutil.iter_modules(__path__) if module.name != "__main__"
        )

    def get_command(self, ctx: click.Context, word: str) -> click.Command | None:
        if word not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"bot.cli.{word}").command
        return command


@click.group(cls=Words, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="copychief", prog_name="copychief")
def copychief() -> None:
    """The copy chief in your newsroom's Slack, and in your shell."""


def main() -> None:
    """Run the command line; bad input is one line on stderr and exit code 2."""
    try:
        status = copychief.main(prog_name="copychief", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.format_message())
        status = 0
    except click.exceptions.Abort:
        status = 130
    except click.ClickException as wrong:
        status = _refuse(wrong.format_message())
    except CopychiefError as wrong:
        status = _refuse(str(wrong))
    except BrokenPipeError:
        sys.stderr.close()
        status = 0
    sys.exit(status)


def _refuse(line: str) -> int:
    from bot.handback.ink import clean

    click.echo(f"copychief: {clean(' '.join(line.split()))}", err=True)
    return 2

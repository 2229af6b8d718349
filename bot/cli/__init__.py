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

    def get_command(self, ctx: click.Context, word: str) -> click.Command:
        words = self.list_commands(ctx)
        if word not in words:
            from bot.nearest import nearest  # only who mistypes waits for it

            near = nearest(word, words)
            did = f"Did you mean {near[0]}?" if near else "`copychief` lists them."
            ctx.fail(f"There is no command “{word}”. {did}")
        command: click.Command = import_module(f"bot.cli.{word}").command
        return command


@click.group(cls=Words, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="copychief", prog_name="copychief")
def copychief() -> None:
    """The copy chief in your newsroom's Slack, and in your shell."""


def main() -> None:
    """Run the command line; bad input is a line on stderr for each fault, and exit code 2."""
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
        status = _refuse(*map(str, wrong.args))
    except BrokenPipeError:
        sys.stderr.close()
        status = 0
    sys.exit(status)


def _refuse(*lines: str) -> int:
    from bot.handback.ink import clean

    for line in lines:
        click.echo(f"copychief: {clean(' '.join(line.split()))}", err=True)
    return 2

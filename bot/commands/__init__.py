"""What can be typed after `/desk`: one file per word, its docstring's first line is the help."""

import pkgutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from types import MappingProxyType

from bot.blocks.escape import short
from bot.blocks.text import Block
from bot.model import Person
from bot.work import Work


@dataclass(frozen=True)
class Ask:
    """What somebody typed: the words after the subcommand, who, where, and Slack's id of it.

    ``sent`` is the whole line as Slack has it, with its <…> around links and people.
    """

    words: str
    by: Person
    channel: str
    key: str
    sent: str = ""


@dataclass(frozen=True)
class Reply:
    """What the person who asked is told, and nobody else: Slack's mrkdwn, or a window to fill.

    ``view`` is opened within three seconds of the command, and ``filled`` makes the one that
    takes its place however long that takes; with ``blocks``, ``text`` is what is read out in
    their place.
    """

    text: str = ""
    view: Block | None = None
    blocks: Sequence[Block] = ()
    filled: Callable[[], Awaitable[Block]] | None = None


Run = Callable[[Work, Ask], Awaitable[Reply]]


@dataclass(frozen=True)
class Command:
    """A subcommand: the word, its help, and what it does."""

    word: str
    help: str
    run: Run


@cache
def found() -> MappingProxyType[str, Command]:
    """Every subcommand by its word, in the order of the alphabet."""
    modules = {
        m.name: import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)
    }
    return MappingProxyType(
        {
            word: Command(word, (module.__doc__ or "").partition("\n")[0], module.run)
            for word, module in sorted(modules.items())
        }
    )


async def answer(work: Work, ask: Ask, text: str) -> Reply:
    """Do what was typed; an unknown word is answered with the nearest that is known."""
    word, words = [*text.split(None, 1), "", ""][:2]
    command = found().get(word.lower() or "help")
    if command is None:
        return unknown(word)
    return await command.run(work, replace(ask, words=words.strip()))


def unknown(word: str) -> Reply:
    """Tell what else could have been meant."""
    near = get_close_matches(word.lower(), found(), n=1, cutoff=0.5)
    meant = f" Did you mean `/desk {near[0]}`?" if near else ""
    return Reply(f"I do not know “{short(word, 30)}”.{meant} `/desk help` tells what I can do.")

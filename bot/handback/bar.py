"""A progress bar, for a terminal and for what takes a while."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from time import monotonic
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

T = TypeVar("T")


def with_bar(
    done: Iterable[T], length: int, *, after: float = 1.0, stream: TextIO | None = None
) -> Iterator[T]:
    """Pass on what is ``done``; once that takes longer than ``after`` seconds, show how far it is.

    ``length`` is how many there will be. Nothing is shown where ``stream`` is no terminal.
    """
    stream = stream or sys.stderr
    if not stream.isatty():
        yield from done
        return
    begun = monotonic()
    bar: ProgressBar[Any] | None = None
    with ExitStack() as until_done:
        for n, one in enumerate(done, 1):
            yield one
            if bar is not None:
                bar.update(1)
            elif n < length and monotonic() - begun >= after:
                bar = until_done.enter_context(_bar(length, stream))
                bar.update(n)


def _bar(length: int, stream: TextIO) -> "ProgressBar[Any]":
    return click.progressbar(length=length, label="Reading", file=stream, show_pos=True)

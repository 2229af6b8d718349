"""Words drawn for a shell: in colour on a terminal, with ``[[…]]`` marks elsewhere."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

import click

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Ink(NamedTuple):
    """How words are made to stand out, if they can be in ``colour``."""

    colour: bool = False

    def mark(self, words: str) -> str:
        """The words that a passage is shown for."""
        return click.style(words, bold=True, underline=True) if self.colour else f"[[{words}]]"

    def draw(self, words: str, *, fg: str | None = None, bold: bool = False) -> str:
        """Words in a colour, or bold."""
        return click.style(words, fg=fg, bold=bold or None) if self.colour else words

    def faint(self, words: str) -> str:
        """Words that matter less."""
        return click.style(words, dim=True) if self.colour else words


def clean(words: str) -> str:
    """``words`` on one line, without what would make a terminal do something."""
    return _CONTROL.sub("�", words.replace("\r", " ").replace("\n", " "))


def cut(words: str, most: int) -> str:
    """``words``, or their beginning and an ellipsis."""
    return words if len(words) <= most else words[: most - 1] + "…"


def shown(text: str, spans: Iterable[tuple[int, int]], mark: Callable[[str], str]) -> str:
    """``text`` with what the spans hold marked; they are in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += [clean(text[at:start]), mark(clean(text[start:end]))]
        at = end
    return "".join([*pieces, clean(text[at:])])

"""The tokens of RTF: groups, control words, escapes and text, by their place in the file."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,40})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\'(?P<escape>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>.)"
    rb"|(?P<open>\{)|(?P<close>\})"
    rb"|(?P<text>[^\\{}\x00-\x08\x0a-\x1f]+)"
    rb"|[\x00-\x08\x0a-\x1f]+",
    re.DOTALL,
)


class Is(Enum):
    """What kind of token it is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SIGN = auto()
    BYTES = auto()


class Token(NamedTuple):
    """A token from ``at`` to ``to``: ``name`` of a word or a sign, ``data`` of text or escape."""

    kind: Is
    at: int
    to: int
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes, at: int = 0) -> Iterator[Token]:
    """All tokens from ``at`` on, in order; the bytes of a picture are left out."""
    while match := _TOKEN.match(data, at):
        start, at = at, match.end()
        kind = match.lastgroup
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            name = match["word"].decode("ascii")
            yield Token(Is.WORD, start, at, name, number)
            at += max(0, number or 0) if name == "bin" else 0
        elif kind == "escape":
            yield Token(Is.BYTES, start, at, data=bytes.fromhex(match["escape"].decode("ascii")))
        elif kind == "text":
            yield Token(Is.BYTES, start, at, data=match["text"])
        elif kind == "sign":
            yield Token(Is.SIGN, start, at, match["sign"].decode("latin-1"))
        elif kind:
            yield Token(Is.OPEN if kind == "open" else Is.CLOSE, start, at)

"""Writes RTF by hand, and finds in it what stands at a place."""

import re
from collections.abc import Sequence

from bot.readers.copy import Spot

_SIGNS = {
    b"\\emdash": "—",
    b"\\endash": "–",
    b"\\lquote": "‘",
    b"\\rquote": "’",
    b"\\ldblquote": "“",
    b"\\rdblquote": "”",
    b"\\bullet": "•",
    b"\\tab": "\t",
    b"\\line": "\n",
    b"\\~": "\u00a0",
    b"\\_": "\u2011",
    b"\\\\": "\\",
    b"\\{": "{",
    b"\\}": "}",
}
_ESCAPE = re.compile(rb"\\'[0-9a-f]{2}|\\u-?\d+\??|\\[a-z]+ ?|\\.|[^\\]", re.DOTALL)


def rtf(body: str | bytes, head: str = "") -> bytes:
    """A file with this in it; ``head`` stands before, such as tables of fonts and styles."""
    inside = body if isinstance(body, bytes) else body.encode("latin-1")
    return b"{\\rtf1\\ansi\\ansicpg1252" + head.encode("latin-1") + b"\n" + inside + b"}"


def escaped(words: str) -> str:
    """Words as RTF has them: letters that are not ASCII by their number, rare ones in halves."""
    whole = words.encode("utf-16-le")
    units = [int.from_bytes(whole[n : n + 2], "little") for n in range(0, len(whole), 2)]
    return "".join(_unit(unit) for unit in units)


def paragraphs(found: Sequence[str]) -> bytes:
    """A file with these paragraphs."""
    return rtf("".join(f"\\pard {escaped(words)}\\par\n" for words in found))


def words_at(data: bytes, spot: Spot, codec: str = "cp1252") -> str:
    """What the bytes at a place stand for."""
    found, units = "", b""
    for escape in _ESCAPE.findall(data[spot.start : spot.end]):
        number = re.fullmatch(rb"\\u(-?\d+)\??", escape)
        if number:
            units += (int(number[1]) & 0xFFFF).to_bytes(2, "little")
            continue
        found, units = found + units.decode("utf-16-le"), b""
        found += _SIGNS.get(escape.strip()) or (
            bytes.fromhex(escape[2:].decode()).decode(codec)
            if escape.startswith(b"\\'")
            else escape.decode("latin-1")
        )
    return found + units.decode("utf-16-le")


def _unit(unit: int) -> str:
    if chr(unit) in "\\{}":
        return "\\" + chr(unit)
    return chr(unit) if 0x20 <= unit < 0x7F else f"\\u{unit - 0x10000 * (unit > 0x7FFF)}?"

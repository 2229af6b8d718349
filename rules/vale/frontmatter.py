"""The front matter of a file: keys and values above the copy, between two lines of ``---``."""

import re
from collections.abc import Iterator
from pathlib import Path

from rules.files.form import RuleError
from rules.files.yaml_lines import read_mapping
from rules.vale.mapped import Mapped

_FRONT = re.compile(
    r"\A(?:---[ \t]*\n(?P<yaml>.*?\n)---|\+\+\+[ \t]*\n(?P<toml>.*?\n)\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_PAIR = re.compile(r"^([\w-]+)\s*=\s*(['\"])(.*)\2\s*$", re.M)
_NO_WORDS = re.compile(r"[-+]?[\d._:+-]+|true|false|yes|no|on|off", re.IGNORECASE)


def front_matter(source: Mapped) -> tuple[list[tuple[str, Mapped]], Mapped]:
    """The keys with their words, and what follows; values that are no words are left out."""
    match = _FRONT.match(source.text)
    if match is None:
        return [], source
    kind = "yaml" if match["yaml"] is not None else "toml"
    pairs = _yaml(match["yaml"]) if kind == "yaml" else _toml(match["toml"])
    found: list[tuple[str, Mapped]] = []
    start, end = match.span(kind)
    for key, value in pairs:
        at = source.text.find(key, start, end)
        found.append((key, _placed(source, value, max(at, start), end)))
    return found, source[match.end() :]


def _placed(source: Mapped, value: str, at: int, end: int) -> Mapped:
    """The lines of a value where they stand, however they are indented."""
    parts: list[Mapped] = []
    for line in value.split("\n"):
        place = source.text.find(line, at, end)
        if line and place >= 0:
            at = place + len(line)
            parts += [source[place:at], source[at : at + 1]]
    return Mapped.joined(parts).stripped()


def _yaml(front: str) -> Iterator[tuple[str, str]]:
    try:
        data = front.encode("utf-8", "replace")
        said, _ = read_mapping(data, Path("front matter"), lenient=True)
    except RuleError:
        return
    for key, value in said.items():
        if isinstance(value, str) and not _NO_WORDS.fullmatch(value):
            yield key, value


def _toml(front: str) -> Iterator[tuple[str, str]]:
    for match in _PAIR.finditer(front):
        yield match[1], match[3]

"""Sample drafts for trying out and for tests, with the passages that must be flagged marked."""

import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[\[(?P<passage>.*?)\]\]\{(?P<rule>[a-z.]+)\}", re.DOTALL)
_FOLDERS = (Path(__file__).parent / "seeds", Path(__file__).parents[2] / "seeds")


@dataclass(frozen=True)
class Seed:
    """A sample draft: its text without the marks, and (start, end, rule) for each mark."""

    name: str
    text: str
    marks: tuple[tuple[int, int, str], ...]


def seeds() -> dict[str, Seed]:
    """Read every sample draft, by name; offsets are code points into the text."""
    folder = next(folder for folder in _FOLDERS if folder.is_dir())
    return {file.stem: _read(file) for file in sorted(folder.glob("*.md"))}


def _read(file: Path) -> Seed:
    marked = file.read_text(encoding="utf-8")
    pieces: list[str] = []
    marks: list[tuple[int, int, str]] = []
    length = done = 0
    for mark in _MARK.finditer(marked):
        before, passage = marked[done : mark.start()], mark["passage"]
        start = length + len(before)
        pieces += [before, passage]
        length = start + len(passage)
        marks.append((start, length, mark["rule"]))
        done = mark.end()
    pieces.append(marked[done:])
    return Seed(file.stem, "".join(pieces), tuple(marks))

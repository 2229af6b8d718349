"""Cuts files into sheets in a child process that has so much CPU time: what hangs dies there."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rules.vale.config import Config
from rules.vale.ini import Ini
from rules.vale.reading import sheets
from tests.rules.bounded import bounded


def lengths(files: Sequence[str], path: str) -> list[int]:
    """How many characters of prose each file has, up to the one that hung."""
    said = json.dumps({"files": files, "path": path}).encode()
    lines = bounded([sys.executable, "-m", "tests.rules.vale.hostile"], said).split()
    return [int(line) for line in lines]


def _cut_all() -> None:
    asked = json.load(sys.stdin)
    config = Config(Ini(Path("ini")), Path())
    for text in asked["files"]:
        read = sheets(text, asked["path"], config, config.for_file(asked["path"]))
        print(sum(len(sheet.source) for sheet in read), flush=True)


if __name__ == "__main__":
    _cut_all()

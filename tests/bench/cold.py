"""Whole processes: from the prompt to the last line, cache warm or empty."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measures import whole
from tests.bench.peers import commands
from tests.bench.steady import SEED
from tests.bench.table import Row, at_most
from tests.bench.text import DRAFT, draft

_LONG = 20_000


def starts(rounds: int) -> Iterator[Row]:
    """`copychief check FILE` on one draft, and every other linter that is here on the same."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        file, long = _written(folder, DRAFT), _written(folder, _LONG)
        ours = [str(Path(sys.executable).with_name("copychief")), "check"]
        cache = {"XDG_CACHE_HOME": str(folder / "cache")}
        empty = min(
            whole([*ours, str(file)], {"XDG_CACHE_HOME": str(folder / f"empty{n}")})
            for n in range(rounds)
        )
        whole([*ours, str(file)], cache)
        warm = min(whole([*ours, str(file)], cache) for _ in range(rounds))
        yield at_most("copychief check FILE, warm cache", warm.cpu, 0.5, "{:.2f} s CPU")
        yield Row("copychief check FILE, warm cache, wall", f"{warm.wall:.2f} s")
        yield Row("copychief check FILE, empty cache", f"{empty.cpu:.2f} s CPU")
        yield Row("copychief check FILE, empty cache, wall", f"{empty.wall:.2f} s")
        yield _row("copychief", [*ours, str(long)], _LONG, cache)
        for name, command in commands(folder):
            yield _row(name, [*command, str(file)], DRAFT, {})
            yield _row(name, [*command, str(long)], _LONG, {})


def _row(name: str, command: Sequence[str], words: int, environment: Mapping[str, str]) -> Row:
    run = min(whole(command, environment) for _ in range(3))
    return Row(f"{name}, whole process, {words:,} words", f"{run.cpu:.2f} s CPU")


def _written(folder: Path, words: int) -> Path:
    file = folder / f"draft{words}.txt"
    file.write_text(draft(words, seed=SEED), encoding="utf-8")
    return file

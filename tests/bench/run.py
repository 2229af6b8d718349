"""Measures the engine on news that nobody wrote and prints one table: `make bench`."""

from collections.abc import Iterator

from tests.bench.cold import starts
from tests.bench.packs import cost
from tests.bench.steady import growth, memory, speed
from tests.bench.table import Row, drawn

ROUNDS = 7


def rows() -> Iterator[Row]:
    """Every measure in turn, each under its name."""
    yield from _named("STEADY STATE", speed(ROUNDS))
    yield from _named("GROWTH", growth(ROUNDS))
    yield from _named("MEMORY", memory())
    yield from _named("GENERATED PACK", cost(ROUNDS))
    yield from _named("WHOLE PROCESS", starts(ROUNDS))


def _named(name: str, measured: Iterator[Row]) -> Iterator[Row]:
    yield Row(name, "")
    yield from measured


if __name__ == "__main__":
    for row in rows():
        print(drawn(row), flush=True)

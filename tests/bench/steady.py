"""The steady state: packs read, nothing cold; drafts one after another in one process."""

import subprocess
import sys
from collections.abc import Iterator

from rules import review
from tests.bench.measures import Work, best, resident
from tests.bench.peers import proselint
from tests.bench.table import Row, at_least, at_most
from tests.bench.text import DRAFT, draft, drafts

SEED = 11
COUNT = 60
BOOK = 200_000
_SIZES = (5_000, 50_000, BOOK)


def news() -> list[str]:
    """The drafts that all linters read."""
    return drafts(COUNT, seed=SEED)


def speed(rounds: int) -> Iterator[Row]:
    """Words for each second of CPU, the time of one draft, and proselint in the same rounds."""
    works: dict[str, Work] = {"copychief": review}
    if peer := proselint():
        works["proselint"] = peer
    found = best(works, news(), rounds)
    ours, words = found["copychief"], COUNT * DRAFT
    yield at_least("words per CPU second, all packs", words / ours.total, 80_000, "{:,.0f}")
    yield at_most(f"{DRAFT}-word draft, median", ours.median * 1e3, 7.5, "{:.2f} ms")
    yield Row(f"{DRAFT}-word draft, 95th percentile", f"{ours.p95 * 1e3:.2f} ms")
    flags = sum(len(review(text).flags) for text in news())
    yield Row("flags per 1,000 words of this text", f"{flags / words * 1e3:.1f}")
    if peer is None:
        yield Row("proselint", "not installed: make bench installs it")
        return
    theirs = found["proselint"]
    yield Row("proselint, words per CPU second", f"{words / theirs.total:,.0f}")
    yield at_least("times proselint's speed", theirs.total / ours.total, 1, "{:.2f}")


def growth(rounds: int) -> Iterator[Row]:
    """The cost of a word in ever longer drafts, against one in a draft of 600 words."""
    short = best({"": review}, news(), rounds)[""].total / (COUNT * DRAFT)
    yield Row(f"CPU per word, {DRAFT} words", f"{short * 1e6:.2f} µs")
    for words in _SIZES:
        text = [draft(words, seed=SEED)]
        cost = best({"": review}, text, rounds if words < BOOK else 3)[""].total / words
        yield Row(f"CPU per word, {words:,} words", f"{cost * 1e6:.2f} µs")
    yield at_most(f"growth from {DRAFT} to {BOOK:,} words", cost / short, 1.2, "{:.2f}")


def memory() -> Iterator[Row]:
    """What a process of its own holds at most when it has read the drafts, and then a book."""
    command = [sys.executable, "-m", "tests.bench.steady"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    steady, book = map(float, said.stdout.split())
    yield at_most("resident memory, steady state", steady, 150, "{:.0f} MB")
    yield Row(f"resident memory after {BOOK:,} words at once", f"{book:.0f} MB")


def _held() -> None:
    for text in news() * 2:
        review(text)
    steady = resident()
    review(draft(BOOK, seed=SEED))
    print(steady, resident())


if __name__ == "__main__":
    _held()

"""Counts what the rules flag in ordinary news and prints some of it: `make noise NEWS=FILE`.

FILE holds JSON lines with a "text" (gzipped or not), or is a folder of .txt files. First it prints
how often each rule and each word speaks in 1,000 words; then flags picked by a fixed seed, in
their sentences, for an editor to judge.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rules import Flag, Level, Review, review

STRICT = (Level.HOLD, Level.QUERY)


class Place(NamedTuple):
    """A flag where it stands, with its sentence; ``also`` of a flag are places of their own."""

    flag: Flag
    words: str
    sentence: str


def texts(path: Path) -> Iterator[str]:
    """Every draft in a folder, or in a file of JSON lines."""
    if path.is_dir():
        yield from (file.read_text("utf-8") for file in sorted(path.rglob("*.txt")))
        return
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def places(read: Review) -> Iterator[Place]:
    """Every place that a flag of the review points at."""
    text = read.text or ""
    for flag in read.flags:
        for start, end in ((flag.start, flag.end), *flag.also):
            around = next((s for s in read.sentences if s[0] <= start < s[1]), (start, end))
            before, after = text[around[0] : start], text[end : max(end, around[1])]
            words = text[start:end]
            yield Place(flag, words.lower(), " ".join(f"{before}[[{words}]]{after}".split()))


def table(found: list[Place], words: int) -> Iterator[str]:
    """How often each rule speaks, and the words that it speaks of most."""
    rules = Counter((place.flag.rule, place.flag.level) for place in found)
    for (rule, level), times in sorted(rules.items()):
        said = Counter(p.words for p in found if (p.flag.rule, p.flag.level) == (rule, level))
        most = ", ".join(f"{word[:24]} {n}" for word, n in said.most_common(6))
        yield f"{rule:24} {level:6} {times:6} {1000 * times / words:7.2f}   {most}"


def picked(found: list[Place], pack: str, number: int) -> list[Place]:
    """Some strict flags of a pack, the same each time."""
    strict = [p for p in found if p.flag.level in STRICT and p.flag.rule.startswith(f"{pack}.")]
    return random.Random(pack).sample(strict, min(number, len(strict)))


def main() -> None:
    """Read the news, count, and print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("news", type=Path)
    ask.add_argument("--pick", type=int, default=40, help="so many strict flags of each pack")
    ask.add_argument("--pack", action="append", help="only these; default: all")
    said = ask.parse_args()
    reviews = [review(text, "news", packs=said.pack) for text in texts(said.news)]
    words = sum(read.words for read in reviews)
    found = [place for read in reviews for place in places(read)]
    print(f"{len(reviews)} drafts, {words:,} words; flags, and flags in 1,000 words\n")
    print(*table(found, words), sep="\n")
    for pack in sorted({place.flag.rule.split(".")[0] for place in found}):
        print(f"\n{pack}:")
        for place in picked(found, pack, said.pick):
            print(f"- {place.flag.rule}, {place.flag.level}: {place.sentence[:400]}")


if __name__ == "__main__":
    main()

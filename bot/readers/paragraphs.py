"""The paragraphs of a file, whose words know where they stand, written down as Markdown."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from typing import Literal, NamedTuple

from bot.readers.copy import LONGEST, Copy, Format, Scribe, too_long
from bot.readers.links import linked

Kind = Literal["title", "head", "crosshead", "entry", "text"]
_HEAD_WORDS = 22
_HIGH = 6  # paragraphs from the top: what stands lower is a heading of something else
_WORD = re.compile(r"\w")


class Run(NamedTuple):
    """Words that stand in the file's part ``where`` from ``at`` to ``to``, perhaps linked.

    Without ``where``, the file does not have them.
    """

    words: str
    where: str
    at: int
    to: int
    link: str = ""


@dataclass(eq=False)
class Paragraph:
    """A paragraph as the file has it; a title is what the file calls so.

    A head is a heading of the first level, a crosshead any below it, an entry one of a list.
    """

    kind: Kind = "text"
    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, without those that Markdown needs."""
        return "".join(run.words for run in self.runs)


def written(paragraphs: Iterable[Paragraph], format: Format, name: str) -> Copy:
    """The paragraphs that hold a word, an empty line between them; TooLong where they are many."""
    kept = [one for one in paragraphs if one.text.strip()]
    headline = _headline(kept)
    scribe = Scribe()
    for one in kept:
        scribe.add("\n\n" if scribe.length else "")
        _write(scribe, one, "# " if one is headline else _mark(one))
        if scribe.length > LONGEST:
            raise too_long(name)
    title = " ".join(headline.text.split()) if headline else ""
    return Copy(scribe.text, format, title, tuple(scribe.pieces))


def _headline(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The first that is called the title, else the first heading of the first level."""
    first = {one.kind: one for one in reversed(paragraphs[:_HIGH])}
    return first.get("title") or first.get("head")


def _mark(one: Paragraph) -> str:
    if one.kind == "entry":
        return "- "
    # A long heading, or one with a stop, is copy like any other.
    is_copy = one.text.rstrip().endswith(".") or len(one.text.split()) > _HEAD_WORDS
    return "" if one.kind == "text" or is_copy else "## "


def _write(scribe: Scribe, one: Paragraph, mark: str) -> None:
    """Write one paragraph, without the space around it; what has a mark is on one line."""
    words = _Words(one.runs)
    scribe.add(mark)
    for start, end, link in words.stretches(with_links=not mark.startswith("#")):
        scribe.add("[" if link else "")
        for run in words.between(start, end):
            shown = run.words.replace("\n", " ") if mark else run.words
            if run.where:
                scribe.copy(shown, run.where, run.at, run.to)
            else:
                scribe.add(shown)
        scribe.add(f"]({link})" if link else "")


class _Words:
    """The words of a paragraph, by their offset in it."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._starts = [0, *accumulate(len(run.words) for run in runs)]
        self._text = "".join(run.words for run in runs)

    def stretches(self, *, with_links: bool) -> Iterator[tuple[int, int, str]]:
        """From where to where which link goes, "" for none; in order, each letter once."""
        at, last = self._trimmed(0, len(self._text))
        for start, end, link in self._links() if with_links else ():
            start, end = self._trimmed(max(start, at), min(end, last))
            address = self._address(start, end, link)
            if address:
                yield at, start, ""
                yield start, end, address
                at = end
        yield at, last, ""

    def between(self, start: int, end: int) -> Iterator[Run]:
        """The runs, cut to what stands between two offsets."""
        n = max(0, bisect_right(self._starts, start) - 1)
        while n < len(self._runs) and self._starts[n] < end:
            yield _cut(self._runs[n], start - self._starts[n], end - self._starts[n])
            n += 1

    def _links(self) -> Iterator[tuple[int, int, str]]:
        n = 0
        for href, group in groupby(self._runs, key=lambda run: run.link):
            first, n = n, n + len(list(group))
            if href:
                yield self._starts[first], self._starts[n], href

    def _address(self, start: int, end: int, href: str) -> str | None:
        """Where some words lead, if they are no part of a longer word."""
        beside = self._text[max(0, start - 1) : start] + self._text[end : end + 1]
        return None if _WORD.search(beside) else linked(href, self._text[start:end])

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        return start, start + len(words.strip())


def _cut(run: Run, start: int, end: int) -> Run:
    start, end = max(0, start), min(end, len(run.words))
    words = run.words[start:end]
    if run.to - run.at != len(run.words):
        return run._replace(words=words)
    return run._replace(words=words, at=run.at + start, to=run.at + end)

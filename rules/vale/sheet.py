"""A file as Vale sees it: blocks of prose, each with its scope."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from rules.model import Hit, Span
from rules.search.page import Page
from rules.search.scan import Scan, Seen
from rules.text import Text, parse
from rules.text.fold import fold
from rules.vale.comments import Comments
from rules.vale.mapped import Mapped
from rules.vale.scopes import fits
from rules.vale.sentences import sentences

_PARAGRAPH = re.compile(r"(?:(?!\n\n)[\s\S])+(?:\n\n)?")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a file with its scope, and what the comments before it had switched off.

    ``is_prose``: it is cut into paragraphs and sentences for the rules that ask for them.
    """

    words: Mapped
    scope: str
    off: Comments = field(default_factory=Comments)
    is_prose: bool = False


class Sheet(Page):
    """Blocks one after another, as a page that rules of words search."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        gap = Mapped("\n\n", (0, 0))
        self._all = blocks
        self._spans: list[Span] = []
        at = 0
        for block in blocks:
            self._spans.append(Span(at, at + len(block.words)))
            at += len(block.words) + len(gap)
        self.words = Mapped.joined(part for block in blocks for part in (block.words, gap))
        self.source = self.words.text
        self.scan: Scan | None = None
        self._cut: dict[tuple[str, ...], Sequence[Span]] = {}

    @cached_property
    def folded(self) -> str:  # type: ignore[override]
        """The words as Page wants them; many a sheet is read by no rule, and never needs them."""
        return fold(self.source)

    @cached_property
    def seen(self) -> Seen:  # type: ignore[override]
        """Where the literals of ``scan`` stand."""
        return Seen(self.folded, self.scan)

    @cached_property
    def text(self) -> Text:
        """The prose parsed, for rules with keys of ours."""
        return parse(self.source)

    def blocks(self, scopes: tuple[str, ...], *, whole: bool = False) -> Sequence[Span]:
        """The blocks whose scope fits; else their paragraphs or sentences, if asked for."""
        del whole  # Vale cuts nothing
        if scopes not in self._cut:
            self._cut[scopes] = self._blocks(scopes)
        return self._cut[scopes]

    def _blocks(self, scopes: tuple[str, ...]) -> Sequence[Span]:
        found: list[Span] = []
        for number, (span, block) in enumerate(zip(self._spans, self._all, strict=True)):
            if fits(scopes, block.scope):
                found.append(span)
            elif block.is_prose and fits(scopes, f"paragraph.{block.scope}"):
                found += self._paragraphs[number]
            elif block.is_prose and fits(scopes, f"sentence.{block.scope}"):
                found += self._sentences[number]
        return found

    def silences(self, rule: str, hit: Hit) -> bool:
        """Tell whether a comment before the block of ``hit`` switches ``rule`` off."""
        if not self._is_switched:
            return False
        block = self._all[max(0, bisect_right(self._spans, (hit.start, inf)) - 1)]
        return block.off.silence(rule, self.source[hit.start : hit.end])

    @cached_property
    def _is_switched(self) -> bool:
        return any(block.off.off or block.off.comment for block in self._all)

    @cached_property
    def _paragraphs(self) -> Sequence[Sequence[Span]]:
        return self._cut_by(_paragraphs)

    @cached_property
    def _sentences(self) -> Sequence[Sequence[Span]]:
        return self._cut_by(sentences)

    def _cut_by(self, cut: Callable[[str, Span], Iterator[Span]]) -> Sequence[Sequence[Span]]:
        """The pieces of each block, by its number; what is no prose has none."""
        each = zip(self._all, self._spans, strict=True)
        return [[*cut(self.source, span)] if block.is_prose else [] for block, span in each]


def _paragraphs(source: str, span: Span) -> Iterator[Span]:
    for match in _PARAGRAPH.finditer(source, span.start, span.end):
        yield Span(*match.span())

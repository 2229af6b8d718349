"""A file as Vale sees it: blocks of prose, each with its scope."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from rules.model import Span
from rules.page import Page
from rules.scan import Seen
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
        self.folded = fold(self.source)
        self.seen = Seen(self.folded)

    @cached_property
    def text(self) -> Text:
        """The prose parsed, for rules with keys of ours."""
        return parse(self.source)

    def blocks(self, scopes: tuple[str, ...], *, whole: bool = False) -> Sequence[Span]:
        """The blocks whose scope fits; else their paragraphs or sentences, if asked for."""
        del whole  # Vale cuts nothing
        found: list[Span] = []
        for span, block in zip(self._spans, self._all, strict=True):
            if fits(scopes, block.scope):
                found.append(span)
            elif block.is_prose and fits(scopes, f"paragraph.{block.scope}"):
                found += self._paragraphs(span)
            elif block.is_prose and fits(scopes, f"sentence.{block.scope}"):
                found += sentences(self.source, span)
        return found

    def block_at(self, place: int) -> Block:
        """The block that holds ``place``."""
        return self._all[max(0, bisect_right(self._spans, (place, inf)) - 1)]

    def _paragraphs(self, span: Span) -> Iterator[Span]:
        for match in _PARAGRAPH.finditer(self.source, span.start, span.end):
            yield Span(*match.span())

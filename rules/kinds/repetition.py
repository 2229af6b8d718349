"""The same word twice: `extends: repetition`."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from operator import eq
from typing import Annotated

import regex
from pydantic import AfterValidator, Field

from rules.message import say
from rules.model import Hit, Span
from rules.text.model import Text
from rules.words import Words, compiles, pattern


class Repetition(Words):
    """Flags neighbours among the matches of ``tokens`` that are alike more than ``max`` times."""

    tokens: Annotated[tuple[Annotated[str, AfterValidator(compiles)], ...], Field(min_length=1)]
    max: int = Field(0, ge=0)
    ignorecase: bool = False
    alpha: bool = False
    vocab: bool = True
    exceptions: tuple[str, ...] = ()

    def found(self, text: Text) -> Iterator[Hit]:
        """Each run of like words with nothing but white space between them."""
        compiled, folded = self._pattern
        view = text.folded if folded else text.source
        for block in self.blocks(text):
            if not self._has_neighbours(view[block.start : block.end]):
                continue
            run: list[regex.Match[str]] = []
            for match in compiled.finditer(view, block.start, block.end):
                if not self._goes_on(run, match, text):
                    yield from self._hits(run, text)
                    run = []
                run.append(match)
            yield from self._hits(run, text)

    def _has_neighbours(self, block: str) -> bool:
        """Tell cheaply whether any two matches in a row are alike; most blocks have none."""
        words = self._pattern[0].findall(block.lower() if self.ignorecase else block)
        return any(map(eq, words, islice(words, 1, None)))

    def _goes_on(self, run: list[regex.Match[str]], match: regex.Match[str], text: Text) -> bool:
        if not run or text.source[run[-1].end() : match.start()].strip():
            return False
        last, word = run[-1].group(), match.group()
        return last.lower() == word.lower() if self.ignorecase else bool(last == word)

    def _hits(self, run: list[regex.Match[str]], text: Text) -> Iterator[Hit]:
        if len(run) < 2 or len(run) - 1 <= self.max:
            return
        word, span = run[-1].group(), Span(run[0].start(), run[-1].end())
        if self.alpha and not any(letter.isalpha() for letter in word):
            return
        if not any(one.search(text.quote(span)) for one in self._exceptions):
            yield Hit(*span, say(self.message, word))

    @cached_property
    def _pattern(self) -> tuple[regex.Pattern[str], bool]:
        return pattern(rf"(?:{'|'.join(self.tokens)})", self.ignorecase)

    @cached_property
    def _exceptions(self) -> list[regex.Pattern[str]]:
        return [regex.compile(rf"\b(?:{exception})\b") for exception in self.exceptions]


KIND = Repetition

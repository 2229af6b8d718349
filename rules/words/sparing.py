"""What rules let stand: their own exceptions, and the newsroom's vocabulary."""

from functools import cached_property

from rules.model import Because, Span
from rules.search.page import Page
from rules.words.exceptions import Exceptions
from rules.words.patterns import Pattern
from rules.words.words import Words


class Sparing(Words):
    """A rule with ``exceptions``; with ``vocab`` it also heeds the words a newsroom accepts."""

    vocab: bool = True
    exceptions: tuple[Pattern, ...] = ()

    def lets_stand(self, page: Page, span: Span) -> bool:
        """Tell whether the rule's own exceptions spare the words."""
        return bool(self.exceptions) and self._own.hold(page, span)

    def because(self, page: Page, span: Span) -> Because | None:
        """``house`` where the newsroom's vocabulary spares the words."""
        house = self._house
        return "house" if house is not None and house.hold(page, span) else None

    @property
    def is_of_words(self) -> bool:
        """A rule for words, and not for the marks between them."""
        return True

    @cached_property
    def _own(self) -> Exceptions:
        return Exceptions(self.exceptions)

    @cached_property
    def _house(self) -> Exceptions | None:
        heeds = self.vocab and self.is_of_words and bool(self._accepted)
        return Exceptions(self._accepted) if heeds else None

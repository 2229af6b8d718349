"""A page: what a rule of words and patterns reads, cut into blocks."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from rules.model import Span
from rules.search.patience import Patience
from rules.search.scan import Seen

if TYPE_CHECKING:
    from rules.text.model import Text


class Page:
    """A Text, or a file as Vale cuts it; every offset is a code point into ``source``.

    ``source`` holds the words as written; ``folded`` the same in lower case with plain quotes,
    dashes and spaces, as long as ``source``; ``seen`` knows where the literals of rules stand.
    """

    source: str
    folded: str
    seen: Seen

    @property
    def text(self) -> "Text":
        """The page parsed: for rules that ask about sentences, voices and names."""
        raise NotImplementedError

    def blocks(self, scopes: tuple[str, ...], *, whole: bool = False) -> Sequence[Span]:
        """The stretches that rules of those scopes search one by one.

        They are in reading order and do not overlap. A very long one may be cut in pieces,
        unless ``whole``.
        """
        raise NotImplementedError

    @cached_property
    def lowered(self) -> str:
        """``source`` in lower case and nothing else changed; as long as ``source``."""
        return self.source.replace("\u0130", "i").lower()

    @cached_property
    def patience(self) -> Patience:
        """What is left of the time for searching it."""
        return Patience(len(self.source))

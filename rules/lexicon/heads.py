"""The words that a listed word is pinned on: "the embattled mayor", "left-wing mob"."""

import re
from functools import cached_property
from pathlib import Path

from rules.lexicon.senses import Listed
from rules.text.model import Text


class Heads:
    """The heads in a file, one or several a line, in every form that is meant.

    ``between``: so many words may stand before the head; it ends within ``reach`` characters.
    """

    def __init__(self, path: Path, *, between: int, reach: int) -> None:
        self._path = path
        self._between = between
        self._reach = reach

    def follow(self, text: Text, word: Listed) -> bool:
        """Tell whether one of them stands right behind ``word``."""
        end = word.span.end
        return self._pattern.match(text.folded, end, end + self._reach) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        heads = "|".join(self._path.read_text("utf-8").split())
        return re.compile(rf"\s+(?:[\w'-]+\s+){{0,{self._between}}}(?:{heads})(?!\w)")

"""What the configuration says of one file."""

from collections.abc import Mapping
from typing import NamedTuple

import regex


class ForFile(NamedTuple):
    """Its styles and rules, how hard each presses in it, and what is no prose in it."""

    styles: tuple[str, ...]
    checks: Mapping[str, bool]
    everywhere: Mapping[str, bool]
    levels: Mapping[str, str]
    token_ignores: tuple["regex.Pattern[str]", ...]
    block_ignores: tuple["regex.Pattern[str]", ...]
    remarks: tuple[str, ...]  # what begins and ends a comment, beside <!-- and -->

    def runs(self, rule: str) -> bool:
        """Tell whether ``rule`` is on: named, its style named, or its style based on."""
        style = rule.split(".", 1)[0]
        for settings in (self.checks, self.everywhere):
            for name in (rule, style):
                if name in settings:
                    return settings[name]
        return style in self.styles

    def level(self, rule: str) -> str | None:
        """The level of ``rule``, or of its style, in this file; None: the rule's own."""
        return self.levels.get(rule) or self.levels.get(rule.split(".", 1)[0])

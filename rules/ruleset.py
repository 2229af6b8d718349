"""A set of rules, and the one scan that finds all their literals."""

from collections.abc import Iterable
from functools import cached_property, lru_cache

from rules.model import Rule
from rules.search.scan import Scan
from rules.text.finding import CUES


class Ruleset:
    """Rules that read drafts together."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)

    @cached_property
    def scan(self) -> Scan:
        """The automaton for every literal of every rule, and for the cues of attributions."""
        seekers = (seeker for rule in self.rules for seeker in rule.seekers)
        return Scan([CUES, *dict.fromkeys(seekers)])


@lru_cache(maxsize=8)
def together(rules: tuple[Rule, ...]) -> Ruleset:
    """The set of those rules; asked for again, it is the same."""
    return Ruleset(rules)

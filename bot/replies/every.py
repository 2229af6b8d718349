"""All flags at once: `fixed all language`, `stet all notes: wire copy`, `fixed all but 4`."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.model import Entry
from rules.model import Level

PACKS = frozenset({"sourcing", "language", "copy", "legal", "harm", "house"})
_LEVELS = {level.value: level for level in Level} | {
    "holds": Level.HOLD,
    "queries": Level.QUERY,
    "notes": Level.NOTE,
}
NAMES = PACKS | frozenset(_LEVELS)


@dataclass(frozen=True)
class Every:
    """All flags, or all of a pack, a rule or a level, by its ``name`` in lower case.

    A rule goes by its id (``language.verb``) and by the part after its pack. ``but`` are spans of
    numbers that are left out.
    """

    name: str = ""
    but: tuple[tuple[int, int], ...] = ()

    def of(self, entries: Iterable[Entry]) -> tuple[int, ...]:
        """The numbers of those among the entries, in order of number."""
        meant = (entry.number for entry in entries if self._has(entry))
        return tuple(sorted(number for number in meant if not self._leaves_out(number)))

    def _leaves_out(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self.but)

    def _has(self, entry: Entry) -> bool:
        if not self.name:
            return True
        level = _LEVELS.get(self.name)
        return entry.flag.level is level or self.name in _names_of(entry.flag.rule)


def is_level(name: str) -> bool:
    """True for `hold`, `queries` and the like."""
    return name in _LEVELS


def names_of(rules: Iterable[str]) -> frozenset[str]:
    """Every name by which `all` can be said of flags of these rules, given by their ids."""
    return NAMES.union(*map(_names_of, rules))


def is_plain(name: str, names: Collection[str] = NAMES) -> bool:
    """True if a name can hardly mean anything but flags: no rule's short name, no `house`."""
    return name in names and name != "house" and (name in NAMES or "." in name)


def _names_of(rule: str) -> frozenset[str]:
    id_ = rule.lower()
    pack, _, short = id_.partition(".")
    return frozenset(filter(None, (id_, pack, short)))

"""Comments in the copy that switch Vale's rules off and on: ``<!-- vale Style.Rule = NO -->``."""

import json
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

_RULE = re.compile(r"vale (.+\..+|[^.]+) = (YES|NO|on|off)")
_STYLES = re.compile(r"vale styles? = (.*)")
_MATCHES = re.compile(r"vale (.+\..+)(\[.+\]) = (YES|NO)")


@dataclass(frozen=True, slots=True)
class Comments:
    """What is switched off at one place: ``off`` is everything, else rules, styles, matches.

    The places of a file share what was ``switched``: for each name, by which comment, and how.
    """

    off: bool = False
    comment: int = 0
    switched: dict[str, list[tuple[int, bool]]] = field(default_factory=dict)

    def heard(self, comment: str, styles: Sequence[str]) -> "Comments":
        """The state after a comment; what is no word to Vale changes nothing."""
        if comment in ("vale off", "vale on"):
            return replace(self, off=comment == "vale off")
        if match := _MATCHES.fullmatch(comment):
            off = dict.fromkeys(_quoted(match[1], match[2]), match[3] == "NO")
        elif match := _RULE.fullmatch(comment):
            off = {match[1]: match[2] in ("NO", "off")}
        elif match := _STYLES.fullmatch(comment):
            off = dict.fromkeys(styles, True) | dict.fromkeys(match[1].split(", "), False)
        else:
            return self
        for name, is_off in off.items():
            self.switched.setdefault(name, []).append((self.comment + 1, is_off))
        return replace(self, comment=self.comment + 1)

    def silence(self, rule: str, words: str) -> bool:
        """Tell whether ``rule`` is off here, or off for these words."""
        if not self.comment:
            return self.off
        style = rule.split(".", 1)[0]
        names = (style, rule, f"{rule}[{words}]")
        return self.off or any(self._is_off(name) for name in names)

    def _is_off(self, name: str) -> bool:
        said = self.switched.get(name, ())
        last = bisect_right(said, (self.comment, inf)) - 1
        return last >= 0 and said[last][1]

    def at_the_end(self) -> "Comments":
        """What holds for the file as a whole."""
        return Comments(self.off)


def _quoted(rule: str, matches: str) -> list[str]:
    try:
        said = json.loads(matches)
    except ValueError:
        return []
    return [f"{rule}[{one}]" for one in said if isinstance(one, str)]

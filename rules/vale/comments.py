"""Comments in the copy that switch Vale's rules off and on: ``<!-- vale Style.Rule = NO -->``."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_RULE = re.compile(r"vale (.+\..+|[^.]+) = (YES|NO|on|off)")
_STYLES = re.compile(r"vale styles? = (.*)")
_MATCHES = re.compile(r"vale (.+\..+)(\[.+\]) = (YES|NO)")


@dataclass(frozen=True, slots=True)
class Comments:
    """What is switched off at one place: ``off`` is everything, else rules, styles, matches."""

    off: bool = False
    switched: Mapping[str, bool] = field(default_factory=dict)

    def heard(self, comment: str, styles: Sequence[str]) -> "Comments":
        """The state after a comment; what is no word to Vale changes nothing."""
        if comment in ("vale off", "vale on"):
            return Comments(comment == "vale off", self.switched)
        if match := _MATCHES.fullmatch(comment):
            off = dict.fromkeys(_quoted(match[1], match[2]), match[3] == "NO")
        elif match := _RULE.fullmatch(comment):
            off = {match[1]: match[2] in ("NO", "off")}
        elif match := _STYLES.fullmatch(comment):
            off = dict.fromkeys(styles, True) | dict.fromkeys(match[1].split(", "), False)
        else:
            return self
        return Comments(self.off, {**self.switched, **off})

    def silence(self, rule: str, words: str) -> bool:
        """Tell whether ``rule`` is off here, or off for these words."""
        style = rule.split(".", 1)[0]
        names = (style, rule, f"{rule}[{words}]")
        return self.off or any(self.switched.get(name, False) for name in names)

    def at_the_end(self) -> "Comments":
        """What holds for the file as a whole."""
        return Comments(self.off)


def _quoted(rule: str, matches: str) -> list[str]:
    try:
        said = json.loads(matches)
    except ValueError:
        return []
    return [f"{rule}[{one}]" for one in said if isinstance(one, str)]

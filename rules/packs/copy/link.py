"""Does the link work, and is it clean?

Why: A link that is mistyped leads nowhere, and one that carries tracking tells a third party who
our readers are.

Fix: Mend it, or cut everything from the tracking on; then click it.
"""

import re
from collections.abc import Iterator

from rules.model import Hit, Level, Voice
from rules.places import Signs
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.NOTE
VOICES = frozenset(Voice)
EXAMPLES = (
    "The report is at [[http://tarn.example/report?utm_source=mail]].",
    "See [[htp:/tarn.example]] for the report.",
    "See [[https:/tarn.example/report]] for the report.",
    "See [[https:// tarn.example/report]] for the report.",
    "The report ([[https://tarn.example/report_(2019]]",
    "See https://tarn.example/report.",
    "The report (https://tarn.example/report_(2019)) is out.",
    "See the report on www.tarn.example, or ask at the hall.",
    "The ratio is 3:1 and the path is C:/reports.",
    "https://tarn.example/watch?v=utm",
)
_SIGNS = Signs("://", ":/", ":\\", "www", "http", "htp", "utm_")
_LINK = later(
    r"(?<![\w@./-])(?:(?P<scheme>h?t{0,2}t?tps?s?|hhttps?|htttps?|httsp?)(?P<mark>:?[/\\]{1,3}|:)"
    r"|www[.,])(?P<rest>[^\s<>\"“”|]*)",
    re.IGNORECASE,
)
_SCHEMES = frozenset(("http", "https"))
_TRACKED = later(
    r"[?&#;](utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|igsh|_hsenc|mkt_tok"
    r"|ref_src|ocid|cmpid|wt\.mc_id|s_cid|xtor|__twitter_impression)=",
    re.IGNORECASE,
)
_GAP = later(r"\s[\w-]+\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_HOST = later(r"[\w.-]+(?::\d+)?(?=[/?#]|$)")
_SPACE = later(r"\s")
_LONGEST = 2000  # characters
_BEFORE = 6  # "https:" before "//"
_END = ".,;:!?'’*_"
_PAIRS = (("(", ")"), ("[", "]"))


def find(text: Text) -> Iterator[Hit]:
    """Links that cannot be right as they are typed, or that carry tracking."""
    done = -1
    for start in sorted({start for _, start, _ in text.seen.of(_SIGNS)}):
        if start < done:
            continue
        space = _SPACE.search(text.source, start, start + _LONGEST)
        stop = space.start() if space else start + _LONGEST
        for match in _LINK.finditer(text.source, max(done, start - _BEFORE), stop):
            end, fault = _read(text.source, match)
            if fault:
                yield Hit(match.start(), end, fault)
        done = stop


def _read(source: str, match: re.Match[str]) -> tuple[int, str]:
    """Where the link ends, and what is wrong with it, or nothing."""
    whole = _trimmed(match.group())
    end = match.start() + len(whole)
    scheme, mark = match["scheme"], match["mark"]
    if scheme is not None and (scheme.lower() not in _SCHEMES or mark != "://"):
        return end, "" if not match["rest"] else "It does not begin with https://."
    if whole.lower().startswith("www,"):
        return end, "There is a comma after www."
    rest = whole.split("//", 1)[-1]
    if not rest and (gap := _GAP.match(source, end)):
        return gap.end(), "There is a space in it."
    return end, _fault(rest)


def _fault(rest: str) -> str:
    tracked = _TRACKED.search(rest)
    if tracked:
        return f"It carries tracking: {tracked[1]}."
    if rest.lower().startswith(("http:", "https:")):
        return "It begins twice."
    if any(rest.count(left) != rest.count(right) for left, right in _PAIRS):
        return "A bracket in it is not closed."
    host = _HOST.match(rest)
    if host and ".." in host.group():
        return "There are two dots in a row."
    return ""


def _trimmed(link: str) -> str:
    """The link without the marks of the sentence around it."""
    while link and (
        link[-1] in _END
        or any(
            link[-1] == right and link.count(right) > link.count(left) for left, right in _PAIRS
        )
    ):
        link = link[:-1]
    return link

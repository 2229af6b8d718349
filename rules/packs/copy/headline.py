"""Does the story bear the headline out?

Why: Many readers see nothing but the headline, and one that says more than the story is untrue.

Fix: Write it again from what the story says.

Source: IPSO Editors' Code 1(i)
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from rules.model import Hit, Level, Span, Voice
from rules.numbers import WORDS
from rules.search.later import later
from rules.text.model import Kind, Text

LEVEL = Level.NOTE
VOICES = frozenset({Voice.FURNITURE, Voice.NEWSROOM})
EXAMPLES = (
    "Mayor [[jailed]] over ferry fund\n\nThe mayor was charged on Monday with theft from the "
    "ferry "
    "fund, prosecutors said.",
    "Chocolate [[cures]] asthma\n\nA small study has linked dark chocolate to fewer attacks of "
    "asthma in adults.",
    "Storm kills [[nine]] at sea\n\nSeven fishermen were killed when a storm hit the fleet at sea "
    "on Monday.",
    "Mayor charged over ferry fund\n\nThe mayor was charged on Monday with theft from the fund.",
    "Seven die at sea\n\nThe storm killed 7 fishermen when it hit the fleet on Monday.",
    "Five things to know about the ferry\n\nThe ferry will leave from the old pier from Monday.",
    "“Jailed for nothing”, says mayor\n\nThe mayor told a crowd on Monday that he was innocent.",
)
_COUNTED = "|".join(list(WORDS)[2:])
_NUMBER = later(rf"(?<![\w.,£$€-])\d{{1,2}}(?![\w%]|[.,-]\d)|\b(?:{_COUNTED})\b")
_LISTS = later(
    r" (?:[a-z]+ )?(?:things|ways|reasons|tips|facts|questions|takeaways|lessons|steps|signs)\b"
)
_WORD = later(r"[a-z0-9']+(?:[.,]\d+)*")
_LEAST = 10  # words of copy


@cache
def _backed() -> Mapping[str, re.Pattern[str]]:
    """For each word of a headline what the copy must hold."""
    found: dict[str, re.Pattern[str]] = {}
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        word, mark, backing = line.partition(":")
        if mark and not line.startswith("#"):
            words = "|".join(re.escape(w).replace(r"\*", r"\w*") for w in backing.split())
            found[word] = re.compile(rf"\b(?:{words})\b")
    return found


def find(text: Text) -> Iterator[Hit]:
    """Words of certainty and numbers in the headline that the copy does not hold."""
    if text.title is None:
        return
    head = next((p for p in text.paragraphs if p.kind is Kind.HEADLINE), None)
    if head is None:
        return
    start = head.span.end
    if len(text.folded[start : start + 400].split()) < _LEAST:
        return
    for word in _WORD.finditer(text.folded, *head.span):
        backing = _backed().get(word.group())
        if backing is not None and backing.search(text.folded, start) is None:
            yield Hit(*word.span(), "The story does not say so.")
    for match in _NUMBER.finditer(text.folded, *head.span):
        if not _is_told(text, Span(*match.span()), start):
            yield Hit(*match.span(), "This number is not in the story.")


def _is_told(text: Text, span: Span, start: int) -> bool:
    """Tell whether the copy has the number, in digits or in words, or could round to it."""
    written = text.folded[slice(*span)].strip(".,")
    if _LISTS.match(text.folded, span.end) or written == "one":
        return True
    value = str(WORDS.get(written, written)).replace(",", "")
    if (
        not value.isdigit()
        or len(value) > 2
        or text.folded[span.end : span.end + 1] in ("m", "b", "k")
    ):
        return True
    ways = {value, *(word for word, n in WORDS.items() if str(n) == value)}
    return re.search(rf"\b(?:{'|'.join(ways)})", text.folded[start:]) is not None

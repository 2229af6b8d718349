"""Which of the two is it?

Why: A story that says six in one place and seven in another is wrong in one of them.

Fix: Go back to the source, and use one; if sources differ, say which says what.
"""

from collections import defaultdict
from collections.abc import Iterator

from rules.model import Hit, Level
from rules.numbers import NUMBER, number
from rules.places import sentences_with
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Kind, Sentence, Text

LEVEL = Level.NOTE
EXAMPLES = (
    "Six people were hurt when the ramp fell. [[The seven injured]] are in hospital.",
    "The vote is on Monday. Farmers will watch [[Tuesday’s vote]] from the square.",
    "Six people were hurt when the ramp fell. The six injured are in hospital.",
    "Police said six people were hurt. The clinic said the seven injured were in its care.",
    "Six people were hurt and one died. The seven injured and dead were farmers.",
    "The vote is on Monday. Monday’s vote is the first of three.",
    "Six were hurt on the day. By Friday the toll had risen, and the seven injured were moved.",
    "The meeting is on Monday, and last Tuesday’s meeting was cut short.",
)
_HURT = "hurt|injured|wounded"
_DEAD = "killed|dead|died"
_HELD = "arrested|detained|charged"
_COUNTED = later(
    rf"\b(?P<n>{NUMBER}) (?:(?:people|men|women|children|passengers|others|farmers|workers"
    rf"|soldiers) )?"
    rf"(?:were |was |are )?(?P<what>{_HURT}|{_DEAD}|{_HELD})\b"
)
_AGAIN = later(rf"\bthe (?P<n>{NUMBER}) (?P<what>{_HURT}|dead|killed|{_HELD})\b(?! (?:and|or)\b)")
_KINDS = {w: kind for kind in (_HURT, _DEAD, _HELD) for w in kind.split("|")}
_GROWS = later(
    r"\b(?:risen|rose|rises|more|another|other|later|since|toll|revised|now|additional|further"
    r"|at least"
    r"|up to|among|including|of whom|of them|yesterday|hours)\b"
)
_EVENTS = (
    "vote|election|referendum|hearing|inquest|funeral|launch|debate|final|verdict|budget|ceremony"
    "|strike|summit"
)
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SET = later(
    rf"\b(?P<event>{_EVENTS}) (?:is|will be|takes place|will take place|is due|opens|will be held"
    rf"|is set)"
    rf"(?: [a-z]+){{0,2}} on (?P<day>{_DAYS})\b"
)
_NAMED = later(rf"(?<!last )(?<!next )(?<!previous )\b(?P<day>{_DAYS})'s (?P<event>{_EVENTS})\b")
_WORDS = WordList(" ".join((*_KINDS, *_EVENTS.split("|"))))


def find(text: Text) -> Iterator[Hit]:
    """Counts and days that differ within our own words."""
    counts: dict[str, set[float]] = defaultdict(set)
    days: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences_with(text, _WORDS):
        if sentence.kind is not Kind.BODY or text.is_vouched_in(sentence.span):
            continue
        yield from _miscounted(text, sentence, counts)
        for match in _NAMED.finditer(text.folded, *sentence.span):
            known = days[match["event"]]
            if len(known) == 1 and match["day"] not in known:
                yield Hit(*match.span(), f"It is on {next(iter(known)).title()} above.")
        for match in _SET.finditer(text.folded, *sentence.span):
            days[match["event"]].add(match["day"])


def _miscounted(text: Text, sentence: Sentence, counts: dict[str, set[float]]) -> Iterator[Hit]:
    """A count that is higher than the one above, unless something may have been added."""
    if _GROWS.search(text.folded, *sentence.span):
        for kind in {_KINDS[m["what"]] for m in _COUNTED.finditer(text.folded, *sentence.span)}:
            counts[kind] |= {-1.0, -2.0}  # two numbers: neither is certain
        return
    for match in _AGAIN.finditer(text.folded, *sentence.span):
        known, said = counts[_KINDS[match["what"]]], number(match["n"])
        if len(known) == 1 and said is not None and said.value > next(iter(known)):
            yield Hit(*match.span(), f"It is {next(iter(known)):.0f} above.")
    for match in _COUNTED.finditer(text.folded, *sentence.span):
        told = number(match["n"])
        if told is not None and not text.folded.startswith("the ", max(0, match.start() - 4)):
            counts[_KINDS[match["what"]]].add(told.value)

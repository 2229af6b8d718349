"""What was found in a draft and left alone: each passage with the reason, in words."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from bot.handback.ink import Ink, clean, cut
from bot.handback.places import LONGEST, Places
from bot.wording import counted
from rules import Review
from rules.comments import comments
from rules.model import Because, Suppressed

_NEAR, _MARKS = 8, 200  # how many attributions and marks are looked through for one passage
_start = itemgetter(0)
_REASONS: Mapping[Because, str] = {
    "quotation": "inside a quotation",
    "attributed": "attributed",
    "technical": "right in this use",
    "profile": "not asked of this kind of copy",
    "comment": "silenced by a mark in the copy",
    "house": "let stand by the newsroom's own words",
    "settled": "settled before",
}


def silences(review: Review, places: Places, titles: Mapping[str, str], ink: Ink) -> Iterator[str]:
    """A heading, a block for each passage in reading order, and how often for which reason."""
    yield ink.draw("Found, and left alone", bold=True)
    reasons = _Reasons(review, places)
    for _, some in groupby(review.suppressed, key=_Passages(places)):
        gone = list(some)
        lines = [f"  {places.passage([(one.start, one.end) for one in gone], ink)}"]
        for one in gone:
            words = cut(clean(places.text[one.start : one.end]), 60)
            title = titles.get(one.rule, one.rule)
            asked = f"{clean(title)} " if title != one.rule else ""
            rule = ink.faint(f"({clean(one.rule)})")
            lines.append(f"    “{words}”: {reasons.of(one)}. {asked}{rule}")
        yield "\n".join(lines)
    yield _counted(review)


def _counted(review: Review) -> str:
    if not review.suppressed:
        return "Nothing was left alone."
    often = Counter(one.because for one in review.suppressed).most_common()
    reasons = ", ".join(f"{number:,} {_REASONS[because]}" for because, number in often)
    return f"{counted(len(review.suppressed), 'passage')} left alone: {reasons}."


class _Passages:
    """Tells the passages apart, in order: one sentence each, and less of a very long one."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._at: tuple[int | None, int] = (None, 0)

    def __call__(self, one: Suppressed) -> tuple[int | None, int]:
        n, start = self._places.sentence(one.start), self._at[1]
        if n is None or n != self._at[0] or one.end - start > LONGEST:
            self._at = (n, one.start)
        return self._at


class _Reasons:
    """Why a passage was left alone: who is named for it, which mark, which profile."""

    def __init__(self, review: Review, places: Places) -> None:
        self._profile, self._places = review.profile, places
        self._comments = comments(places.text)[:_MARKS]
        self._said = sorted(
            (start, end, spoken.source)
            for spoken in review.attributions
            if spoken.vouches and spoken.source
            for start, end in spoken.content
        )

    def of(self, one: Suppressed) -> str:
        if one.because == "profile":
            return f"not asked of {self._profile} copy"
        if one.because == "attributed" and (who := self._who(one)):
            return f"attributed to “{who}”"
        if one.because == "comment" and (mark := self._mark(one)):
            return f"silenced by {clean(mark)}"
        return _REASONS[one.because]

    def _who(self, one: Suppressed) -> str:
        """The nearest source that is named for the words, as the copy has it."""
        n = bisect_right(self._said, one.start, key=_start)
        for _, end, source in reversed(self._said[max(0, n - _NEAR) : n]):
            if one.start < end:
                return cut(clean(self._places.text[slice(*source)]).strip(" ,"), 60)
        return ""

    def _mark(self, one: Suppressed) -> str:
        """The mark in the copy that asked for silence, and where it stands."""
        named = ("", one.rule, one.rule.split(".", 1)[0])
        marks = [mark for mark in self._comments if not mark.ends and mark.rule in named]
        if not marks:
            return ""
        span = min(marks, key=lambda mark: abs(mark.span.start - one.start)).span
        return f"{self._places.text[slice(*span)]} at {self._places.at(span.start)}"

"""Traces: what a flag leaves behind, by which it is known again in the next version."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from hashlib import blake2b
from unicodedata import normalize

from rules.model import Flag, Frozen, Review, Spoken, Voice
from rules.text.fold import INVISIBLE, fold

_NEAR = 400  # code points on either side of a passage that are looked at for its context
_WORDS = 30  # of them, on either side
_LONG = 240  # code points of flagged words that are kept; of more, their digest
_MOST = 400  # places of one flag

_WORD = re.compile(r"\w+(?:['-]\w+)*|[%$£€₹]")


class Passage(Frozen):
    """One place of a flag, folded: case, white space and the style of quotes and dashes are gone.

    ``sentence``, ``before`` and ``after`` are digests of its sentence and the two beside it;
    ``left`` and ``right`` are the words near it in its sentence. ``speaker`` is who says it: ""
    is nobody but us. ``at`` is where it stood, in code points, to keep order among equals.
    """

    words: str
    sentence: str
    before: str = ""
    after: str = ""
    left: str = ""
    right: str = ""
    speaker: str = ""
    at: int = 0


class Trace(Frozen):
    """What is kept of a flag: its rule, and the places it points at.

    ``named`` is what a flag of the whole draft is about; "" for one of a passage. ``many`` counts
    all the places, also those beyond the number that is kept.
    """

    rule: str
    named: str = ""
    places: tuple[Passage, ...]
    many: int = 1


def traces(text: str, review: Review) -> tuple[Trace, ...]:
    """The trace of every flag, in the order of the flags; ``text`` is what was reviewed."""
    page = _Page(text, review)
    return tuple(page.trace(flag) for flag in review.flags)


class _Page:
    """A text in which passages are looked up one after the other."""

    def __init__(self, text: str, review: Review) -> None:
        self._folded = fold(text)
        self._sentences = review.sentences
        self._starts = [start for start, _ in review.sentences]
        self._digests: dict[int, str] = {}
        self._spoken = review.attributions
        self._told = _told(len(text), review.attributions)
        self._quoted = [(s, e) for s, e, voice in review.voices if voice is Voice.QUOTATION]

    def trace(self, flag: Flag) -> Trace:
        spans = ((flag.start, flag.end), *flag.also)
        return Trace(
            rule=flag.rule,
            named=flag.mark if flag.scope == "document" else "",
            places=tuple(self._passage(start, end) for start, end in spans[:_MOST]),
            many=len(spans),
        )

    def _passage(self, start: int, end: int) -> Passage:
        n = bisect_right(self._starts, start) - 1
        if n < 0 or start >= self._sentences[n][1]:
            n, (first, last) = -1, self._line(start, end)
        else:
            first, last = self._sentences[n]
        return Passage(
            words=self._kept(start, end),
            sentence=_digested(self._plain(first, last)) if n < 0 else self._digest(n),
            before=self._digest(n - 1) if n > 0 else "",
            after=self._digest(n + 1) if n >= 0 else "",
            left=self._context(max(first, start - _NEAR), start, left=True),
            right=self._context(end, min(last, end + _NEAR), left=False),
            speaker=self._speaker(start),
            at=start,
        )

    def _line(self, start: int, end: int) -> tuple[int, int]:
        """The line of a passage that stands in no sentence, as far as it is near."""
        first, last = max(0, start - _NEAR), min(len(self._folded), end + _NEAR)
        before, after = self._folded.rfind("\n", first, start), self._folded.find("\n", end, last)
        return max(first, before + 1), after if after >= 0 else last

    def _speaker(self, place: int) -> str:
        """Who says what stands there, and how; whether it is in quotation marks."""
        said = ""
        if (i := self._told[place]) >= 0:
            source, cue = self._spoken[i].source, self._spoken[i].cue
            said = f"{self._plain(*source) if source else ''} | {self._plain(*cue)}"
        k = bisect_right(self._quoted, (place, len(self._folded))) - 1
        is_quoted = k >= 0 and place < self._quoted[k][1]
        return f"“{said}”" if is_quoted else said

    def _context(self, start: int, end: int, *, left: bool) -> str:
        words = _WORD.findall(self._folded[start:end].replace(INVISIBLE, ""))
        return " ".join(words[-_WORDS:] if left else words[:_WORDS])

    def _kept(self, start: int, end: int) -> str:
        plain = self._plain(start, end)
        return plain if len(plain) <= _LONG else f"{plain[:_LONG]}… {_digested(plain)}"

    def _plain(self, start: int, end: int) -> str:
        words = " ".join(self._folded[start:end].replace(INVISIBLE, "").split())
        return normalize("NFC", words)

    def _digest(self, n: int) -> str:
        if not 0 <= n < len(self._sentences):
            return ""
        if n not in self._digests:
            self._digests[n] = _digested(self._plain(*self._sentences[n]))
        return self._digests[n]


def _told(length: int, spoken: Sequence[Spoken]) -> "array[int]":
    """For each code point which attribution speaks it, the innermost; -1 where nobody does."""
    told = array("i", [-1]) * length
    contents = [
        (start - end, i, start, end)
        for i, one in enumerate(spoken)
        if one.vouches
        for start, end in one.content
    ]
    for _, i, start, end in sorted(contents):
        told[start:end] = array("i", [i]) * (end - start)
    return told


def _digested(words: str) -> str:
    return blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest()

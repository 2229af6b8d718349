"""A review as people read it in a shell: each passage with its flagged words marked."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from bot.handback.explain import silences
from bot.handback.forms import Total
from bot.handback.ink import Ink, clean
from bot.handback.marks import unheard
from bot.handback.places import Places
from bot.handback.sources import sources
from bot.wording import counted, levelled, listed
from rules import Flag, Level, Review
from rules.sourcemap.maps import sources_of

_COLOURS = {Level.HOLD: "red", Level.QUERY: "yellow", Level.NOTE: "cyan"}
STOPPED = "took too long on this draft and was stopped."
IDLE = "No rule is on for this draft: nothing was looked for."
_PLACES = 12  # of one flag
_end = itemgetter(1)


@dataclass(frozen=True)
class Shown:
    """Draws reviews as text; ``explain`` and ``sources`` add what was left alone, who speaks.

    ``packs``: rules of our own were asked for, and not Vale styles alone.
    """

    ink: Ink
    explain: bool = False
    sources: bool = False
    packs: bool = True
    between = "\n"

    def opening(self) -> str:
        return ""

    def review(self, review: Review, titles: Mapping[str, str], *, idle: bool = False) -> str:
        """The flags in reading order; the last line counts them.

        Why a rule asks and how to settle it is said once, at its first flag.
        """
        places = Places(review)
        parts = [self.ink.draw(clean(review.source.path or "-"), bold=True)]
        parts += self._flags(places, review.flags)
        if self.sources:
            parts += sources(sources_of(places.text), self.ink)
        if self.explain:
            parts += silences(review, places, titles, self.ink)
        stopped = [f"{clean(rule)} {STOPPED}" for rule in dict.fromkeys(review.timed_out)]
        marks = [f"Line {m.line}: {clean(m.says)}" for m in unheard(review, titles, places)]
        parts.append(
            "\n".join([*stopped, *marks, IDLE if idle else summed(review, packs=self.packs)])
        )
        return "\n\n".join(parts) + "\n"

    def closing(self, total: Total) -> str:
        """Of several drafts, a last line that counts their flags."""
        if total.drafts < 2 or not total.words:
            return ""
        flags = levelled(total.levels) or "Nothing to query"
        return f"\n{counted(total.drafts, 'draft')}: {flags} in {counted(total.words, 'word')}.\n"

    def _flags(self, places: Places, flags: Sequence[Flag]) -> Iterator[str]:
        said: set[tuple[str, str, str]] = set()
        for flag in flags:
            reason = flag.rule, flag.why, flag.fix
            yield self._flag(places, flag, brief=reason in said)
            said.add(reason)

    def _flag(self, places: Places, flag: Flag, *, brief: bool) -> str:
        level = self.ink.draw(flag.level.value, fg=_COLOURS[flag.level], bold=True)
        several = f", {len(flag.also) + 1} places" if flag.also else ""
        lines = [
            f"{level} {flag.line}:{flag.column} {self.ink.draw(clean(flag.title), bold=True)}"
            f" {self.ink.faint(f'({clean(flag.rule)}{several})')}"
        ]
        if flag.scope == "passage":
            lines.append(f"  {places.passage([(flag.start, flag.end)], self.ink)}")
        lines += [f"  Also at {_also(places, flag)}"] if flag.also else []
        lines += [f"  {clean(flag.note)}"] if flag.note else []
        lines += [f"  Why: {clean(flag.why)}"] if flag.why and not brief else []
        lines += [f"  Fix: {clean(flag.fix)}"] if flag.fix and not brief else []
        return "\n".join(lines)


def summed(review: Review, *, packs: bool = True) -> str:
    """The last line: how many flags of each level in how many words."""
    if review.flags:
        levels = Counter(flag.level for flag in review.flags)
        return f"{levelled(levels)} in {counted(review.words, 'word')}."
    if packs and review.language != "en":
        return "This copy is not in English; Copychief's rules were not run."
    read = counted(len(review.sentences), "sentence")
    return f"Read it: {read}, {_vouched(review)} attributed. Nothing to query."


def _also(places: Places, flag: Flag) -> str:
    shown = [places.at(start) for start, _ in flag.also[:_PLACES]]
    more = len(flag.also) - len(shown)
    return listed([*shown, f"{more:,} more"]) if more else ", ".join(shown)


def _vouched(review: Review) -> int:
    """How many sentences hold words that somebody is named for."""
    spans = review.sentences
    held: set[int] = set()
    for spoken in review.attributions:
        for start, end in spoken.content if spoken.vouches else ():
            n = bisect_left(spans, start + 1, key=_end)
            while n < len(spans) and spans[n][0] < end:
                held.add(n)
                n += 1
    return len(held)

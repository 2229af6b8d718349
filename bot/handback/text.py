"""A review as people read it in a shell: each passage with its flagged words marked."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import click

from rules import Flag, Level, Review, Voice

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONGEST = 320
_COLOURS = {Level.HOLD: "red", Level.QUERY: "yellow", Level.NOTE: "cyan"}
Style = Callable[..., str]


class Shown:
    """Draws reviews, in colour for a terminal, with ``[[…]]`` marks elsewhere."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def review(self, review: Review, *, explain: bool = False, sources: bool = False) -> str:
        """The flags in reading order; the last line counts them."""
        parts = [self._style(clean(review.source.path or "-"), bold=True)]
        parts += [self._flag(review, flag) for flag in review.flags]
        if sources:
            parts.append("\n".join(self._sources(review)))
        if explain:
            parts.append("\n".join(self._silences(review)))
        return "\n\n".join([part for part in parts if part] + [counted(review)]) + "\n"

    def _flag(self, review: Review, flag: Flag) -> str:
        level = self._style(flag.level.value, fg=_COLOURS[flag.level], bold=True)
        places = f", {len(flag.also) + 1} places" if flag.also else ""
        lines = [
            f"{level} {flag.line}:{flag.column} {self._style(flag.title, bold=True)}"
            f" {self._style(f'({flag.rule}{places})', dim=True)}"
        ]
        if flag.scope == "passage":
            lines.append(f"  {self.passage(review, flag.start, flag.end)}")
        if flag.also:
            places = ", ".join(at(review.text or "", start) for start, _ in flag.also)
            lines.append(f"  Also at {places}")
        lines += [f"  {clean(flag.note)}"] if flag.note else []
        lines += [f"  Why: {flag.why}"] if flag.why else []
        lines += [f"  Fix: {flag.fix}"] if flag.fix else []
        return "\n".join(lines)

    def passage(self, review: Review, start: int, end: int) -> str:
        """The sentence around a flag, on one line, with the flagged words marked."""
        text = review.text or ""
        first, last = next(
            (span for span in review.sentences if span[0] <= start < span[1]), (start, end)
        )
        last = max(last, end)
        spare = max(0, _LONGEST - (end - start)) // 2
        left, right = max(first, start - spare), min(last, end + spare)
        before = ("…" if left > first else "") + text[left:start]
        after = text[end:right] + ("…" if right < last else "")
        return f"{clean(before)}{self._mark(clean(text[start:end]))}{clean(after)}"

    def _mark(self, words: str) -> str:
        return click.style(words, bold=True, underline=True) if self._colour else f"[[{words}]]"

    def _style(self, words: str, **looks: bool | str) -> str:
        return click.style(words, **looks) if self._colour else words  # type: ignore[arg-type]

    def _sources(self, review: Review) -> Iterator[str]:
        """Each sentence with who speaks for it."""
        yield self._style("Sources", bold=True)
        text = review.text or ""
        for n, (start, end) in enumerate(review.sentences, 1):
            told = [a for a in review.attributions if a.vouches and start <= a.cue[0] < end]
            named = [clean(text[slice(*a.source)]).strip(" ,") for a in told if a.source]
            who = ", ".join(dict.fromkeys(named)) or _nobody(review, end)
            yield f"  {n}. {who}: {_short(clean(text[start:end]))}"

    def _silences(self, review: Review) -> Iterator[str]:
        """What was found and not raised, each with the reason."""
        yield self._style("Found, and left alone", bold=True)
        for gone in review.suppressed:
            yield f"  {gone.rule}, {gone.because}: {self.passage(review, gone.start, gone.end)}"


def at(text: str, place: int) -> str:
    """Line and column of a code point, both counted from 1."""
    before = text[:place]
    return f"{before.count(chr(10)) + 1}:{place - before.rfind(chr(10))}"


def counted(review: Review) -> str:
    """The last line: how many flags of each level in how many words."""
    if review.language != "en":
        return "This copy is not in English; no rule was run."
    if not review.flags:
        vouched = sum(_is_vouched(review, *span) for span in review.sentences)
        read = _many(len(review.sentences), "sentence")
        return f"Read it: {read}, {vouched} attributed. Nothing to query."
    levels = Counter(flag.level for flag in review.flags)
    plural = {Level.QUERY: "queries"}
    parts = [
        _many(levels[level], level.value, plural.get(level)) for level in Level if levels[level]
    ]
    return f"{', '.join(parts)} in {_many(review.words, 'word')}."


def clean(words: str) -> str:
    """``words`` on one line, without what would make a terminal do something."""
    return _CONTROL.sub("�", words.replace("\r", " ").replace("\n", " "))


def _is_vouched(review: Review, start: int, end: int) -> bool:
    return any(
        a.vouches and any(s < end and start < e for s, e in a.content) for a in review.attributions
    )


def _nobody(review: Review, end: int) -> str:
    voice = next((v for s, e, v in review.voices if s < end <= e), Voice.NEWSROOM)
    return "furniture" if voice is Voice.FURNITURE else "nobody but us"


def _short(words: str) -> str:
    return words if len(words) <= 100 else words[:99] + "…"


def _many(count: int, word: str, plural: str | None = None) -> str:
    return f"{count:,} {word if count == 1 else plural or word + 's'}"

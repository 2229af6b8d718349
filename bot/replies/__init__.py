"""Replies that name flags, as people type them: `stet 4 quotation`, `fixed 2 5-7`. Pure."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.model import Outcome


class Verb(StrEnum):
    """What a reply can do with a flag."""

    FIXED = "fixed"
    SOURCE = "source"
    STET = "stet"
    WRONG = "wrong"
    WHY = "why"
    REOPEN = "reopen"

    @property
    def outcome(self) -> Outcome | None:
        """What it decides, if it decides."""
        return _OUTCOMES.get(self)

    @property
    def with_words(self) -> bool:
        """True if a reason, or a source, follows the numbers."""
        return self in (Verb.SOURCE, Verb.STET, Verb.WRONG)


_OUTCOMES = {
    Verb.FIXED: Outcome.FIXED,
    Verb.SOURCE: Outcome.SOURCED,
    Verb.STET: Outcome.STET,
    Verb.WRONG: Outcome.WRONG,
}


@dataclass(frozen=True)
class Understood:
    """A reply that names flags: single numbers and spans of them, and the words that follow."""

    verb: Verb
    spans: tuple[tuple[int, int], ...]
    words: str
    said: str  # verb and numbers as typed, to be quoted

    def numbers(self, known: Collection[int]) -> tuple[int, ...]:
        """The flags meant: of a span those that are ``known``, and a single number in any case."""
        return tuple(dict.fromkeys(self._meant(known)))

    def _meant(self, known: Collection[int]) -> Iterator[int]:
        for first, last in self.spans:
            there = [n for n in range(first, last + 1) if n in known]
            yield from there or ((first,) if first == last else (first, last))


@dataclass(frozen=True)
class Nearly:
    """A reply that is nearly one: what was read, and what to type instead."""

    said: str
    meant: tuple[str, ...]

    @property
    def line(self) -> str:
        """What the person is told."""
        forms = " or ".join(f"“{form}”" for form in self.meant)
        return f"I read “{self.said}”. Did you mean {forms}?"


_SHORT = frozenset({"fix", "cut"})  # too many words are a slip away from these
_VERBS = {verb.value: verb for verb in Verb} | {
    "fix": Verb.FIXED,
    "cut": Verb.FIXED,
    "sourced": Verb.SOURCE,
}
_MARK = r"(?:#|no\.? ?)?"
_NUMBER = rf"{_MARK}\d{{1,3}}(?![\w%/]|[.:]\d|,\d{{3}}(?!\d))"
_SPAN = rf"{_NUMBER}(?:\s*[-–—]\s*{_NUMBER}|\s+to\s+{_NUMBER})?"
_NO_DATE = (  # "source 3 12 May" names one flag
    r"(?!\s+(?:(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|per\s?cent|percent|o.clock)\b))"
)
_JOINT = r"\s*(?:,\s*and\b|,|&|\band\b)\s*"


def _head(joint: str) -> re.Pattern[str]:
    """Verb and numbers at the start of a line, the numbers held together by ``joint``."""
    numbers = rf"(?:flags?\s+)?{_SPAN}(?:{joint}{_SPAN}{_NO_DATE})*"
    return re.compile(rf"(?P<verb>[a-z]+)[:,]?\s+(?P<numbers>{numbers})", re.IGNORECASE)


_BARE = _head(rf"(?:{_JOINT}|\s+)")
_BEFORE_WORDS = _head(_JOINT)
_PAIR = re.compile(rf"(\d{{1,3}})(?:\s*(?:[-–—]|\bto\b)\s*{_MARK}(\d{{1,3}}))?", re.IGNORECASE)
_PARTED = re.compile(r"\s*[:;,.–—-]+\s*|\s+(?=\()")
_LEADING = re.compile(rf"{_NUMBER}{_NO_DATE}", re.IGNORECASE)
_COURTESY = re.compile(
    r"(?:now|too|also|both|all|as well|done|please|pls|thanks?|thank you|thx|cheers|ta)"
    r"(?:[\s,]+(?:now|too|all|everyone|please|thanks?|a lot|team))*",
    re.IGNORECASE,
)
_TALK = re.compile(  # "source 2 says …" tells of a source and names no flag
    r"(?:says?|said|saying|tells?|told|thinks?|claims?|claimed|confirm(?:s|ed)?|den(?:ies|ied)"
    r"|is|are|was|were|has|have|had|will|would|can|could|did|does|do|wants?|wanted|and|or)\b",
    re.IGNORECASE,
)
# Words a slip away from a verb that people write before a number.
_ORDINARY = frozenset(
    {"set", "sets", "step", "stem", "stat", "suet", "stew", "sources", "fixes", "fixer", "mixed"}
    | {"wrongs", "who", "way", "whys", "whey", "wry"}
)
_SHOWN = 40


def understand(text: str) -> tuple[Understood, ...] | Nearly | None:
    """Read a reply, one decision a line; None for talk, which is left alone.

    A line that names no flag goes on with the words above it, and is talk where none are wanted.
    """
    decisions: list[Understood] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        read = _line(line)
        if read is None and decisions and decisions[-1].verb.with_words:
            read = _continued(decisions.pop(), line)
        if isinstance(read, Nearly):
            return read
        decisions += [read] if read else []
    return tuple(decisions) or None


def _continued(decision: Understood, line: str) -> Understood | Nearly:
    if not decision.words and _LEADING.match(line):
        return _ambiguous(decision.said, line)
    return replace(decision, words=f"{decision.words} {line}".strip())


def _line(line: str) -> Understood | Nearly | None:
    head = _BARE.match(line)
    if head is None:
        return None
    verb = _VERBS.get(head["verb"].lower())
    if verb is None:
        return _misspelt(line, head)
    return _with_words(verb, line) if verb.with_words else _without(verb, line, head)


def _without(verb: Verb, line: str, head: re.Match[str]) -> Understood | None:
    rest = line[head.end() :]
    parted = _PARTED.match(rest)
    after = rest[parted.end() :] if parted else rest.strip()
    bare = not after.strip(" .!?") or _COURTESY.fullmatch(after.strip(" .!?"))
    if not bare and not (parted and verb is Verb.FIXED):
        return None  # "fixed 2 typos", "why 4 people died"
    return _understood(verb, head, "" if bare else after)


def _with_words(verb: Verb, line: str) -> Understood | Nearly | None:
    head = _BEFORE_WORDS.match(line)
    if head is None:
        return None
    rest = line[head.end() :]
    parted = _PARTED.match(rest)
    words = (rest[parted.end() :] if parted else rest).strip()
    if not parted and _TALK.match(words):
        return None
    if not parted and _LEADING.match(words):
        return _ambiguous(_said(head), words)
    return _understood(verb, head, "" if not words.strip(".!?") else words)


def _understood(verb: Verb, head: re.Match[str], words: str) -> Understood:
    return Understood(verb, _spans(head["numbers"]), words.strip(), _said(head))


def _spans(numbers: str) -> tuple[tuple[int, int], ...]:
    pairs = ((int(first), int(last or first)) for first, last in _PAIR.findall(numbers))
    return tuple((min(pair), max(pair)) for pair in pairs)


def _said(head: re.Match[str]) -> str:
    return " ".join(head[0].split())


def _ambiguous(said: str, words: str) -> Nearly:
    """Two flags, or one and a reason that begins with a number: ``stet 4 5 house style``."""
    number, _, rest = words.partition(" ")
    shown = rest if len(rest) <= _SHOWN else rest[: _SHOWN - 1] + "…"
    meant = (f"{said}, {number} {shown}", f"{said}: {number} {shown}")
    return Nearly(f"{said} {number}", (meant[0].rstrip(), meant[1].rstrip()))


def _misspelt(line: str, head: re.Match[str]) -> Nearly | None:
    word = head["verb"].lower()
    known = next((verb for verb in _VERBS if verb not in _SHORT and _one_slip(word, verb)), None)
    if known is None or word in _ORDINARY:
        return None
    verb = _VERBS[known]
    if not verb.with_words and line[head.end() :].strip(" .!?"):
        return None
    more = " …" if verb.with_words else ""
    return Nearly(_said(head), (f"{verb} {' '.join(head['numbers'].split())}{more}",))


def _one_slip(typed: str, known: str) -> bool:
    """One letter too many, too few, another, or two in the wrong order; the first one is right."""
    if typed[0] != known[0] or abs(len(typed) - len(known)) > 1 or min(len(typed), 3) < 3:
        return False
    pairs = enumerate(zip(typed, known, strict=False))
    same = next((n for n, (a, b) in pairs if a != b), min(len(typed), len(known)))
    mine, theirs = typed[same:], known[same:]
    swapped = mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]
    return mine[1:] == theirs or mine == theirs[1:] or mine[1:] == theirs[1:] or swapped

"""Ask a person to answer flags, perhaps until a time: `ask 6 @ines by 17:00`."""

import re
from collections.abc import Collection
from typing import NamedTuple

from bot.replies.alls import all_of
from bot.replies.decision import Nearly, Spans, Understood, Verb
from bot.replies.every import Every
from bot.replies.numbers import BARE, COUNTS, Joint, many, spans
from bot.replies.tail import uncourtly
from bot.replies.when import When, when

_PERSON = r"<@(?P<whom>\w+)>"
_PERSON_FIRST = re.compile(
    rf"ask[:,]?\s+{_PERSON}[:,]?\s+(?:(?:about|for|on|re|to\s+(?:answer|settle))\s+)?"
    rf"(?P<numbers>{many(Joint.WITH_BLANKS)})",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"\s*[:,;–-]?\s*(?:to\s+)?{_PERSON}", re.IGNORECASE)
_UNKNOWN = re.compile(r"\s*[:,;–-]?\s*(?:to\s+)?@\w[\w.’'-]*(?:\s|$)", re.IGNORECASE)
_AROUND = " \t,:;.!?–-()"
_NOBODY = "that is nobody I can ask: pick one person from the list that opens at “@”"
_ONE = "one person is asked at a time"
_NAME = "@name"  # stands for whoever is meant


class _Flags(NamedTuple):
    """The flags that are asked about, and where they end in the line."""

    spans: Spans
    every: Every | None
    end: int


def asked(line: str, names: Collection[str]) -> Understood | Nearly | None:
    """Read one line that begins with `ask`; people in it are ``<@U…>``. None for talk."""
    first = _PERSON_FIRST.match(line)
    if first:
        return _person_first(line, first)
    flags = _flags(line, names)
    if flags is None:
        return None
    said = " ".join(line[: flags.end].split())
    person = _NEXT.match(line, flags.end)
    if person is None:
        return _of_nobody(said, line[flags.end :], flags)
    found, due = _due(line[person.end() :])
    if not found:
        return _not_understood(said, person["whom"], line[person.end() :])
    return Understood(Verb.ASK, flags.spans, "", said, flags.every, person["whom"], due)


def _person_first(line: str, first: re.Match[str]) -> Understood | None:
    found, due = _due(line[first.end() :])
    if not found or COUNTS.match(line, first.end()):
        return None  # "ask @ines about 6 residents"
    numbers = first["numbers"]
    return Understood(Verb.ASK, spans(numbers), "", f"ask {numbers}", None, first["whom"], due)


def _flags(line: str, names: Collection[str]) -> _Flags | None:
    everything = all_of(line, names)
    if everything:
        return _Flags((), everything.every, everything.end)
    head = BARE.match(line)
    if head is None or COUNTS.match(line, head.end()):
        return None
    return _Flags(spans(head["numbers"]), None, head.end())


def _of_nobody(said: str, rest: str, flags: _Flags) -> Nearly | None:
    if unknown := _UNKNOWN.match(rest):
        return Nearly(f"{said} {unknown[0].strip(_AROUND)}", (), _NOBODY)
    found, due = _due(rest)
    if flags.every or not found:
        return None  # "ask 6 residents"
    if due is None:
        return Nearly(said, (f"{said} {_NAME}", f"{said} {_NAME} by 17:00"))
    until = rest.strip(_AROUND)
    return Nearly(f"{said} {until}", (f"{said} {_NAME} {until}",))


def _not_understood(said: str, whom: str, rest: str) -> Nearly:
    asks = f"{said} <@{whom}>"
    typed = rest.strip()
    read = f"{asks} {typed}" if len(typed) <= 40 else f"{asks} {typed[:39]}…"
    if "<@" in typed:
        return Nearly(read, (asks,), _ONE)
    return Nearly(read, (f"{asks} by 17:00", f"{asks} by Friday 12:00", asks))


def _due(rest: str) -> tuple[bool, When | None]:
    """Tell whether nothing but a deadline, or nothing, stands there; and the deadline."""
    words = uncourtly(rest.strip(_AROUND))
    due = when(words) if words else None
    return not words or due is not None, due

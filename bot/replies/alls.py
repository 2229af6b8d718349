"""Find in a line which flags `all` means: `all`, `all language`, `all open queries but 4`."""

import re
from collections.abc import Collection
from typing import NamedTuple

from bot.replies.every import Every, is_plain
from bot.replies.numbers import COUNTS, Joint, many, spans

ALL = re.compile(r"(?P<verb>[a-z]{1,12})[:,]?\s+all\b", re.IGNORECASE)
_FILLER = re.compile(r"(?:\s+(?:of|the|these|those|open)\b){0,4}", re.IGNORECASE)
_WORD = re.compile(r"\s+([a-z][\w-]*(?:\.[\w-]+)*)", re.IGNORECASE)
_FLAGS = re.compile(r"\s+(?:open\s+)?(?:flags?|ones)\b", re.IGNORECASE)
_BUT = re.compile(
    rf",?\s+(?:but|except(?:\s+for)?|bar|save)\s+(?P<numbers>{many(Joint.WITH_BLANKS)})",
    re.IGNORECASE,
)
_PLURALS = ("holds", "queries", "notes")


class All(NamedTuple):
    """What is meant, where it ends in the line, and whether it can hardly be talk."""

    verb: str
    every: Every
    end: int
    plain: bool


def all_of(line: str, names: Collection[str]) -> All | None:
    """Read verb and `all` at the start of a line; ``names`` are those that `all` goes with."""
    head = ALL.match(line)
    if head is None:
        return None
    filler = _FILLER.match(line, head.end())
    end = filler.end() if filler else head.end()
    word = _WORD.match(line, end)
    name = word[1].lower() if word and word[1].lower() in names else ""
    end = word.end() if word and name else end
    flags = _FLAGS.match(line, end)
    end = flags.end() if flags else end
    between = filler[0].lower() if filler else ""
    if between and not (flags or name in _PLURALS or between.split() == ["open"]):
        return None  # "fixed all of it", "fixed all the language in the lead"
    but = _BUT.match(line, end)
    if but and not COUNTS.match(line, but.end()):
        left_out, end = spans(but["numbers"]), but.end()
    else:
        left_out = ()
    return All(
        head["verb"].lower(), Every(name, left_out), end, bool(flags) or is_plain(name, names)
    )


def word_after_all(line: str) -> str:
    """The one word that stands between `all` and the end of the line; "" if it is not one."""
    head = ALL.match(line)
    word = _WORD.match(line, head.end()) if head else None
    return word[1].lower() if word and not line[word.end() :].strip(" .!?") else ""

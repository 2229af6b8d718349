"""Finds what follows a cue: a clause, a quotation, an object or an infinitive."""

from rules.text.clauses import is_finite
from rules.text.cues import Cue
from rules.text.line import FULL, NAME, NUMBER, PART, WORD, Line
from rules.text.words import (
    CLITICS,
    DAYS,
    DETERMINERS,
    INDEFINITES,
    PERSON_OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    word_set,
)

_QUOTES = (FULL, PART)
_SELVES = word_set("himself herself itself themselves")
_WH = word_set("whether if how why what who when where which")
_OPEN_CLAUSE = PRONOUNS | set(CLITICS) | {"there"}
_ASIDES = word_set("on in at to during after before from by via through as for with over")
_LOOK = 14
CALLED = ("for", "on", "upon")
_AGAINST = word_set("of about against for on to with in over")
Right = tuple[str, int]


def right(line: Line, start: int, cue: Cue) -> Right | None:
    """What follows the cue: clause, quote, object or infinitive, and the place it begins."""
    found = _right(line, start, cue)
    return found if found and found[1] < line.last else None


def _right(line: Line, start: int, cue: Cue) -> Right | None:
    at = _past_asides(line, start)
    word, mark, frames = line.low[at], line.tag[at], cue.frames
    if mark in _QUOTES and ("q" in frames or "o" in frames):
        return ("quote" if "q" in frames else "object"), at
    if mark in (",", ":") and line.tag[at + 1] == FULL and "q" in frames:
        return "quote", at + 1
    if mark == ":" and "q" in frames and "F" not in frames:
        return "clause", at + 1
    if "c" in frames and (word == "that" or word in _WH):
        return "clause", at
    if "q" in frames and word in _WH and "F" not in frames:
        return "clause", at
    if word == "to" and "i" in frames and _is_infinitive(line, at):
        return "infinitive", at
    return _plain(line, at, cue)


def _plain(line: Line, at: int, cue: Cue) -> Right | None:
    """What follows without a word that tells what it is."""
    frames = cue.frames
    found = _told_person(line, at, cue) if "p" in frames else None
    if found:
        return found
    if ("s" in frames and _is_before(line, at, "as")) or (
        "m" in frames and _is_before(line, at, "to")
    ):
        return "object", at
    if "c" in frames and _is_bare_clause(line, at, frames):
        return "clause", at
    return _object(line, at, frames)


def _object(line: Line, at: int, frames: str) -> Right | None:
    word, mark = line.low[at], line.tag[at]
    if "o" in frames and mark in (WORD, NAME, NUMBER, "$") and word not in PREPOSITIONS:
        is_object = (
            word != "and"
            and word != "or"
            and word != "but"
            and (word in _SELVES or not is_adverb(word))
        )
        return ("object", at) if is_object else None
    against = _AGAINST if "a" in frames else CALLED if "A" in frames else ()
    if mark == WORD and (word in against or ("b" in frames and word in ("of", "about"))):
        return "object", at
    return None


def _past_asides(line: Line, start: int) -> int:
    """Step over adverbs, days, and "to reporters", "in a statement on Monday" before a clause."""
    at = start
    if line.low[at] in ("late", "early") and line.low[at + 1] in ("on", "in", "at"):
        at += 1
    while at < line.size and _is_time(line, at):
        at += 1
    if line.low[at] in _ASIDES:
        for i in range(at + 1, min(at + 12, line.size)):
            mark = line.tag[i]
            if line.low[i] == "that" or mark == FULL or mark == ":":
                return at if is_finite(line, i + 1) else i
            if mark == ",":
                return i if line.tag[i + 1] == FULL or line.low[i + 1] == "that" else at
            if mark in ";.-" or is_finite(line, i):
                return at
    if line.tag[at] == "," and line.low[at + 1] in ("however", "though", "too", "in"):
        close = next((i for i in range(at + 2, min(at + 10, line.size)) if line.tag[i] == ","), 0)
        if close and (line.low[close + 1] == "that" or line.tag[close + 1] == FULL):
            return close + 1
    return at


def _is_time(line: Line, at: int) -> bool:
    """An adverb or a day; "May" before a verb is a name."""
    if line.tag[at] == WORD:
        return line.low[at] in DAYS or is_adverb(line.low[at])
    is_day = line.tag[at] == NAME and line.low[at] in DAYS
    return is_day and not (at + 1 < line.size and is_finite(line, at + 1))


def _is_infinitive(line: Line, at: int) -> bool:
    word, mark = line.low[at + 1], line.tag[at + 1]
    return mark == WORD and word not in DETERMINERS and word not in PERSON_OBJECTS


def _is_before(line: Line, at: int, word: str) -> bool:
    """True for "the truce as a sham", "sales to rise": an object, and what is said of it."""
    for i in range(at, min(at + _LOOK, line.last)):
        if line.low[i] == word:
            return word == "as" or (i > at and _is_infinitive(line, i))
        if line.tag[i] in (",", ";", ":", "-", ".") or is_finite(line, i):
            return False
    return False


def _told_person(line: Line, at: int, cue: Cue) -> Right | None:
    """After "told", "urged": the person, then the clause, quotation or infinitive."""
    word, mark = line.low[at], line.tag[at]
    if mark not in (WORD, NAME, NUMBER) or word in PREPOSITIONS or word in ("that", "and", "or"):
        return None
    for i in range(at + 1, min(at + _LOOK, line.size)):
        word, mark = line.low[i], line.tag[i]
        if word == "that" or mark == FULL or (word in _WH and word != "who"):
            return "clause", i
        if mark in (",", ":") and line.tag[i + 1] == FULL:
            return "quote", i + 1
        if word == "to" and ("i" in cue.frames or cue.lemma == "tell") and _is_infinitive(line, i):
            return "infinitive", at
        if line.tag[i - 1] in (WORD, NAME) and _opens_clause(line, i):
            return "clause", i
        if mark in ".;,-" or (word in ("of", "about", "for") and i == at + 1):
            return ("object", i) if mark == WORD else None
    return None


def _opens_clause(line: Line, at: int) -> bool:
    word = line.low[at]
    if word in PRONOUNS:
        return True
    is_subject = word in _OPEN_CLAUSE or word in DETERMINERS
    return is_subject and _is_bare_clause(line, at, "c")


def _is_bare_clause(line: Line, at: int, frames: str) -> bool:
    """A clause without "that": a subject, and a finite verb in reach."""
    word, mark = line.low[at], line.tag[at]
    if word in _OPEN_CLAUSE:
        return True
    weak = "w" in frames
    if weak and mark != NAME and word not in DETERMINERS:
        return False
    is_subject = mark in (NAME, NUMBER, "$") or word in DETERMINERS or word in INDEFINITES
    if not is_subject and (mark != WORD or word in PREPOSITIONS or is_adverb(word)):
        return False
    if "t" in frames and "p" not in frames:
        return True
    for i in range(at + 1, min(at + _LOOK, line.size)):
        if line.tag[i] in ";.:" or line.low[i] in ("who", "which", "that", "and", "but", "as"):
            return False
        if line.tag[i] == "," and weak:
            return False
        if is_finite(line, i):
            return True
    return False

"""Finds the source that stands after a cue: "said X, a lawyer for Y", "according to X"."""

from rules.text.clauses import Place, is_finite
from rules.text.line import NAME, NOTHING, NUMBER, WORD, Line
from rules.text.words import (
    COLLECTIVES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    DOCUMENTS,
    LATE,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TELLING_PLACES,
    is_adverb,
    word_set,
)

_STOPS = frozenset(",;:-q.")
_ENDS = frozenset((NOTHING, ",", ".", "-", ";"))
_CLOSE_TO = word_set(
    "close adviser advisers advisor advisors aide aides ambassador envoy secretary assistant "
    "deputy counsel witness party heir successor relative related opposed sympathetic loyal next "
    "letter spokesman spokeswoman chaplain consultant"
)
_PLACING = ("on", "in", "at")
_AFTER_HEAD = PREPOSITIONS | RELATIVES
_TRADES = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "ian", "ians")
_NO_TRADES = word_set(
    "weather winter summer river number matter order error power water paper other further "
    "mirror tower border factor motor murder fever gender hunger danger disaster offer answer "
    "chapter letter remainder behavior behaviour humor humour odor terror horror tumor corridor "
    "numbers orders errors papers others towers borders factors murders disasters offers answers"
)


def after(line: Line, at: int) -> Place | None:
    """The noun phrase that begins at ``at``: after "said" or "according to"."""
    start = at
    while start < line.last and line.tag[start] == WORD and is_adverb(line.low[start]):
        start += 1
    stop = _phrase_end(line, start)
    if stop == start:
        return None
    return start, _with_asides(line, start, stop)


def _with_asides(line: Line, at: int, stop: int) -> int:
    """Take in ", 32, of Leeds, a driver" and ", who owns the yard" after a name."""
    for _ in range(3):
        first = stop + 1
        if line.tag[stop] != ",":
            break
        if line.low[first] in ("who", "whose"):
            return _relative_end(line, first)
        is_more = _is_apposed(line, first) or _is_bearer(line, at, stop)
        more = _phrase_end(line, first) if is_more else first
        is_dated = line.low[more] == "during" and line.low[first] in ("a", "an", "the")
        if is_dated:
            more = _phrase_end(line, more + 1)
        if more <= first or line.tag[more] not in _ENDS:
            break
        stop = more
    return stop


def _is_bearer(line: Line, at: int, comma: int) -> bool:
    """True for the name in "the harbour master, Tom Reyes," and the end of a clause behind it."""
    after = comma + 1
    while line.tag[after] == NAME:
        after += 1
    is_titled = line.low[at] in DETERMINERS and line.tag[comma - 1] == WORD
    return is_titled and after > comma + 1 and line.tag[after] in _ENDS


def _relative_end(line: Line, first: int) -> int:
    return next((i for i in range(first, line.last) if line.tag[i] in ",;q-"), line.last)


def _phrase_end(line: Line, start: int) -> int:
    """Where the phrase ends: at a verb, a comma, a time, or a word that opens a clause."""
    for i in range(start, min(line.last, start + 30)):
        mark = line.tag[i]
        if mark in _STOPS:
            return i
        if i > start and mark in (WORD, NAME):
            if mark == WORD and line.low[i] in ("who", "whose"):
                return _relative_end(line, i)
            if _is_beyond(line, i):
                return i
    return min(line.last, start + 30)


def _is_beyond(line: Line, i: int) -> bool:
    """Tell whether the word at ``i`` is no longer of the phrase before it."""
    word, mark = line.low[i], line.tag[i]
    if word in SUBORDINATORS or (word in LATE and word != "as") or word in ("during", "but"):
        return True
    if word == "to":
        return line.low[i - 1] not in _CLOSE_TO
    if word in _PLACING and not _is_released(line, i):
        if line.low[i + 1] in DAYS or _tells_place(line, i) or _is_moment(line, i):
            return True
    elif word in DAYS and mark == NAME and line.tag[i - 1] == WORD:
        return not _is_released(line, i - 1)
    if word in PRONOUNS and mark == WORD:
        return True
    return is_finite(line, i) and line.low[i - 1] not in RELATIVES and not _is_newly(line, i)


def _is_newly(line: Line, i: int) -> bool:
    """True for "found" in "a newly found letter"."""
    return line.low[i - 2] in DETERMINERS and is_adverb(line.low[i - 1])


def _tells_place(line: Line, i: int) -> bool:
    return any(line.low[k] in TELLING_PLACES for k in range(i + 1, i + 4))


def _is_released(line: Line, i: int) -> bool:
    """True for the day in "a poll released on Friday by the registry"."""
    return line.low[i - 1].endswith("ed") and line.low[i + 2] == "by"


def _is_moment(line: Line, i: int) -> bool:
    """True for "Reyes at the time"."""
    return line.low[i + 1] in ("the", "that") and line.low[i + 2] in ("time", "moment", "outset")


def _is_apposed(line: Line, at: int) -> bool:
    word, mark = line.low[at], line.tag[at]
    if is_finite(line, at):
        return False
    if mark == NUMBER or word in ("a", "an", "the", "one", "of", "his", "her", "their"):
        return True
    if mark == NAME and (
        line.low[at + 1] == "of" or (word.endswith("'s") and line.tag[at + 1] == WORD)
    ):  # "Bishop of Tarn", "Orr's nephew"
        return True
    small = (
        word in PREPOSITIONS or word in CONJUNCTIONS or word in PRONOUNS or word in SUBORDINATORS
    )
    return mark == WORD and not small and not is_adverb(word) and not word.endswith(("ing", "ed"))


def head_of(line: Line, place: Place) -> int:
    """The place of the noun that a source is about: "the keeper" of "the keeper of the lock"."""
    first, stop = place
    for i in range(first + 1, stop):
        if line.tag[i] not in (WORD, NAME, NUMBER) or line.low[i] in _AFTER_HEAD:
            return i - 1
    return stop - 1


def is_person(line: Line, place: Place) -> bool:
    """True for people and bodies of people, false for what only gives a hint."""
    at = head_of(line, place)
    word = line.low[at]
    if line.tag[at] == NAME and not word.endswith(("'s", "s'")) and word not in DAYS:
        return at > 0 or word not in DETERMINERS
    if word in PRONOUNS or word == "who":
        return word != "it"
    is_of_people = word.endswith(_TRADES) and word not in _NO_TRADES
    return is_of_people or word in COLLECTIVES or word in PEOPLE


def is_document(line: Line, place: Place) -> bool:
    """True for papers, figures and those whose trade is to find things out."""
    words = line.low[place[0] : place[1]]
    return any(word.removesuffix("'s") in DOCUMENTS for word in words) or words[0] in (
        "he",
        "she",
        "they",
        "which",
    )

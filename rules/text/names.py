"""Finds the source that stands after a cue: "said X, a lawyer for Y", "according to X"."""

from rules.text.clauses import Place, is_finite
from rules.text.line import NAME, NUMBER, WORD, Line
from rules.text.words import (
    CONJUNCTIONS,
    DAYS,
    DOCUMENTS,
    LATE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TELLING_PLACES,
    is_adverb,
)


def after(line: Line, at: int) -> Place | None:
    """The noun phrase that begins at ``at``: after "said" or "according to"."""
    start = at
    while start < line.last and line.tag[start] == WORD and is_adverb(line.low[start]):
        start += 1
    stop = _phrase_end(line, start)
    if stop == start:
        return None
    return start, _with_asides(line, stop)


def _with_asides(line: Line, stop: int) -> int:
    """Take in ", 32, of Leeds, a driver" and ", who owns the yard" after a name."""
    for _ in range(3):
        first = stop + 1
        if line.tag[stop] != ",":
            break
        if line.low[first] in ("who", "whose"):
            return next((i for i in range(first, line.last) if line.tag[i] in ",;q-"), line.last)
        more = _phrase_end(line, first) if _is_apposed(line, first) else first
        if more <= first or line.tag[more] not in (",", "", ".", "-", ";"):
            break
        stop = more
    return stop


def _phrase_end(line: Line, start: int) -> int:
    """Where the phrase ends: at a verb, a comma, a time, or a word that opens a clause."""
    for i in range(start, min(line.last, start + 30)):
        mark, word = line.tag[i], line.low[i]
        if mark in (",", ";", ":", "-", "q", "."):
            return i
        if i > start and mark in (WORD, NAME):
            if (
                word in SUBORDINATORS
                or (word in LATE and word != "as")
                or word in ("during", "but")
            ):
                return i
            if word in ("on", "in", "at") and (line.low[i + 1] in DAYS or _tells_place(line, i)):
                return i
            if (word in DAYS and mark == NAME and line.tag[i - 1] == WORD) or word in ("to",):
                return i
            if (word in PRONOUNS and mark == WORD) or (
                is_finite(line, i) and line.low[i - 1] not in RELATIVES
            ):
                return i
    return min(line.last, start + 30)


def _tells_place(line: Line, i: int) -> bool:
    return any(line.low[k] in TELLING_PLACES for k in range(i + 1, i + 4))


def _is_apposed(line: Line, at: int) -> bool:
    word, mark = line.low[at], line.tag[at]
    if mark == NUMBER or word in ("a", "an", "the", "one", "of", "his", "her", "their"):
        return True
    small = (
        word in PREPOSITIONS or word in CONJUNCTIONS or word in PRONOUNS or word in SUBORDINATORS
    )
    return mark == WORD and not small and not is_adverb(word) and not word.endswith(("ing", "ed"))


def is_document(line: Line, place: Place) -> bool:
    """True for papers, figures and those whose trade is to find things out."""
    words = line.low[place[0] : place[1]]
    return any(word.removesuffix("'s") in DOCUMENTS for word in words) or words[0] in (
        "he",
        "she",
        "they",
        "which",
    )

"""Finds where content begins and stops; the newsroom's own words end it."""

from rules.text.clauses import Place, is_finite
from rules.text.line import FULL, NAME, NUMBER, PART, WORD, Line
from rules.text.words import CLITICS, GRAFTS, PRONOUNS

_QUOTES = (FULL, PART)


def right_end(line: Line, first: int, kind: str) -> int:
    """Where content that begins at ``first`` stops: the newsroom's own words end it."""
    is_clause = kind in ("clause", "quote")
    for i in range(first + 1, line.last):
        mark, word = line.tag[i], line.low[i]
        if mark == ";":
            return i
        if mark == "," and _turns(line, i + 1, is_clause):
            return i
        if _is_graft(line, i) and (not is_clause or line.tag[i - 1] == ","):
            return i - 1 if line.tag[i - 1] == "," else i
        if not is_clause and word == "while":
            return i
    return max(first + 1, line.last)


def _turns(line: Line, at: int, is_clause: bool) -> bool:
    word, follows = line.word(at), line.word(at + 1)
    if word == "but":
        return follows not in PRONOUNS and follows != "that" and follows not in CLITICS
    if word in ("while", "whereas", "though", "although"):
        return True
    if not is_clause:
        return word in ("who", "which", "and", "as", "after", "because") or word.endswith("ing")
    return False


def _is_graft(line: Line, at: int) -> bool:
    low = line.low
    return any(tuple(low[at : at + len(graft)]) == graft for graft in GRAFTS)


def left(line: Line, stop: int) -> Place | None:
    """The fronted content that ends before ``stop``, where a source and its cue close it."""
    mark = line.mark(stop - 1)
    if mark not in (",", *_QUOTES, "-"):
        return None
    end = stop - 1 if mark in (",", "-") else stop
    first = 0
    for i in range(end - 1, -1, -1):
        if line.tag[i] == ";":
            first = i + 1
            break
    while first < end and line.tag[first] not in (WORD, NAME, NUMBER, *_QUOTES):
        first += 1
    return (first, end) if first < end else None


def is_content(line: Line, place: Place) -> bool:
    """True for fronted words that somebody can say: a quotation, or a clause with its verb."""
    first, stop = place
    return any(line.tag[i] in _QUOTES or is_finite(line, i) for i in range(first, stop))

"""Finds where content begins and stops; the newsroom's own words end it."""

from rules.text.clauses import Place, has_verb, is_finite, is_fronted
from rules.text.line import FULL, NAME, NUMBER, PART, WORD, Line
from rules.text.words import (
    BE,
    CLITICS,
    CONJUNCTIONS,
    GRAFTS,
    HAVE,
    MODALS,
    PRONOUNS,
    RELATIVES,
    WILL,
)

_QUOTES = frozenset((FULL, PART))
_SAID = _QUOTES | {WORD, NAME, NUMBER}
_BEFORE_SOURCE = _QUOTES | {",", "-"}
_BINDING = MODALS | WILL | HAVE | RELATIVES | CONJUNCTIONS | PRONOUNS
_SHORTEST = 4  # words of a clause: "The ship sank quickly"
_GRAFTS_OPEN = frozenset(graft[0] for graft in GRAFTS)
_TURNING = _GRAFTS_OPEN | {"while"}
_TURNS = _TURNING - {"in"} | {"spite"}  # of which one is there where the newsroom's words begin
_BE_HAVE = BE | HAVE


def right_end(line: Line, first: int, kind: str) -> int:
    """Where content that begins at ``first`` stops: the newsroom's own words end it."""
    is_clause = kind in ("clause", "quote")
    tag, low = line.tag, line.low
    end = tag.find(";", first + 1, line.last)
    if end < 0:
        end = max(first + 1, line.last)
    lacks_subject = not is_clause or is_finite(line, first)
    for i in _joints(line, first + 1, end):
        if tag[i] == ",":
            if _turns(line, i + 1, is_clause) or (lacks_subject and _is_verb(line, i + 1)):
                return i
        elif _is_graft(line, i) and (not is_clause or tag[i - 1] == ","):
            return i - 1 if tag[i - 1] == "," else i
        elif not is_clause and low[i] == "while":
            return i
    return end


def _joints(line: Line, first: int, end: int) -> list[int]:
    """The commas and the words at which content may stop."""
    if _TURNS.isdisjoint(line.low[first : end + 1]):
        if "," not in line.tag[first:end]:
            return []
        return [i for i in range(first, end) if line.tag[i] == ","]
    return [i for i in range(first, end) if line.tag[i] == "," or line.low[i] in _TURNING]


def _is_verb(line: Line, at: int) -> bool:
    return at < line.size and is_finite(line, at)


def _turns(line: Line, at: int, is_clause: bool) -> bool:
    word, follows = line.low[at], line.low[at + 1]
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


def noun_end(line: Line, place: int, first: int) -> int:
    """Where a noun's clause stops: before the verb that the noun is the subject of."""
    end = right_end(line, first, "object")
    if has_verb(line, max(0, place - 10), place):
        return end
    verbs = [i for i in range(first, end) if is_finite(line, i)]
    later = (
        i
        for i in verbs[1:]
        if (line.low[i] in _BE_HAVE or line.low[first] == "that")
        and line.low[i - 1] not in _BINDING
        and i > verbs[0] + 1
    )
    return next(later, end)


def left(line: Line, stop: int) -> Place | None:
    """The fronted content that ends before ``stop``, where a source and its cue close it."""
    mark = line.tag[stop - 1]
    if mark not in _BEFORE_SOURCE:
        return None
    end = stop - 1 if mark in (",", "-") else stop
    first = 0
    if ";" in line.tag:
        first = next((i + 1 for i in range(end - 1, -1, -1) if line.tag[i] == ";"), 0)
    while first < end and line.tag[first] not in _SAID:
        first += 1
    return (first, end) if first < end else None


def is_content(line: Line, place: Place) -> bool:
    """True for fronted words that somebody can say: a quotation, or a clause with its verb."""
    first, stop = place
    return not _QUOTES.isdisjoint(line.tag[first:stop]) or has_verb(line, first, stop)


def is_utterance(line: Line, place: Place) -> bool:
    """True for words long enough for a clause, whose verb we may not know, before a final cue."""
    first, stop = place
    return stop - first >= _SHORTEST and not is_fronted(line, first)

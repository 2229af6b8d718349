"""Where clauses begin and end, as well as can be told without a tagger."""

from rules.text.cues import VERB_FORMS
from rules.text.line import NAME, WORD, Line
from rules.text.words import (
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    LATE,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    VERBS,
    is_adverb,
)

Place = tuple[int, int]
_EDGES = frozenset('q;:-"')
_JOINING = SUBORDINATORS | LATE | {"which", "whom", "and", "or"}  # may begin a clause
_SOMETIMES = frozenset(("can", "will", "may", "might"))  # with a capital, names
_ALWAYS = (AUXILIARIES | VERBS) - _SOMETIMES
_PAST = frozenset(word for word, cue in VERB_FORMS.items() if cue.shape == "D")
_LONGEST = 60
_NEAR = 12


def is_finite(line: Line, at: int) -> bool:
    """A rough test for a finite verb, good enough to see where a clause is."""
    word = line.low[at]
    if word in _ALWAYS:
        return True
    tag = line.tag
    if tag[at] != WORD:
        return False
    if word in _SOMETIMES:
        return True
    is_past = word in _PAST
    if not is_past and (word[-2:] != "ed" or len(word) < 5):
        return False
    follows = line.low[at + 1]
    is_passive = follows == "by" and not line.low[at + 2].endswith("ing")
    if is_past or is_passive or follows in DAYS:
        return is_past and not is_passive
    before = line.low[at - 1]
    if follows in DETERMINERS or tag[at - 1] == NAME or before in PRONOUNS:
        return True
    return is_adverb(before) and line.low[at - 2] not in DETERMINERS  # not "a newly found letter"


def has_verb(line: Line, start: int, stop: int) -> bool:
    """True where a finite verb stands between the two places."""
    stop = min(stop, line.last)
    if not _ALWAYS.isdisjoint(line.low[start:stop]):
        return True
    return any(is_finite(line, at) for at in range(start, stop))


def clause_start(line: Line, at: int) -> int:
    """The place where the clause that ends at ``at`` begins."""
    low, tag = line.low, line.tag
    depth = 0
    for i in range(at, max(-1, at - _LONGEST), -1):
        mark = tag[i]
        if mark == ")":
            depth += 1
        elif mark == "(":
            depth -= 1
            if depth < 0:
                return i + 1
        elif depth:
            continue
        elif mark in _EDGES or (low[i] in _JOINING and _begins_after(line, i, at)):
            return i + 1
    return max(0, at - _LONGEST + 1)


def _begins_after(line: Line, i: int, at: int) -> bool:
    """Tell whether a clause that goes on to ``at`` begins after the joining word at ``i``."""
    mark, word = line.tag[i], line.low[i]
    if word in SUBORDINATORS and (mark == WORD or (mark == NAME and not i)):
        return True
    if word in ("which", "whom"):
        return i < at and line.tag[at] != ","
    if word in ("and", "or"):
        return _ends_clause(line, i) and not _joins_names(line, i, at)
    return mark == WORD and word in LATE and i < at and has_verb(line, max(0, i - _NEAR), i)


def _ends_clause(line: Line, at: int) -> bool:
    """True where the words before ``at`` have their verb, as far back as the clause goes."""
    for i in range(at - 1, max(-1, at - _NEAR - 1), -1):
        if is_finite(line, i):
            return True
        if line.tag[i] in _EDGES or (line.tag[i] == WORD and line.low[i] in SUBORDINATORS):
            return False
    return False


def _joins_names(line: Line, i: int, at: int) -> bool:
    """True where "and" joins two names, or two nouns behind a comma, rather than two clauses."""
    comma = next((k for k in range(i - 1, max(-1, i - _NEAR), -1) if line.tag[k] == ","), i)
    if comma < i - 1 and at > i:
        return not has_verb(line, comma, i) and not is_fronted(line, comma + 1)
    return (
        line.tag[i - 1] == NAME
        and line.tag[i + 1] == NAME
        and not any(is_finite(line, k) for k in range(max(0, i - 6), i))
    )


def relative_before(line: Line, at: int) -> int:
    """The comma before ", who leads the party," where ``at`` is the closing one, or 0."""
    for i in range(at - 1, max(0, at - 40), -1):
        if line.tag[i] in ("q", ";", ":"):
            return 0
        if line.low[i] in ("who", "whose", "which") and line.tag[i - 1] == ",":
            return i - 1
    return 0


def pieces_of(line: Line, start: int, stop: int) -> list[Place]:
    """The stretch cut at its commas, those in brackets left alone."""
    if "," not in line.tag[start:stop]:
        return [(start, stop)] if start < stop else []
    pieces: list[Place] = []
    depth, first = 0, start
    for i in range(start, stop):
        mark = line.tag[i]
        depth += (mark == "(") - (mark == ")")
        if mark == "," and depth <= 0:
            if i > first:
                pieces.append((first, i))
            first = i + 1
    if stop > first:
        pieces.append((first, stop))
    return pieces


def is_fronted(line: Line, at: int) -> bool:
    """True where a phrase opens that is no subject: "In Ohio", "Asked why"."""
    word = line.low[at]
    return word in PREPOSITIONS or word in SUBORDINATORS or word.endswith(("ing", "ed"))

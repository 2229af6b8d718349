"""Finds the source that stands before a cue: the subject, its appositives taken in."""

from rules.text.clauses import (
    Place,
    clause_start,
    has_verb,
    is_finite,
    is_fronted,
    pieces_of,
    relative_before,
)
from rules.text.line import NAME, NUMBER, WORD, Line
from rules.text.verbs import Group
from rules.text.words import (
    CLITICS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    INDEFINITES,
    LATE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    word_set,
)

_WORDS = (WORD, NAME, NUMBER)
_HEADS = frozenset((*_WORDS, "p", "(", "$"))  # what a noun phrase may begin with
_SMALL = DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS | SUBORDINATORS
_MONTH_NAMES = word_set("may april june august march")
_NEAR, _FAR = 20, 60
_BEFORE_DAYS = word_set("on in last this late early past next earlier")
_ABOUT = word_set("almost nearly roughly approximately barely only")
_COUNTS = word_set(
    "half all every everyone everybody two three four five six seven eight nine ten"
)
_TURNS = word_set(
    "however too though meanwhile also turn in for part his her their instead example instance "
    "particular fact addition"
)
_LEADING = word_set(  # what may open a clause before its subject
    "because although though while when whenever where whereas if unless whether however "
    "meanwhile including given"
)


def before(line: Line, verb: Group) -> Place | None:
    """The subject that stands before the verb group, appositives taken in."""
    if verb.pronoun:
        return verb.first, verb.first + 1
    at = _back_over_times(line, verb.first - 1)
    if at < 0:
        return None
    word, mark = line.low[at], line.tag[at]
    if word in PRONOUNS or word in ("who", "which", "that"):
        return at, at + 1
    if mark == "q":
        return None
    if word in CONJUNCTIONS or (mark == "," and line.low[at - 1] in CONJUNCTIONS):
        return clause_subject(line, at)
    if mark == "-":
        at = next((i for i in range(at - 1, -1, -1) if line.tag[i] == "-"), at) - 1
    elif mark == ",":
        opened = relative_before(line, at)
        if opened:
            found = _subject(line, clause_start(line, opened - 1), opened)
            return (found[0], at + 1) if found else None
    return _subject(line, clause_start(line, at), at + 1) if at >= 0 else None


def _back_over_times(line: Line, at: int) -> int:
    """Step left over adverbs and times: "Clinton on Tuesday also said"."""
    while at >= 0:
        word = line.low[at]
        if line.tag[at] == WORD and is_adverb(word):
            at -= 1
        elif word in DAYS and line.low[at - 1] in _BEFORE_DAYS:
            at -= 2
            while line.low[at] in _BEFORE_DAYS:
                at -= 1
        else:
            break
    return at


def _subject(line: Line, start: int, stop: int) -> Place | None:
    pieces = pieces_of(line, start, stop)
    if not pieces:
        return None
    if line.tag[stop - 1] != ",":
        return trimmed(line, *_with_name(line, pieces))
    if len(pieces) > 1 and all(
        is_adverb(line.low[i]) or line.low[i] in _TURNS for i in range(*pieces[-1])
    ):
        return _subject(line, start, pieces[-1][0] - 1)
    if len(pieces) == 1:
        is_whole = start == 0 and not is_fronted(line, start) and not has_verb(line, 0, stop)
        return trimmed(line, *pieces[0]) if is_whole else None
    head = len(pieces) - 2
    while head > 0 and _is_aside(line, pieces, head):
        head -= 1
    found = trimmed(line, *pieces[head])
    return (found[0], stop) if found else None


def _with_name(line: Line, pieces: list[Place]) -> Place:
    """The last piece; with the name before it where a closing comma is missing."""
    first, stop = pieces[-1]
    if len(pieces) > 1 and line.tag[first] == WORD and not is_adverb(line.low[first]):
        name = pieces[-2]
        word = line.low[first]
        if word not in _SMALL and all(line.tag[i] == NAME for i in range(*name)):
            return (name[0], stop) if not is_fronted(line, name[0]) else pieces[-1]
    return pieces[-1]


def _is_aside(line: Line, pieces: list[Place], n: int) -> bool:
    """True for a piece that says more about the name before it."""
    first, stop = pieces[n]
    word, mark = line.low[first], line.tag[first]
    if mark == NUMBER or word in (
        "a",
        "an",
        "who",
        "which",
        "whose",
        "of",
        "and",
        "or",
        "jr",
        "jr.",
        "sr.",
    ):
        return True
    if mark == NAME and word[1:2] == "-" and word[0] in "rdil":  # a party and a state
        return True
    before_first, before_stop = pieces[n - 1]
    if has_verb(line, before_first, before_stop) or is_fronted(line, before_first):
        return False
    if mark == WORD and word not in DETERMINERS and word not in PRONOUNS:
        return True
    follows_aside = n >= 2 and line.low[before_first] in ("a", "an", "the", "of")
    return mark == NAME and stop - first <= 2 and follows_aside


def trimmed(line: Line, first: int, stop: int) -> Place | None:
    """A noun phrase without the adverbs, times and verbs before it."""
    for i in range(stop - 1, first - 1, -1):
        if i < stop - 1 and is_finite(line, i) and line.low[i - 1] not in RELATIVES:
            first = i + 1
            break
    while first < stop:
        word, mark = line.low[first], line.tag[first]
        is_time = word in DAYS and not _is_month_name(line, first, stop)
        if (
            word in CONJUNCTIONS
            or word == "to"
            or mark not in _HEADS
            or is_time
            or (
                is_adverb(word)
                and word not in INDEFINITES
                and (mark == WORD or first == 0)
                and not (word in _ABOUT and _is_count(line, first + 1))
            )
            or word in LATE
            or word == "even"
            or (word in _LEADING and first + 1 < stop)
        ):
            first += 1
        elif word in PREPOSITIONS and _after_time(line, first, stop):
            first = _after_time(line, first, stop)
        else:
            break
    while stop > first and (line.low[stop - 1] in DAYS or line.low[stop - 1] in ("on", "in")):
        if _is_month_name(line, stop - 1, stop):
            break
        stop -= 1
    if first < stop and line.low[first] in PREPOSITIONS and not _can_open(line, first, stop):
        first = _name_behind(line, first, stop)
    return (first, stop) if first < stop else None


def _name_behind(line: Line, first: int, stop: int) -> int:
    """Where the name begins in "in the log Orr"; ``stop`` if there is none."""
    name = stop
    while name > first + 1 and line.tag[name - 1] == NAME:
        name -= 1
    return name if line.tag[name - 1] == WORD and line.low[name - 1] not in _SMALL else stop


def _is_count(line: Line, at: int) -> bool:
    """True for "half", "4,000", "every"."""
    return line.tag[at] == NUMBER or line.low[at] in _COUNTS


def _is_month_name(line: Line, at: int, stop: int) -> bool:
    """Tell May who speaks from the month of May."""
    if line.tag[at] != NAME:
        return False
    if line.tag[at + 1] == NAME and at + 1 < stop:
        return True
    is_alone = line.low[at - 1] in ("", ",", "but", "and", "that") or line.tag[at - 1] == NAME
    return line.low[at] in _MONTH_NAMES and is_alone


def _can_open(line: Line, first: int, stop: int) -> bool:
    if line.low[first] in ("like", "between", "about", "over", "around", "near"):
        return True
    return stop - first == 1 and line.tag[first] == NAME  # a Mr From


def _after_time(line: Line, first: int, stop: int) -> int:
    """The place after "On Tuesday", "in May 2015" at the head of a phrase, or 0."""
    for i in range(first + 1, min(first + 4, stop - 1)):
        if line.low[i] in DAYS or (line.tag[i] == NUMBER and len(line.low[i]) == 4):
            after = i + 1
            while after < stop - 1 and (line.low[after] in DAYS or line.tag[after] == NUMBER):
                after += 1
            return after
    return 0


def trimmed_phrase(line: Line, stop: int) -> Place | None:
    """The noun phrase that ends at ``stop``, as in "the mayor's claim"."""
    return trimmed(line, max(clause_start(line, stop - 1), stop - 4), stop)


def _last_turn(line: Line, at: int) -> int:
    """The place after the last ", but" or ", and" that opens a clause with its own subject."""
    for i in range(at - 2, max(1, at - _NEAR), -1):
        if line.low[i] in ("but", "and", "while") and line.tag[i - 1] == ",":
            has_own = not is_finite(line, i + 1) and has_verb(line, i + 2, at)
            return i + 1 if has_own and line.low[i + 1] not in PREPOSITIONS else 0
    return 0


def _after_break(line: Line, at: int) -> int:
    """The place after the last quotation or semicolon before ``at`` that has words behind it."""
    first = max(0, at - _FAR)
    while at > first and line.tag[at - 1] not in _WORDS:
        at -= 1
    return max(line.tag.rfind("q", first, at), line.tag.rfind(";", first, at)) + 1


def clause_subject(line: Line, at: int) -> Place | None:
    """The subject of the clause that a second verb or a participle at ``at`` goes on with."""
    start = _last_turn(line, at)
    if not start and line.low and is_fronted(line, 0):
        start = next((i + 1 for i in range(min(at, 40)) if line.tag[i] == ","), 0)
    start = max(start, _after_break(line, at))
    while start < at and line.tag[start] not in _WORDS:
        start += 1
    for i in range(start, at):
        word = line.low[i]
        if i == start and word in PRONOUNS:
            return i, i + 1
        if word in CLITICS and i == start:
            return i, i + 1
        if is_finite(line, i) and line.low[i - 1] not in RELATIVES:
            stop = i
            while stop > start and is_adverb(line.low[stop - 1]):
                stop -= 1
            return _subject(line, start, stop) if stop > start else None
    return None


def subject_after(line: Line, at: int) -> Place | None:
    """The subject that follows the clause of a participle: "After thanking them, Orr left"."""
    comma = line.tag.find(",", at)
    while 0 <= comma < line.last:
        first = comma + 1
        stop = next((i for i in range(first, line.last) if is_finite(line, i)), 0)
        between = line.tag[first:stop]
        if stop > first and "q" not in between and "," not in between:
            found = trimmed(line, first, stop)
            if found and found[0] == first:
                return found
        comma = line.tag.find(",", first)
    return None


def object_before(line: Line, at: int) -> Place | None:
    """What stands behind a preposition: "with Orr saying", "from groups supporting"."""
    for i in range(at, max(-1, at - _NEAR), -1):
        if line.tag[i] not in _WORDS or is_finite(line, i):
            return None
        if line.low[i] in PREPOSITIONS and line.low[i] != "of":
            return trimmed(line, i + 1, at + 1) if i < at else None
    return None

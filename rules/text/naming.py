"""Gives each source its name: a pronoun's antecedent, a title's bearer."""

from typing import NamedTuple

from rules.model import Span
from rules.text import names
from rules.text.clauses import Place, is_finite
from rules.text.given import gender, pronoun_gender
from rules.text.line import NAME, NUMBER, WORD, Line, Reader
from rules.text.sources import clause_subject
from rules.text.words import (
    COLLECTIVES,
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    word_set,
)

_SPEAKERS = word_set("he she they it who which that i we you his her their its")
_ASIDE = frozenset(",(")
_SELVES = word_set("i we you this")
_MANY = word_set("they their it its")
_FARTHEST = 9  # speakers back
_SMALL = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | SUBORDINATORS
_NOUNISH = frozenset((WORD, NAME, NUMBER))


class Named(NamedTuple):
    """Who a source is; ``is_many``: a body of people."""

    name: str
    is_many: bool = False
    is_pronoun: bool = False


_NOBODY = Named("")


class Namer:
    """Remembers whose names were read, from top to bottom."""

    def __init__(self, source: str, reader: Reader) -> None:
        self._source, self._reader = source, reader
        self._known: list[tuple[Named, int]] = []  # speakers, and the lines they spoke in
        self._line: Line | None = None  # the last with words of ours
        self._unread: tuple[int, int] | None = None  # a sentence after it
        self._genders: dict[str, str] = {}
        self._at = 0
        self._earlier: Line | None = None  # the line before _line

    def forget(self) -> None:
        """A new section: nobody is known."""
        self._known.clear()
        self._line = self._unread = None

    def skip(self, start: int, end: int) -> None:
        """A sentence with words of ours in which nobody speaks; it is read if asked about."""
        self._unread = start, end
        self._at += 1

    def passed(self, line: Line) -> None:
        """The line was read to its end."""
        self._earlier = self._line
        self._line, self._unread = line, None
        self._at += 1

    def remember(self, named: Named) -> None:
        """Somebody spoke."""
        self._known.append((named, self._at))

    def labelled(self, span: Span) -> Named:
        """Who stands before a colon."""
        return Named(self._source[span.start : span.end])

    def last(self) -> Named:
        """The one who spoke last, or did something in the sentence before."""
        if self._known:
            return self._known[-1][0]
        return self._last_subject("he") or _NOBODY

    def who(self, line: Line, place: Place) -> Named:
        """Who the source at ``place`` is."""
        first, stop = place
        word = line.low[first].partition("'")[0]
        if stop - first > 1:
            return self._name(line, first, stop)
        if word in RELATIVES:
            found = _antecedent(line, first)
            return self._name(line, *found) if found else _NOBODY
        if word not in _SPEAKERS:
            return self._name(line, first, stop)
        is_owner = word in POSSESSIVES and line.tag[first] == WORD
        within = clause_subject(line, first) if is_owner else None
        if within and line.low[within[0]] not in _SPEAKERS:
            return self._name(line, *within)._replace(is_pronoun=True)
        return self._resolve(word)._replace(is_pronoun=True)

    def _resolve(self, word: str) -> Named:
        """Who "he", "they" or "it" is: the last speaker that fits, else the last subject."""
        if word in _SELVES:
            return _NOBODY
        wanted = pronoun_gender(word)
        subject = self._last_subject(word) if wanted and self._has_gone_on() else None
        if subject and wanted == self._gender(subject):
            return subject
        for named, _ in self._known[:-_FARTHEST:-1]:
            if named.is_many == (word in _MANY) and self._gender(named) in ("", wanted):
                self._learn(named, wanted)
                return named
        if self._known and word in _MANY:
            return self._known[-1][0]
        return subject or self._last_subject(word) or _NOBODY

    def _has_gone_on(self) -> bool:
        """Tell whether the last line came after the last speaker's."""
        return not self._known or self._known[-1][1] < self._at - 1

    def _gender(self, named: Named) -> str:
        if named.is_many or not named.name:
            return ""
        return gender(named.name) or self._genders.get(named.name.split()[-1], "")

    def _learn(self, named: Named, wanted: str) -> None:
        if wanted and named.name:
            self._genders.setdefault(named.name.split()[-1], wanted)

    def _last_subject(self, word: str) -> Named | None:
        """The subject of the line before, or the last name in it where that is a thing."""
        line = self._before()
        if line is None:
            return None
        subject = clause_subject(line, line.size)
        if subject and line.low[subject[0]] in ("his", "her", "their") and line is self._line:
            return self._last_named(line, word)
        if subject and (word in _MANY or names.is_person(line, subject)):
            return self._name(line, *subject)
        return self._last_named(line, word) or (self._name(line, *subject) if subject else None)

    def _last_named(self, line: Line, word: str) -> Named | None:
        """The last name in a line; of a subject like "his letter", the speaker it belongs to."""
        if line.low[0] in POSSESSIVES:
            found = [n for n, _ in self._known[:-_FARTHEST:-1] if not n.is_many]
            return found[0] if found else self._owner_before()
        if word in _MANY:
            return None
        runs = [at for at in range(1, line.last) if line.tag[at] == NAME and _is_name(line, at)]
        if not runs:
            return None
        stop = runs[-1] + 1
        first = stop - 1
        while first > 0 and line.tag[first - 1] == NAME and line.low[first - 1] not in _SMALL:
            first -= 1
        return self._name(line, first, stop)

    def _owner_before(self) -> Named | None:
        line = self._earlier
        subject = clause_subject(line, line.size) if line else None
        if line is None or subject is None or line.low[subject[0]] in _SPEAKERS:
            return None
        return self._name(line, *subject) if names.is_person(line, subject) else None

    def _before(self) -> Line | None:
        if self._unread:
            pieces = self._reader.lines(*self._unread)
            self._earlier = self._line
            self._line, self._unread = [p for p in pieces if p.has_words][-1], None
        return self._line

    def _name(self, line: Line, first: int, stop: int) -> Named:
        """The head of a source; of "the harbour master, Tom Reyes", the name."""
        end = first + 1
        while end < stop and line.tag[end] not in _ASIDE:
            end += 1
        words = line.low[first:end]
        bearer = _bearer(line, first, end, stop) if end < stop else None
        if bearer:
            first, end = bearer
        last = line.low[end - 1]
        is_plural = last.endswith("s") and not last.endswith(("ss", "'s"))
        many = not COLLECTIVES.isdisjoint(words) or "and" in words
        name = " ".join(self._source[line.start[first] : line.end(end - 1)].split())
        return Named(_owner(name), many or (is_plural and line.tag[end - 1] == WORD))


def _owner(name: str) -> str:
    """Without the 's of whoever something belongs to."""
    return name[:-2] if name[-2:] in ("'s", "’s") else name.removesuffix("'").removesuffix("’")


def _bearer(line: Line, first: int, end: int, stop: int) -> Place | None:
    if line.tag[end] != "," or line.low[first] not in DETERMINERS:
        return None
    if NAME in line.tag[first + 1 : end] and line.tag[end - 1] == NAME:
        return None
    after = end + 1
    while after < stop and line.tag[after] == NAME:
        after += 1
    is_whole = after == stop or line.tag[after] in _ASIDE
    return (end + 1, after) if after > end + 1 and is_whole else None


def _is_name(line: Line, at: int) -> bool:
    return not line.low[at].endswith(("'s", "s'")) and line.low[at - 1] not in ("in", "at", "on")


def _antecedent(line: Line, at: int) -> Place | None:
    """The noun phrase that "who" or "which" goes on about."""
    stop = at - 1 if line.tag[at - 1] == "," else at
    first = stop
    while first > 0 and line.tag[first - 1] in _NOUNISH:
        word = line.low[first - 1]
        if (word in PREPOSITIONS and word != "of") or is_finite(line, first - 1):
            break
        first -= 1
        if word in DETERMINERS and line.low[first - 1] != "of":
            break
    if first >= stop:
        return None
    if line.tag[first - 1] == "," and line.low[first] in ("a", "an", "the"):
        name = first - 1
        while name > 0 and line.tag[name - 1] == NAME:
            name -= 1
        if name < first - 1:
            return name, first - 1
    return first, stop

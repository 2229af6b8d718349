"""Nouns, adjectives and turns of phrase that say: "his claim that", "according to"."""

from rules.text import names, sources
from rules.text.bounds import is_content, left, noun_end, right_end
from rules.text.clauses import Place, is_finite
from rules.text.cues import ADJECTIVE_TAKES, Cue
from rules.text.line import FULL, NAME, PART, WORD, Line
from rules.text.sources import clause_subject
from rules.text.told import Told
from rules.text.verbs import Group
from rules.text.words import BE, POSSESSIVES

_LOOK = 8


def noun(line: Line, place: int, cue: Cue) -> Told | None:
    """A noun that holds what somebody said: "his claim that …", "calls for …"."""
    start = place + 1
    by = _by_whom(line, start) if line.low[start] in ("by", "from") else None
    start = by[1] if by else start
    word = line.low[start]
    if word not in cue.takes or (word == "to" and line.tag[start + 1] != WORD):
        return None
    source: Place | None = by
    before = line.low[place - 1]
    if cue.lemma == "statement" and line.low[place - 2] in ("in", "by", "from"):
        return None
    if before in POSSESSIVES:
        source = place - 1, place
    elif before.endswith(("'s", "s'")):
        source = sources.trimmed_phrase(line, place)
    end = noun_end(line, place, start)
    told = Told(line, (place, place + 1), cue.class_, cue.lemma, source, [(start, end)])
    told.vouches = source is not None and cue.class_ == "speech" and word == "that"
    return told


def _by_whom(line: Line, at: int) -> Place | None:
    """The source of "allegations by the tenants that …"."""
    for i in range(at + 1, min(at + _LOOK, line.last)):
        if line.low[i] in ("that", "of", "to", "for", "about", "on"):
            return (at + 1, i) if i > at + 1 else None
        if line.tag[i] not in (WORD, NAME) or is_finite(line, i):
            return None
    return None


def in_words(line: Line, place: int) -> Told | None:
    """Somebody's words: "It was sound, in the owner's words"."""
    owner = line.low[place - 1]
    at = place - 1
    while at > 0 and line.low[at] != "in" and line.tag[at] in (WORD, NAME):
        at -= 1
    if line.low[at] != "in" or not owner.endswith(("'s", "s'")) or place - at > _LOOK:
        return None
    fronted = left(line, at) if at else None
    content = [fronted] if fronted else []
    if line.tag[place + 1] == "," and place + 2 < line.last:
        content.append((place + 2, right_end(line, place + 2, "clause")))
    if not content:
        return None
    return Told(
        line, (place, place + 1), "speech", "words", (at + 1, place), content, vouches=True
    )


def citing(line: Line, place: int) -> Told | None:
    """A source for what stands before it, or a reason that somebody gives."""
    source = names.after(line, place + 1)
    if source and (names.is_document(line, source) or names.is_person(line, source)):
        fronted = left(line, place)
        subject = clause_subject(line, place)
        if fronted and is_content(line, fronted):
            told = Told(
                line, (place, place + 1), "speech", "cite", source, [fronted], vouches=True
            )
        elif subject and line.tag[source[1]] == ",":
            end = right_end(line, source[1] + 1, "clause")
            content = [(source[1] + 1, end)] if source[1] + 1 < end else []
            told = Told(line, (place, place + 1), "speech", "cite", source, content)
            told.vouches = bool(content)
        else:
            return None
        return told
    subject = clause_subject(line, place)
    end = right_end(line, place + 1, "object")
    if subject is None or place + 1 >= end:
        return None
    told = Told(line, (place, place + 1), "speech", "cite", subject, [(place + 1, end)])
    told.vouches = True
    return told


def adjective(line: Line, place: int, cue: Cue) -> Told | None:
    """A state of mind: "is worried about …"."""
    word = line.low[place + 1]
    at = place - 1
    while at >= 0 and line.low[at] not in BE and line.low[at].endswith("ly"):
        at -= 1
    if word not in ADJECTIVE_TAKES or line.low[at] not in BE:
        return None
    source = sources.before(line, Group(at, place, "active"))
    end = right_end(line, place + 1, "clause")
    return Told(line, (place, place + 1), cue.class_, cue.lemma, source, [(place + 1, end)])


def according(line: Line, place: int) -> Told | None:
    """A source after "according to", before the content or behind it."""
    return _as_told_by(line, place, place + 2) if line.low[place + 1] == "to" else None


def as_per(line: Line, place: int) -> Told | None:
    """A source after "as per"."""
    return _as_told_by(line, place - 1, place + 1) if line.low[place - 1] == "as" else None


def _as_told_by(line: Line, place: int, start: int) -> Told | None:
    source = names.after(line, start)
    if not source or line.low[source[0]] in POSSESSIVES:
        return None
    told = Told(line, (place, start), "speech", "according", source, vouches=True)
    stop = source[1]
    if (place and line.tag[place - 1] in (",", FULL, PART)) or not line.tag[:place].count(","):
        fronted = left(line, place) or ((0, place) if place > 1 else None)
    else:
        fronted = (0, place)
    if fronted and is_content(line, fronted):
        told.content.append(fronted)
        told.is_final = True
    elif line.tag[stop] == "," and stop + 1 < line.last:
        told.content.append((stop + 1, right_end(line, stop + 1, "clause")))
        if fronted:
            told.content.insert(0, fronted)
    told.vouches = bool(told.content)
    return told


def faceless(line: Line, place: int) -> Told | None:
    """Said by nobody that the copy names: "reportedly"."""
    end = right_end(line, place, "clause")
    content = [(place + 1, end)] if place + 1 < end else [(0, place)] if place else []
    return Told(line, (place, place + 1), "speech", line.low[place], None, content)

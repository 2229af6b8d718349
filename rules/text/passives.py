"""Verbs in the passive that say: "was criticised by residents", "as reported by the Courier"."""

from rules.text import contents, names, sources
from rules.text.bounds import is_content, left, right_end
from rules.text.clauses import Place
from rules.text.cues import Cue
from rules.text.line import NOTHING, WORD, Line
from rules.text.told import Told, vouches
from rules.text.verbs import Group
from rules.text.words import COURTS, DAYS, PREPOSITIONS

_WHEN_WHERE = PREPOSITIONS | DAYS
_REASONS = ("for", "over")
_MORE_REASONS = (*_REASONS, "as", "of")
_PASSIVE = ("to", "as", "of", "for")
_ADMITTED = ("admit", "add", "post", "commit")  # to a hospital
_LONGEST_TAIL = 6  # "said in a statement on Monday"


def passive(told: Told, cue: Cue, verb: Group, start: int) -> Told | None:
    """Said by whom: a name after "by", or nobody."""
    line = told.line
    word = line.low[start]
    if word == "by":
        return _said_by(told, verb, start + 1)
    if verb.form == "participle" or cue.class_ == "intention":
        return None
    if cue.lemma == "tell" and _are_told(told, verb):
        told.class_ = "speech"
    right = contents.right(line, start, cue)
    if right and right[0] in ("clause", "infinitive"):
        told.content.append((right[1], right_end(line, right[1], right[0])))
    elif (
        (word in _PASSIVE or (word == "about" and cue.class_ in ("request", "speech")))
        and start + 1 < line.last
        and cue.lemma not in _ADMITTED
    ):
        end = right_end(line, start, "object")
        by = next((i for i in range(start + 1, end) if line.low[i] == "by"), 0)
        if by and word == "as" and line.tag[by - 1] != ",":
            return _said_by(told, verb, by + 1, (start, by))
        told.content.append((start, end))
    told.vouches = told.source is not None and vouches(told, verb)
    return told if told.content else None


def _are_told(told: Told, verb: Group) -> bool:
    """A court that was told something is where it was said."""
    source = sources.before(told.line, verb)
    if not source or COURTS.isdisjoint(told.line.low[source[0] : source[1]]):
        return False
    told.source = source
    return True


def _said_by(told: Told, verb: Group, start: int, said: Place | None = None) -> Told | None:
    """A source after "by"; "criticised by residents for its cost" has content on both sides."""
    line = told.line
    source = names.after(line, start)
    if not source:
        return None
    reasons = _REASONS if told.class_ == "request" else _MORE_REASONS
    stop = next((i for i in range(start + 1, source[1]) if line.low[i] in reasons), source[1])
    is_more = line.low[stop] == "as" and said is None and stop + 1 < line.last
    if is_more or (line.low[stop] == "of" and told.lemma == "accuse"):
        said = stop, right_end(line, stop, "object")
    elif line.low[stop] == "of":
        stop = next((i for i in range(stop + 1, source[1]) if line.low[i] in _REASONS), source[1])
    if said:
        told.content.append(said)
    told.source = source[0], stop
    at = verb.first - 1
    while line.low[at] in ("first", "previously", "earlier"):
        at -= 1
    if line.low[at] == "as":
        take_as(told, at, stop)
    subject = sources.before(line, verb) if not told.content else None
    if subject:
        told.content.append(subject)
    if line.low[stop] in _REASONS and stop + 1 < line.last:
        told.content.append((stop, right_end(line, stop, "object")))
    told.vouches = vouches(told, verb) and _can_speak(line, told.source)
    return told if told.content else None


def _can_speak(line: Line, source: Place) -> bool:
    """People and papers speak; "guaranteed by law" is no report."""
    return names.is_person(line, source) or names.is_document(line, source)


def take_as(told: Told, place: int, start: int) -> None:
    """The rest is content: "As the Courier reported, …" and "…, as the Courier reported"."""
    line = told.line
    comma = line.tag.find(",", start, start + _LONGEST_TAIL)
    if comma > start and line.low[start] in _WHEN_WHERE and not line.tag[:place].count(WORD):
        start = comma
    if line.tag[start] == "," and not line.tag[:place].count(WORD):
        if start + 1 < line.last:
            told.content.append((start + 1, right_end(line, start + 1, "clause")))
    elif line.tag[place - 1] == "," and line.tag[start] in (",", ".", NOTHING):
        fronted = left(line, place)
        if fronted and is_content(line, fronted):
            told.content.append(fronted)
            told.is_final = True

"""Verbs that say: pairs a verb with its source and its content."""

from rules.text import contents, names, sources
from rules.text.bounds import is_content, is_utterance, left, right_end
from rules.text.clauses import Place, has_verb, is_finite, relative_before
from rules.text.cues import PARTICLES, Cue
from rules.text.line import FULL, NAME, NOTHING, NUMBER, PART, WORD, Line
from rules.text.passives import passive, take_as
from rules.text.told import Told, vouches
from rules.text.verbs import Group, group
from rules.text.words import (
    DAYS,
    DETERMINERS,
    PAPERS,
    PERSON_OBJECTS,
    PREPOSITIONS,
    SUPPOSING,
    TELLING_PLACES,
    word_set,
)

_WHEN_WHERE = PREPOSITIONS | DAYS
_OPENING = PREPOSITIONS | {"while", "when", "though", "although"}  # of a participle's clause
_SPENT = word_set("spend spends spent spending")
_ISSUED = word_set(
    "issued released posted sent published wrote made signed gave put read circulated issuing "
    "releasing posting sending publishing issue release post send publish"
)
_TIMES = word_set("when while after before although though because once since")
_BEGINNING = ("", "and", "but", ",")
_LONGEST_TAIL = 6  # "said in a statement on Monday"


def verb_told(line: Line, place: int, cue: Cue, earlier: Told | None = None) -> Told | None:
    """The attribution that a verb makes, if it is one here; ``earlier`` is the one before it."""
    start = place + 1
    if cue.lemma == "want" and line.low[start : start + 2] == ["to", "know"]:
        cue, start = Cue("want to know", "speech", "cqf", cue.shape), start + 2
    verb = group(line, place, cue)
    if verb.form == "none" or ("+" in cue.frames and line.low[start] != PARTICLES[cue.lemma]):
        return None
    start += "+" in cue.frames
    told = Told(line, (place, start), cue.class_, cue.lemma, form=verb.form)
    return _paired(told, verb, start, cue, earlier)


def _paired(told: Told, verb: Group, start: int, cue: Cue, earlier: Told | None) -> Told | None:
    """With its source and content; None where it lacks what it needs."""
    line = told.line
    if verb.form == "passive" or (verb.form == "participle" and cue.shape != "G"):
        return passive(told, cue, verb, start)
    if _inverted(told, verb, start, cue):
        return told
    _take_source(told, verb)
    if earlier and _goes_on(line, earlier, verb):
        told.source = earlier.source
    _take_content(told, verb, start, cue)
    told.opens = not told.content and _opens(line, start) and told.source is not None
    if (
        not told.content
        and not told.opens
        and not ("t" in cue.frames and (told.source or verb.form != "active"))
    ):
        return None
    told.vouches = vouches(told, verb)
    if cue.lemma == "call" and _is_naming(line, told, verb):
        told.class_, told.vouches = "naming", False
    if told.vouches and cue.lemma == "hear":
        told.class_ = "speech"  # evidence given in court
    return told


def _opens(line: Line, start: int) -> bool:
    """True for "Orr wrote:" at the end of a paragraph."""
    colon = line.tag.find(":", start, line.size)
    return colon >= 0 and colon == line.size - 1 and colon - start < _LONGEST_TAIL


def _is_supposed(line: Line, first: int) -> bool:
    before = line.low[first - 1]
    if before in _TIMES and line.low[first - 2] in _BEGINNING:
        return True
    return before in SUPPOSING or (first == 1 and line.low[0] in ("had", "were"))


def _end_at_comma(told: Told) -> None:
    """Of "if he says it is safe, …" what follows the comma is not what he says."""
    tag = told.line.tag
    told.content = [
        (first, next((i for i in range(first, stop) if tag[i] == ","), stop))
        for first, stop in told.content
    ]


def _is_naming(line: Line, told: Told, verb: Group) -> bool:
    """True for "a group called the Tarn Twelve"."""
    if verb.first != verb.place or told.source is None or line.tag[verb.place + 1] == WORD:
        return False
    first = next(
        (
            i
            for i in range(verb.first - 1, max(-1, verb.first - 6), -1)
            if line.low[i] in ("a", "an")
        ),
        -1,
    )
    return first >= 0 and not names.is_person(line, (first, verb.first))


def _take_content(told: Told, verb: Group, start: int, cue: Cue) -> None:
    """Content on either side of the source and its verb."""
    line = told.line
    opener = line.low[told.source[0] - 1] if told.source else ""
    if told.source and opener == "as":
        take_as(told, told.source[0] - 1, start)
        if told.content:
            return
    right = contents.right(line, start, cue)
    if right is None and cue.class_ == "document" and told.source:
        right = _shown(told, told.source, start)
    told.frame = right[0] if right else ""
    if right and cue.lemma == "call" and line.low[right[1]] in contents.CALLED:
        told.class_ = "request"
    if verb.form == "active":
        fronted = _fronted(line, told.source[0] if told.source else verb.first, cue)
        if fronted and not (right and line.tag[fronted[1] - 1] not in (FULL, PART)):
            _take_fronted(told, fronted, start)
    if right:
        told.content.append((right[1], right_end(line, right[1], right[0])))
    if told.source and (
        _is_supposed(line, told.source[0])
        or (verb.form == "participle" and told.source[0] > verb.place)
    ):
        _end_at_comma(told)


def _shown(told: Told, source: Place, start: int) -> contents.Right | None:
    """What a paper shows, whatever follows: "the poll shows Orr ahead"."""
    line = told.line
    opens = line.tag[start] in (NAME, NUMBER, "$") or line.low[start] in DETERMINERS
    opens = opens or line.low[start] in PERSON_OBJECTS
    is_paper = any(word in PAPERS for word in line.low[source[0] : source[1]])
    return ("object", start) if opens and is_paper and start < line.last else None


def _fronted(line: Line, stop: int, cue: Cue) -> Place | None:
    """What was said before the source and this cue."""
    if "f" not in cue.frames and "F" not in cue.frames:
        return None
    found = left(line, stop)
    if found and "F" in cue.frames and FULL not in line.tag[found[0] : found[1]]:
        return None
    return found


def _goes_on(line: Line, earlier: Told, verb: Group) -> bool:
    """True for a second verb of one who has spoken: "…, she said, adding that …"."""
    before = line.low[verb.first - 1]
    if not earlier.is_final or not (before in (",", "and") or verb.form == "participle"):
        return False
    return not has_verb(line, earlier.cue[1], verb.first)


def _take_source(told: Told, verb: Group) -> None:
    line = told.line
    if verb.form == "active" or (
        verb.form == "participle"
        and line.tag[verb.first - 1] in (WORD, "N", ")")
        and line.low[verb.first - 1] not in _OPENING
    ):
        told.source = sources.before(line, verb)
        if verb.form == "participle" and told.source and _is_issued(line, told.source):
            told.source = sources.clause_subject(line, verb.first)
    else:
        told.source = sources.clause_subject(line, verb.first)
    if told.source is None and verb.form == "participle":
        told.source = _participle_source(line, verb)


def _participle_source(line: Line, verb: Group) -> Place | None:
    """Whose doing it is: of "After thanking them, Orr left", of "with Orr saying"."""
    before = verb.first - 1
    opens = before < 0 or (line.low[before] in _OPENING and line.tag[before - 1] in (NOTHING, ","))
    if opens:
        return sources.subject_after(line, verb.place)
    return sources.object_before(line, before)


def _is_issued(line: Line, source: Place) -> bool:
    """True for "a statement" in "the club issued a statement saying", and for time spent so."""
    first, stop = source
    if line.low[first - 1] in _SPENT:
        return True
    is_paper = line.low[first] in ("a", "an") and line.low[stop - 1] in TELLING_PLACES
    return is_paper and line.low[first - 1] in _ISSUED


def _take_fronted(told: Told, fronted: Place, start: int) -> None:
    """Content before the source; where it lacks its verb, the rest follows the cue."""
    line = told.line
    follows = line.tag[start]
    is_middle = follows == "," and start + 1 < line.last
    goes_on = is_middle and is_finite(line, start + 1)
    if not goes_on and (
        is_content(line, fronted) or (_ends(told, start) and is_utterance(line, fronted))
    ):
        told.content.append(fronted)
        told.is_final = True
    elif is_middle and (goes_on or line.tag[start + 1] not in (FULL, PART)):
        told.content.append(fronted)
        told.content.append((start + 1, right_end(line, start + 1, "clause")))


def _ends(told: Told, start: int) -> bool:
    """True where the sentence ends with the cue, or with when, where or to whom it was said."""
    rest = told.line.last - start
    goes_on = told.lemma == "tell" or told.line.low[start] in PREPOSITIONS
    return rest <= 0 or (rest <= _LONGEST_TAIL and goes_on)


def _inverted(told: Told, verb: Group, start: int, cue: Cue) -> bool:
    """The source comes after the verb: "…," said the minister, who …"""
    line = told.line
    if verb.form != "active" or verb.first != told.cue[0] or cue.lemma == "tell":
        return False
    fronted = _fronted(line, verb.first, cue)
    source = _speaker_after(line, start, fronted) if fronted else None
    if not fronted or not source:
        return False
    stop = source[1]
    follows_verb = line.tag[stop] == WORD and is_finite(line, stop)
    if follows_verb or not (_follows_quotation(line, verb) or _closes(line, verb, cue, stop)):
        return False
    told.source = source
    told.content.append(fronted)
    told.is_final = True
    if line.tag[stop] in (",", ":") and line.tag[stop + 1] == FULL:
        told.content.append((stop + 1, right_end(line, stop + 1, "quote")))
    told.vouches = vouches(told, verb)
    return True


def _speaker_after(line: Line, start: int, fronted: Place) -> Place | None:
    """Who may have said what stands before; a clause whose verb we do not know needs a name."""
    if line.low[start] in PREPOSITIONS:
        return None
    if is_content(line, fronted) or (line.tag[start] == NAME and is_utterance(line, fronted)):
        return names.after(line, start)
    return None


def _follows_quotation(line: Line, verb: Group) -> bool:
    at = verb.first - 1
    return line.tag[at] in (FULL, PART) or line.tag[at - 1] in (FULL, PART)


def _closes(line: Line, verb: Group, cue: Cue, stop: int) -> bool:
    """Without a quotation: "…, said X." must end there; an object is no source."""
    before, source = verb.first - 1, verb.place + 1
    goes_on = line.tag[stop] == WORD and line.low[stop] not in _WHEN_WHERE
    goes_on = goes_on or line.tag[stop] in (FULL, PART)
    if line.tag[before] != "," or goes_on or relative_before(line, before):
        return False
    return "o" not in cue.frames or line.tag[source] == NAME


def made_clear(line: Line, place: int) -> Told | None:
    """A saying, whatever the verb: "she has made it clear that …"."""
    at = place - 1 - (line.low[place - 1] == "it")
    made = line.low[at]
    if made not in ("made", "makes", "make", "making") or line.low[place + 1] != "that":
        return None
    verb = group(line, at, Cue("make", "speech", "c", "G" if made == "making" else "D"))
    told = Told(line, (at, place + 1), "speech", "make clear", form=verb.form)
    _take_source(told, verb)
    told.content.append((place + 1, right_end(line, place + 1, "clause")))
    told.vouches = verb.form == "active" and vouches(told, verb)
    return told

"""The verb group around a cue: its auxiliaries, and whether the cue is a verb at all."""

from dataclasses import dataclass

from rules.text.clauses import has_verb, is_finite
from rules.text.cues import Cue
from rules.text.line import NAME, NOTHING, NUMBER, WORD, Line
from rules.text.words import (
    AUXILIARIES,
    BE,
    CLITICS,
    DETERMINERS,
    DO,
    HAVE,
    INDEFINITES,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    WILL,
    is_adverb,
    word_set,
)

_MOSTLY_NOUNS = word_set(
    "states attacks plans views reports comments questions calls claims demands targets "
    "supports notes hopes fears doubts offers requests orders posts lists promises pledges "
    "estimates remarks charges details votes credits thanks backs complaints tweets "
    "cautions credits reads sees rules guarantees counters looks quotes judges rates needs senses "
    "figures trusts views eyes casts frames pitches presents bills paints brands labels terms "
    "hints signals records documents proves lectures tips"
)
_PURPOSES = word_set("plans hopes offers promises pledges")
_ONLY_VERBS = word_set("say argue insist believe think tell agree contend write warn admit allege")
_NOT_SUBJECTS = word_set(
    "he she it a an the this and or but let us me him let's please so if just"
)
_NEAR = 8
_SURNAMES = MODALS | WILL
_ONES = word_set("one another each neither someone somebody anyone")
_PLURALS = word_set("they we i you who people police data women men children media")
_COMING = word_set("expected due set scheduled poised likely")
_ASKED = word_set("ask tell inform press urge advise")
_ABOUT = word_set("about if whether why how what to")
_SUBJECTS = PRONOUNS | INDEFINITES | {"who", "which", "that", "there"}
_BEFORE_NOUN = DETERMINERS - {"that", "many", "some", "most", "few", "several", "both", "all"}


@dataclass(slots=True)
class Group:
    """A verb with what belongs to it; ``first`` is the place of its first word.

    ``form`` is active, passive, infinitive, participle (no auxiliary: "saying", "accused by")
    or none (not a verb here). ``unreal``: would, may; ``future``: will, is expected to.
    ``pronoun`` is the subject of a contraction ("he's").
    """

    first: int
    place: int
    form: str
    negated: bool = False
    unreal: bool = False
    future: bool = False
    pronoun: str = ""


def group(line: Line, place: int, cue: Cue) -> Group:
    """Read leftwards from the cue through adverbs and auxiliaries."""
    at = place - 1
    auxiliaries: list[str] = []
    negated = False
    pronoun = ""
    first = place
    while at >= 0:
        word = line.low[at]
        if word in AUXILIARIES and not _is_name(line, at, cue):
            auxiliaries.append(word)
            first = at
        elif word in CLITICS:
            pronoun, clitic = CLITICS[word]
            auxiliaries.append(clitic)
            first = at
            break
        elif word == "to" and cue.shape == "B" and not auxiliaries:
            return _infinitive(line, at, place)
        elif (
            word == "," or not (is_adverb(word) or word == "n't") or (line.tag[at] == NAME and at)
        ):
            break
        negated = negated or word in NEGATIONS
        at -= 1
    form = _form(line, first if auxiliaries else at + 1, place, cue, auxiliaries)
    if not auxiliaries:
        return Group(first, place, form, negated)
    unreal, future = not MODALS.isdisjoint(auxiliaries), not WILL.isdisjoint(auxiliaries)
    return Group(first, place, form, negated, unreal, future, pronoun)


def _is_name(line: Line, at: int, cue: Cue) -> bool:
    """Tell Will and May from will and may."""
    return line.tag[at] == NAME and (at > 0 or (cue.shape != "B" and line.low[at] in _SURNAMES))


def _infinitive(line: Line, to: int, place: int) -> Group:
    """A verb after "to": what is only meant, or what is to come; "went on to say" is said."""
    before, further = line.low[to - 1], line.low[to - 2]
    if before == "on" and further in ("went", "goes", "gone", "going"):
        return Group(to - 2, place, "active")
    if before in _COMING or before in BE:
        return Group(to, place, "infinitive", future=True)
    return Group(to, place, "infinitive", negated=before == "not")


def _form(line: Line, first: int, place: int, cue: Cue, auxiliaries: list[str]) -> str:
    nearest = auxiliaries[0] if auxiliaries else ""
    if cue.shape in ("D", "N"):
        return _past_form(line, first, place, cue, nearest)
    if cue.shape == "G":
        if nearest in BE:
            return "active"
        return "none" if _is_noun_before(line.low[place - 1]) else "participle"
    if cue.shape == "Z":
        return "none" if nearest or not _is_third_person(line, first, place) else "active"
    if nearest in MODALS or nearest in WILL or nearest.startswith(("do", "did")):
        return "active"
    if nearest or line.tag[first - 1] not in (WORD, NAME, NUMBER, ")", ",", "%"):
        return "none"
    if _is_asked(line, first):
        return "active"
    plural = _is_plural_subject(line, first, place, is_verb=cue.lemma in _ONLY_VERBS)
    return "active" if plural else "none"


def _is_asked(line: Line, first: int) -> bool:
    """True for "did he say", "why does the mayor say"."""
    for at in range(first - 1, max(-1, first - 5), -1):
        if line.low[at] in DO:
            return at < first - 1 and (at == 0 or line.tag[at - 1] in (WORD, NAME, ","))
        if line.tag[at] not in (WORD, NAME):
            return False
    return False


def _past_form(line: Line, first: int, place: int, cue: Cue, nearest: str) -> str:
    if nearest == "'s":  # "he's said" has a source, "he's said to" has none
        return "passive" if line.low[place + 1] in ("to", "by") else "active"
    if nearest in BE:
        return "passive"
    if nearest in HAVE or nearest == "'d":
        return "active"
    return "none" if nearest else _bare_past(line, first, place, cue.shape, cue.lemma)


def _bare_past(line: Line, first: int, place: int, shape: str, lemma: str) -> str:
    before = line.low[first - 1]
    is_lone_name = first == 1 and line.tag[0] == NAME  # a Mr From
    if shape == "N" or _is_noun_before(before) or (before in PREPOSITIONS and not is_lone_name):
        return "participle" if shape == "N" and before not in DETERMINERS else "none"
    follows = line.low[place + 1]
    if follows == "by":
        return "participle"
    if before in VERBS and lemma not in _ONLY_VERBS and line.tag[first - 1] == WORD:
        return "none"
    if before.endswith("ing") and line.tag[place + 1] == WORD and follows not in DETERMINERS:
        return "none"  # a detailed plan, disputed waters
    if lemma in _ASKED and follows in _ABOUT and line.tag[first - 1] in (",", NOTHING):
        return "participle"
    return "active"


def _is_noun_before(before: str) -> bool:
    return before in _BEFORE_NOUN or before.endswith(("'s", "s'"))


def _is_third_person(line: Line, first: int, place: int) -> bool:
    """Tell "she claims", "the report states" from "his claims", "fifty states"."""
    before = line.low[first - 1]
    if before in ("he", "she", "it", "who", "which", "that", "everyone", "everybody", "nobody"):
        return True
    if before in _ONES and line.tag[first - 2] in (NOTHING, ",", ";", "-"):
        return True
    if before in _SUBJECTS or before in PREPOSITIONS or before in DETERMINERS:
        return False
    if _is_noun_before(before) or line.tag[first - 1] == NUMBER or line.low[first - 2] == "to":
        return False
    if line.low[place] in _MOSTLY_NOUNS:
        if line.low[place] in _PURPOSES and _lacks_verb(line, first, place):
            return True
        return _goes_on_as_verb(line, place, is_name=line.tag[first - 1] == NAME)
    if line.tag[first - 1] in (NOTHING, "q"):
        return True
    follows, mark = line.low[place + 1], line.tag[place + 1]
    if follows in PREPOSITIONS and follows not in ("in", "on", "with", "for", "to"):
        return follows in ("of", "about", "against") and line.tag[first - 1] == NAME
    if before.endswith("s") and line.tag[first - 1] == WORD and not before.endswith("ss"):
        return mark in ("q", ":") or follows == "that"
    return True


def _has_plural_head(line: Line, first: int) -> bool:
    """True for "figures from the registry": a plural before a preposition."""
    for at in range(first - 2, max(0, first - _NEAR), -1):
        if line.tag[at] not in (WORD, NAME):
            return False
        if line.low[at] in PREPOSITIONS:
            return line.low[at - 1].endswith("s") and line.tag[at - 1] != ","
    return False


def _lacks_verb(line: Line, first: int, place: int) -> bool:
    """True where no other verb is near: "the board plans to sell", but "plans to sell failed"."""
    if line.low[place + 1] != "to":
        return False
    start = max(0, first - _NEAR)
    return not has_verb(line, start, first) and not has_verb(line, place + 1, place + _NEAR)


def _goes_on_as_verb(line: Line, place: int, *, is_name: bool) -> bool:
    follows, mark = line.low[place + 1], line.tag[place + 1]
    if follows == "that" or mark in ("q", ":"):
        return not is_finite(line, place + 2)  # "claims that were false"
    if is_name and mark in (".", NOTHING) and _follows_words(line, place):
        return True  # "“…,” Orr notes."
    if any(line.low[i] == "as" for i in range(max(0, place - 5), place)):
        return mark in (",", ".", NOTHING)  # "…, as the log records"
    return is_name and (follows in DETERMINERS or follows in PRONOUNS or mark in (NAME, "p"))


def _follows_words(line: Line, place: int) -> bool:
    """Tell whether nothing but a name stands between a quotation or comma and the verb."""
    at = place - 1
    while line.tag[at] == NAME:
        at -= 1
    return line.tag[at] in ("q", ",")


def _is_plural_subject(line: Line, first: int, place: int, *, is_verb: bool) -> bool:
    """Tell "critics say", "they claim" from "a claim" and "say it again"."""
    before, mark = line.low[first - 1], line.tag[first - 1]
    if before in _PLURALS or before in INDEFINITES:
        return True
    if mark == "%" or (mark == NUMBER and is_verb and line.low[first - 2] != "$"):
        return True  # "42% say", "37 say"
    if is_verb and before not in _NOT_SUBJECTS and before not in PREPOSITIONS:
        return mark != "," or first > 3
    if mark == NUMBER or before in DETERMINERS or before in PREPOSITIONS:
        return False
    if mark in (WORD, NAME) and before.endswith("s") and not before.endswith(("ss", "'s")):
        return line.low[place + 1] not in ("of", "from")
    if line.low[place + 1] == "that" and _has_plural_head(line, first):
        return True
    return mark == ")" or (mark == "," and line.tag[first - 2] in (WORD, NAME) and first > 3)

"""An attribution in the making, and whether an editor would call it one."""

from dataclasses import dataclass, field

from rules.text import names
from rules.text.clauses import Place
from rules.text.cues import REPORTING_STANCE
from rules.text.line import Line
from rules.text.verbs import Group
from rules.text.words import COURTS, word_set

_NOBODY = word_set("i we you this it's nobody none")
_IFS = word_set("if unless whether")
# They tell that there was talk, hardly what was said.
_NO_REPORT = word_set("speak talk discuss")


@dataclass(slots=True)
class Told:
    """An attribution in the making: places in a line."""

    line: Line
    cue: Place
    class_: str
    lemma: str
    source: Place | None = None
    content: list[Place] = field(default_factory=list)
    vouches: bool = False
    is_final: bool = False
    form: str = ""


def vouches(told: Told, verb: Group) -> bool:
    """An editor would call this attributed: somebody did say it, and said it."""
    if told.source is None or not told.content or verb.negated or verb.unreal:
        return False
    first, line = told.source[0], told.line
    if verb.form == "infinitive" or line.low[first] in _NOBODY or line.low[first - 1] in _IFS:
        return False
    if told.lemma == "hear":
        return any(word in COURTS for word in line.low[first : told.source[1]])
    if told.class_ == "document":
        return names.is_document(line, told.source)
    if told.class_ == "stance":
        return told.lemma in REPORTING_STANCE and verb.form != "participle"
    return told.class_ in ("speech", "request") and told.lemma not in _NO_REPORT

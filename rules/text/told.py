"""An attribution in the making, and whether an editor would call it one."""

from dataclasses import dataclass, field

from rules.text import names
from rules.text.clauses import Place
from rules.text.cues import REPORTING_STANCE
from rules.text.line import Line
from rules.text.verbs import Group


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
    if verb.form == "infinitive" or told.line.low[told.source[0]] in ("i", "we", "you", "this"):
        return False
    if told.class_ == "document":
        return names.is_document(told.line, told.source)
    if told.class_ == "stance":
        return told.lemma in REPORTING_STANCE and verb.form != "participle"
    return told.class_ in ("speech", "request")

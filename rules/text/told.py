"""An attribution in the making, and whether an editor would call it one."""

from dataclasses import dataclass, field

from rules.text import names
from rules.text.clauses import Place
from rules.text.cues import REPORTING_STANCE
from rules.text.line import FULL, Line
from rules.text.verbs import Group
from rules.text.words import AUXILIARIES, COURTS, SUPPOSING, word_set

_NOBODY = word_set("i we you this it's nobody none neither no")
# What a thing does, too: "the delay suggests". Then nobody has said so.
_SAID_OF_THINGS = word_set(
    "suggest indicate signal imply hint reveal confirm reflect emphasise emphasize explain "
    "underline underscore highlight illustrate predict"
)
# They tell that there was talk, hardly what was said.
_NO_REPORT = word_set(
    "speak talk discuss lecture preach rant gossip campaign lobby debate refer allude invite "
    "encourage press pressure petition dare persuade convince forbid require push address echo"
)
# Of a thing they only tell what was done: "claimed the title", "wrote a book".
_NEEDS_CLAUSE = word_set("claim write signal reveal underscore underline highlight reflect")


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
    opens: bool = False  # its content is in the next paragraph
    form: str = ""
    frame: str = ""  # of what follows it: clause, quote, object, infinitive

    @property
    def is_quoted(self) -> bool:
        """True if some of it stands between quotation marks and is a sentence."""
        tag = self.line.tag
        return FULL in tag and any(FULL in tag[first:stop] for first, stop in self.content)


def vouches(told: Told, verb: Group) -> bool:
    """An editor would call this attributed: somebody did say it, and said it."""
    if told.source is None or not told.content or verb.negated or verb.unreal:
        return False
    first, line = told.source[0], told.line
    if verb.future and not told.is_quoted:
        return False
    if (verb.form == "infinitive" and not verb.future) or not _is_real(line, first):
        return False
    if told.lemma == "hear":
        return any(word in COURTS for word in line.low[first : told.source[1]])
    if told.class_ == "document" or told.lemma in _SAID_OF_THINGS:
        return names.is_document(line, told.source) or (
            told.class_ == "speech" and names.is_person(line, told.source)
        )
    if told.class_ == "stance":
        return told.lemma in REPORTING_STANCE and verb.form != "participle"
    if told.frame == "object" and told.lemma in _NEEDS_CLAUSE:
        return told.line.low[told.content[0][0]] == "responsibility"
    return told.class_ in ("speech", "request") and told.lemma not in _NO_REPORT


def _is_real(line: Line, first: int) -> bool:
    """Not "if he said", not "did he say", and not ourselves."""
    before = line.low[first - 1]
    is_asked = before in AUXILIARIES or (before == "n't")
    return line.low[first] not in _NOBODY and before not in SUPPOSING and not is_asked

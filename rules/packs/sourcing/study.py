"""Which study?

Why: "Studies show" lends a claim the weight of science and takes away the means to check it: who
asked, how many, when, and who paid.

Fix: Name the study or the pollster, the year and how many took part, and link to it.

Source: BBC guidance on statistics; Wikipedia, MOS:WEASEL; accuracy checklists
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.lexicon.notation import Piece
from rules.model import Hit, Level, Span, Voice
from rules.nearby import neighbours
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "[[Studies show]] that chess cures a bad temper.",
    "[[A recent poll puts]] her nine points clear.",
    "Left-handers sleep worse, [[research suggests]].",
    "One in four bakers wants to leave the trade, [[according to a new survey]].",
    "Bakers sleep worse, a 2021 study in the Tarn Medical Review found.",
    "A Verdance poll of 1,010 adults on 3-5 June puts her nine points clear.",
    "Studies show that chess cures a bad temper. Ida Quill of Tarn University led the latest.",
    "The council ordered a study of the bridge.",
    "A police report said the lock had been forced.",
    "“Studies show we are right,” the minister said.",
)
_SMALL = (
    "and|or|that|which|of|to|by|in|on|at|with|is|was|are|were|has|have|said|says|the|their|his|her"
    "|its|our"
)
_PHRASES = Lexicon(
    Path(__file__).with_suffix(".txt"),
    slots={
        "any": Piece(rf"(?!(?:{_SMALL})\b)[a-z][\w-]+"),
        "still": Piece(
            r"(?:\s(?:also|now|often|still|have|has|consistently|repeatedly|recently))*"
        ),
    },
)
# Whose it is, when it was made, how many took part.
_BODY = (
    r"Universit\w+|Institut\w*|College|School of|Journal|Review|Foundation|Academy|Laborator\w+"
    r"|Lancet|Nature|Bureau of|Office (?:for|of)|Cent(?:re|er)s? (?:for|on|of)|Statistics|Hospital"
    r"|Health Service|Gallup|YouGov|Ipsos|Pew|Survation|Opinium|Savanta|Quinnipiac|Nielsen"
)
_WORK = r"(?:stud(?:y|ies)|surveys?|polls?|polling|reports?|research|papers?|analys[ei]s|reviews?)"
_OWNED = later(r"\b(?:its|his|her|their|our|own|whose|'s|and) \Z")
_NAMED = later(
    rf"\b(?:{_BODY})\b|https?://|www\.|\b(?:19|20)\d\d\b"
    r"|\b(?:[Pp]ublished|[Cc]onducted|[Cc]ommissioned|[Cc]arried out|[Ll]ed|[Rr]eleased|[Ff]unded)"
    r" (?:in|by|for|on behalf of) (?:the |an? )?[A-Za-z]"
    rf"|[A-Z][\w’'/-]+[A-Za-z](?:[’']s?)? (?:[a-z-]+ ){{0,2}}{_WORK}\b"
    rf"|\b{_WORK} (?:by|from|in|for|of|at) (?:the |an? )?(?:[a-z]+ ){{0,3}}[A-Z]\w+"
)
_FAR = 600  # characters
_TIMES = later(
    r"(?:The|A|An|One|Two|In|Some|Many|Most|Several|According|But|And|Recent|New|Growing|Mounting"
    r"|Increasing|Early|Past|Previous|Scientific|Academic|Clinical|Various|Countless|Other|More)\b"
)
_SAMPLE = later(
    r"\b(?:\d{1,3}(?:,\d{3})+|\d{2,}|hundred|thousand|million)\b (?:\w+ ){0,3}?(?:people|adults"
    r"|voters|patients|men|women|children|pupils|respondents|participants|households|workers"
    r"|volunteers|families|students|drivers|firms|companies|members|residents|readers|parents)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Studies and polls of nobody: no body, journal, year, sample or link within a sentence."""
    for found in _PHRASES.search(text):
        before = text.folded[found.around.start : found.span.start]
        if not _OWNED.search(before) and not _is_named(text, found):
            yield Hit(*found.span)


def _is_named(text: Text, found: Found) -> bool:
    """Tell whether this sentence or one beside it says which study."""
    reach = neighbours(text, found.sentence, 1, 1)
    reach = Span(max(reach.start, found.span.start - _FAR), min(reach.end, found.span.end + _FAR))
    if _SAMPLE.search(text.folded, *reach):
        return True
    named = _NAMED.finditer(text.source, *reach)
    return any(not _TIMES.match(match.group()) for match in named)

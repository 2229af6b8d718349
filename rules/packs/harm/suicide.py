"""Can it be said without harm?

Why: "Committed" is the word for a crime, "failed" and "successful" measure it, and a method that
is told is copied: suicides rise after reports that describe how it was done.

Fix: Write "died by suicide" or "took her own life", leave out the method and the note, and name a
helpline below.

Source: IPSO Editors' Code 5; Samaritans' media guidelines; World Health Organization
"""

import re
from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Because, Hit, Level, Span, Voice
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.HOLD
VOICES = frozenset(Voice)
EXAMPLES = (
    "The poet [[committed suicide]] in the spring.",
    "The poet died [[by swallowing a jar of sleeping pills]].",
    "He had survived a [[failed suicide attempt]] in March.",
    "She [[hanged herself]] in the barn, the coroner said.",
    "The vote is [[political suicide]] for the coalition.",
    "The poet died by suicide in the spring. Helplines are listed below.",
    "A suicide bomber attacked the port on Monday.",
    "The bill would allow assisted suicide under the care of two doctors.",
    "The divers jumped from the bridge into the harbour.",
    "The miller shot himself in the foot with the new tariff.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"), heads=True)
_NEAR = 400

_SUICIDE = later(
    r"\bsuicid(?:e|es|al)\b(?! (?:bomb|attack|vest|squad|mission|drone|car|belt))|\b(?:took"
    r"|taken|taking|take|"
    r"ended|ending) (?:his|her|their) (?:own )?li(?:fe|ves)\b|\bself-harm\w*|\bkilled (?:him"
    r"|her)self\b"
)
_DIED = later(r"\b(?:died|dead|her death|his death|dies|killed|fatal\w*)\b")
_ATTACK = later(
    r"\b(?:bomb\w*|explosi\w+|detonat\w+|blew|blast|militants?|jihad\w*|attackers?|hijack\w*"
    r"|vest)\b"
)
_ACCIDENT = later(
    r"\b(?:accident\w*|by mistake|in the foot|parkour|stunt\w*|divers?|swimmers?|parachut\w+"
    r"|bungee|firefight\w+"
    r"|escap\w+|fled|flee\w*|to safety|boiler|heater|alarms?|leak\w*|ships?|pirates?|actor|swan"
    r"|the ball|the bus|joked|own rope|goal|shaving|lemmings?|paperwork|sorrows)\b"
)
# Shouted at somebody, or told him: an insult, and nobody's death.
_INSULT = later(
    r"\b(?:t(?:ell|ells|old|elling)|shout\w*|yell\w*|scream\w*|call(?:ed|ing)? on|urg\w+|chant\w*"
    r"|want(?:ed|s)?|ask(?:ed|s|ing)?|invit\w+|order\w*|say\w*|said|goad\w*|encourag\w+|incit\w+"
    r"|dar(?:ed|es|ing))"
    r"(?: (?:at|to))? (?:[\w'-]+ ){1,5}?(?:to |should |can |ought to )(?:go (?:and )?)?\Z"
    r"|(?:^|[\"':;,.!?] ?)(?:go (?:and )?|just |please )*\Z"
)
_TERM = later(r"\b(?:assisted|physician-assisted|doctor-assisted) $")
_TALE = later(
    r"\b(?:films?|novels?|plays?|opera|album|band|episode|game|comic|heroine|character|musical)\b"
)
_LONG_AGO = later(
    r"\b(?:1[0-8]\d\d|19[0-4]\d|\d+ (?:bc|ad)|\w+teenth[- ]century|roman|samurai|nazi|emperor"
    r"|pharaoh)\b"
)
_HELP = later(
    r"\b(?:helplines?|samaritans|lifeline|crisis line|116 123|13 11 14|befriend\w+|988)\b"
    r"|\bcall(?:ed)? free\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Wording that judges or sells a suicide, and how it was done."""
    for found in _PHRASES.search(text):
        if _is_other(text, found):
            continue
        is_figure = found.sense == "figure"
        softer = is_figure or (found.sense == "wording" and text.is_quoted(found.span.start))
        yield Hit(
            *found.span,
            note=_note(text, found),
            level=Level.NOTE if softer else None,
            because=_reason(text, found),
        )


def _is_other(text: Text, found: Found) -> bool:
    """Tell attacks, accidents, swimmers and figures of speech."""
    around = found.around
    if found.sense == "figure":
        return False
    if text.folded.startswith("kill ", found.span.start):
        before = text.folded[max(around.start, found.span.start - 60) : found.span.start]
        if _INSULT.search(before) and not text.folded.startswith("himself", found.span.start + 5):
            return True
    if _TERM.search(text.folded[max(around.start, found.span.start - 20) : found.span.start]):
        return True
    if found.sense == "note" or found.sense == "with death":
        near = Span(max(0, found.span.start - _NEAR), found.span.end + _NEAR)
        if _SUICIDE.search(text.folded, *near):
            return _is_accident(text, found)
        if found.sense == "note" or _DIED.search(text.folded, *around) is None:
            return True
        return not _is_deliberate(text, found) or _is_accident(text, found)
    return _is_accident(text, found) or _ATTACK.search(text.folded, *around) is not None


def _is_accident(text: Text, found: Found) -> bool:
    return _ACCIDENT.search(text.folded, *found.around) is not None


def _is_deliberate(text: Text, found: Found) -> bool:
    """Nobody jumps from a roof, or swallows forty tablets, by chance and dies."""
    words = text.folded[found.span.start : found.span.end]
    return (
        re.match(r"(?:jump|leap|swallow|consum|overdosed? on|drink|drank|drunk|poison)", words)
        is not None
    )


def _reason(text: Text, found: Found) -> Because | None:
    """Old history and made-up stories may tell it."""
    is_told = _LONG_AGO.search(text.folded, *found.around) or _TALE.search(
        text.folded, *found.around
    )
    return "technical" if is_told else None


def _note(text: Text, found: Found) -> str:
    if found.sense == "figure":
        return "A figure of speech that some readers will feel."
    has_help = _HELP.search(text.folded) is not None
    what = {
        "method": "It tells how.",
        "with death": "It tells how.",
        "note": "It tells of a note.",
    }
    lead = what.get(found.sense, "Would “died by suicide” do?")
    return lead if has_help else f"{lead} No helpline is named."

"""Is this proved?

Why: A named person or firm and a crime, stated as fact, is what people sue over: the newsroom has
to prove it, and repeating what others say is no defence on its own.

Fix: Give the stage (charged, convicted, alleged by whom) with its source and the reply, have it
read by a lawyer, or cut it.

Source: Defamation Act 2013 (UK); Associated Press briefing on media law
"""

import re
from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Because, Hit, Level, Span, Voice
from rules.people import Named, named
from rules.proceedings import is_convicted
from rules.search.later import later
from rules.text.model import Kind, Text

LEVEL = Level.HOLD
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
EXAMPLES = (
    "[[Alderman Piet Rusk embezzled]] the lottery grant.",
    "[[Halden Freight bribed]] two customs officers at the quay.",
    "The auction was [[rigged by Piet Rusk]].",
    "[[The mayor of Oster took bribes]] from the builders.",
    "[[Piet Rusk is a crook]], and the town knows it.",
    "Piet Rusk was charged on Monday with embezzling the grant.",
    "Prosecutors say Piet Rusk embezzled the lottery grant, which he denies.",
    "Piet Rusk was convicted in May. Rusk stole the grant from the safe.",
    "The singer Piet Rusk stole the show.",
    "If Piet Rusk rigged the vote, the council will hold another.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"), heads=True)

# What is stolen, robbed or fixed in sport and in talk is nobody's property.
_PLAY = later(
    r"\W+(?:\w+\W+){0,3}?(?:show|limelight|spotlight|thunder|scenes?|hearts?|march|glances?"
    r"|looks?|kiss"
    r"|ball|bases?|points?|lead|headlines|possession|wins?|victory|goals?|title|minutes?|line"
    r"|second"
    r"|third|ideas?|crown|attention|past|away|in front|yards?|advantage|breath|sleep|future"
    r"|childhood|song|hearts|tune|language|pass|puck|wicket|rebound|serve|ground|set|inbounds"
    r"|innings)\b"
)
_PLAY_ON = later(
    r" (?:\w+ )?(?:songs?|tune|hearts?|language|anthem|melody|classic|souffl[eé]|recipe|accent"
    r"|aria)\b"
)
_GAME = later(
    r" (?:(?:\w+ )?(?:at|in (?:the|a|an) (?:\w+ )?(?:final|game|set|match|race|round|heat|vote"
    r"|ballot|poll"
    r"|election|contest|primary)|to the|by (?:\d|two|three|a \w+ to)|on (?:points|penalties"
    r"|aggregate)"
    r"|into (?:second|third)|for the)\b|\d)"
)
_GOES_ON = later(
    r"[ -](?!(?:and|but|or|who|in|of|with|to|at|for|from|by|as|on|whose|that|because|since|when"
    r"|while|is|was"
    r"|has|had|before|after|until|all|not|if|now|again|then|today|too|though)\b)[a-z]"
)
_NOT = {
    "theft": _PLAY,
    "deed": _PLAY_ON,
    "violence": _GAME,
    "being": _GOES_ON,
    "apposition": _GOES_ON,
}
_SMALL = later(r"\b[a-z]{4,}")
_FINITE = later(
    r"\w+ed|\w+[^s]s|stole|made|got|knew|let|grew|had|has|owes?|is|are|sold|took|paid|beat"
    r"|bought|sold|dealt|hid|lied|ran|set|cut|shot|rig|is|was"
    r"|were"
)
_SAID = later(
    r"\b(?:accus\w+|alleg\w+|claim(?:s|ed|ing)?|suspected|suspicions?|charg(?:es?|ed|ing)"
    r"|indict\w*"
    r"|convict\w*|guilty"
    r"|sentenced|jailed|acquitted|cleared|court|jury|jurors|trial|prosecut\w+|lawsuit|sued|sues"
    r"|suing"
    r"|tribunal|plead\w*|den(?:y|ies|ied|ying)|hearing|inquest|according to|rumou?rs?|reportedly"
    r"|investigat\w+|whether|complaint|police (?:said|say)|parliament (?:heard|was told)"
    r"|no evidence"
    r"|wanted for|warrant|impeach\w*|testi\w+|judges?|ruled|fined|settle\w*)\b"
)
_UNREAL = later(
    r"\b(?:if|unless|would|could|might|may have|never|not|no longer|cannot|suppose|imagine\w*"
    r"|nobody"
    r"|as though|as if|pretend\w*|joked?|wrongly|falsely)\b|n't\b"
)
_TALE = later(
    r"\b(?:films?|novels?|plays?|drama|thriller|opera|sitcom|episode|series|protagonist|villain"
    r"|hero"
    r"|heroine|myth|game|fairy tale|ballad|video game|musical|character|screenplay|stars? as)\b"
)
_LONG_AGO = later(
    r"\b(?:1[0-8]\d\d|19[0-7]\d|\d+ (?:bc|ad)|\w+teenth[- ]century|medieval|vikings?|nazis?|tsars?"
    r"|emperors?|pharaohs?|romans?|tudors?|(?:king|queen|pope) \w+ [ivx]+|ancient)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Crimes of a named person or firm, told in words that nobody answers for but us."""
    for found in _PHRASES.search(text):
        if found.sentence.is_question or _is_play(text, found):
            continue
        who = _who(text, found)
        if who is not None and not (_is_made_of_capitals(text, found, who)):
            span = _shown(found.span, who.span)
            yield Hit(*span, because=_reason(text, found, who))


def _is_play(text: Text, found: Found) -> bool:
    """Tell points and limelight from money, and "a cheat code" from "a cheat"."""
    pattern = _NOT.get(found.sense)
    return pattern is not None and pattern.match(text.folded, found.span.end) is not None


def _who(text: Text, found: Found) -> Named | None:
    """The name that the crime is pinned to."""
    verb = text.folded[found.span.start : found.span.end].split("ly ")[-1].split(" ")[0]
    names = named(text)
    if found.sense == "by":
        return names.after(found.span.end + len(" by"), found.around.end)
    if found.sense == "epithet":
        return names.near(found.span.end, found.around.end)
    if found.sense == "apposition":
        return names.described(found.around.start, found.span.start)
    if found.sense == "called":
        return names.after(found.span.end, found.around.end)
    if found.sense == "noun":
        return names.owner(found.around.start, found.span.start)
    if _FINITE.match(verb) is None and not verb.endswith("ing"):
        return None
    return names.subject(found.sentence, found.around.start, found.span.start, verb)


def _is_made_of_capitals(text: Text, found: Found, who: Named) -> bool:
    """Tell "Gang Robbed Bank": no sentence of the copy knows such a name."""
    if found.sentence.kind is Kind.BODY or _SMALL.search(text.source, *found.sentence.span):
        return False
    name = re.compile(rf"[\w,] (?:{re.escape(who.surname)})\b")
    return not any(name.search(text.source, *sentence.span) for sentence in text.body())


def _shown(crime: Span, who: Span) -> Span:
    return Span(min(crime.start, who.start), max(crime.end, who.end))


def _reason(text: Text, found: Found, who: Named) -> Because | None:
    """Why it may stand: it is alleged by somebody, proved, made up, or long ago."""
    around = found.around
    if _SAID.search(text.folded, *around) or is_convicted(text, who.surname):
        return "attributed"
    if _UNREAL.search(text.folded, around.start, found.span.start):
        return "technical"
    paragraph = text.paragraphs[found.sentence.paragraph].span
    near = Span(max(paragraph.start, around.start - 300), min(paragraph.end, around.end + 300))
    is_past = _LONG_AGO.search(text.folded, *around) is not None
    return "technical" if is_past or _TALE.search(text.folded, *near) else None

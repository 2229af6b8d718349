"""Have we asked them?

Why: Whoever is accused must have had a fair chance to answer before publication, and the reader
must see that they had it.

Fix: Ask them and give the answer with the day and the way it came; or say when and how we asked,
and that there was none.

Source: IPSO Editors' Code 1(iii); BBC Editorial Guidelines on the right of reply; NPR on fairness
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from rules.deeds import DEEDS
from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Hit, Level, Span
from rules.search.later import later
from rules.sourcemap.answers import Answers
from rules.sourcemap.genres import is_case, is_column, is_game, is_life
from rules.sourcemap.maps import source_map
from rules.sourcemap.phrases import Called, Face, called
from rules.text.abbreviations import STARTERS
from rules.text.model import Text
from rules.text.words import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
)

LEVEL = Level.HOLD
EXAMPLES = (
    "Tenants accused [[Harrow Lettings]] of ignoring the mould. The flats are let by the week, and"
    " each of them has a stove and a view of the river.",
    "[[Tom Rook]] pocketed the fees of the sailing club. The club has met at the boat house on the"
    " first Monday of the month since 1988.",
    "The growers blamed [[the ministry]] for the collapse of the dam. The valley was evacuated,"
    " and its 900 people sleep in the school.",
    "Tenants accused Harrow Lettings of ignoring the mould. The flats are let by the week, and"
    " each of them has a stove. The firm did not answer two emails.",
    "Tom Rook pocketed the fees of the sailing club, its auditor said. Rook said that he had paid"
    " them back, and that the club knew.",
    "The growers blamed the ministry for the collapse of the dam. The valley was evacuated. The"
    " ministry denied that it had been told of the cracks.",
    "Tom Rook was convicted in May of stealing the fees of the sailing club, which meets at the"
    " boat house on the first Monday of the month.",
    "Critics accused rebels of looting the clinic. The roads are shut, and the two towns along the"
    " river have had no doctor since May.",
    "If Tom Rook pocketed the fees, the sailing club will have to raise them. It meets at the boat"
    " house on the first Monday of the month.",
)
_ACCUSED = Lexicon(Path(__file__).with_suffix(".txt"))

_STORY = 20  # words: less is a line of copy, and no story that could hold an answer
_ENOUGH = 40  # of the accused who are looked after
_MOST = 3  # of the accused who are named
_READ = 100_000  # characters in which a name is looked for
_FAR = 160  # characters around what is found

_NAME = r"[A-Z][\w’'&.-]*\w(?: (?:(?:of|and|for|the|de|van|bin|al|&) )?[A-Z][\w’'&.-]*\w)*"
_ROLES = (
    r"landlord|landlady|developer|contractor|builder|owners?|firm|company|council|charity|club|bank"
    r"|school|headteacher|head teacher|principal|hospital|trust|airline|operator|supplier|employer"
    r"|manager|director|chairman|chairwoman|chair|treasurer|mayor|minister|councillor|governor"
    r"|senator|ministry|department|police force|force|university|church|parish|priest|vicar|bishop"
    r"|coach|trainer|doctor|surgeon|dentist|(?:care |nursing )?home|factory|mill|mine|farm|farmer"
    r"|agency|union|party|association|federation|government|regime|army|navy|delegation|chief"
    r"|executive|broker|dealer|agent|studio|producer|editor|publisher|captain|lender|insurer"
)
_ROLE = (
    r"(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[\w’'-]+ ){0,2}?|(?:[A-Z][\w’'-]+ ){1,3})"
    rf"(?:{_ROLES})"
)
_IS_ROLE = later(_ROLE)
_WHO = rf"(?:{_ROLE}(?:,? {_NAME})?|(?:the )?{_NAME})"
_BEHIND = later(
    rf"\s*(?P<who>{_WHO})(?:’s|'s)?"
    r"(?=[,.;:)]|$| (?:of|for|over|in|with|that|and|who|after|as|to|a|an)\b)"
)
_BEFORE = later(
    rf"(?P<who>{_WHO})(?:, (?:who|which)|, [^,;.]{{2,80}},)?"
    r"(?: (?:has|have|had|was|were|is|are|been|also|then|later|reportedly|allegedly|himself"
    r"|herself|itself|themselves|secretly|once|repeatedly|routinely|deliberately|knowingly))*\s*$"
)

# What one may be accused of.
_WRONG = later(
    r"\b(?:ly(?:ing|ied)|lied|lies|steal\w*|stole\w*|theft|fraud\w*|brib\w+|corrupt\w*|embezzl\w+"
    r"|launder\w+|kickbacks?|misus\w+|misappropriat\w+|divert\w+|pocket\w+|forg(?:ing|ed|ery)"
    r"|falsif\w+|fak(?:ing|ed)|rig(?:ging|ged)|cheat\w*|defraud\w*|swindl\w+|overcharg\w+"
    r"|cover(?:ing|ed) up|cover-up|hid(?:ing|den)?|conceal\w+|suppress\w+|mislead\w*|misled"
    r"|deceiv\w+|abus\w+|assault\w*|harass\w+|bull(?:y|ying|ied)|grop\w+|rap(?:e|ed|ing)|molest\w+"
    r"|attack(?:ing|ed)|tortur\w+|kill\w+|murder\w*|massacr\w+|shell(?:ing|ed)|bomb(?:ing|ed)"
    r"|abduct\w+|kidnap\w+|traffick\w+|smuggl\w+|sabotag\w+|poison\w+|pollut\w+|dump(?:ing|ed)"
    r"|contaminat\w+|neglect\w*|negligen\w+|endanger\w+|ignor(?:ing|ed)|breach\w*|violat\w+"
    r"|flout\w+|break(?:ing)? the law|unlawful\w*|illegal\w*|discriminat\w+|racis\w+|sexis\w+"
    r"|exploit\w+|underpay\w*|unpaid|withh(?:olding|eld)|evict\w+|intimidat\w+|threaten\w+"
    r"|blackmail\w*|extort\w+|spying|espionage|interfer\w+|support\w* terror\w*|terroris\w+"
    r"|arm(?:ing|ed) |broken? the|breaking the|collu\w+|conspir\w+"
    r"|plagiari\w+|doping|incit\w+|misconduct|war crimes?|malpractice"
    r"|collapse|deaths?|fire|crash|leak|spill|flood\w*|failures?|disaster|outbreak)\b"
)
_UNREAL = later(
    r"(?:\b(?:if|whether|unless|would|could|might|not|never|no|nobody|anyone|without|cleared"
    r"|acquitted|stop|prevent|idea|theory|invit\w+|ask\w*|want\w*|hop\w+|fear\w*|risk|urg\w+"
    r"|suggest\w*|call\w* (?:on|for)|den(?:y|ied|ies)"
    r"|(?<!in )(?<!since )(?<!of )(?<!by )(?<!last )may)\b|n't)(?:\W+[\w'-]+){0,4}\W*$|\bto\s*$"
)
_RECORD = later(
    r"\b(?:accused of (?:the )?(?:\w+ )?(?:kill|murder|shoot|stabb|rap)\w+|convict\w*|sentenced"
    r"|jailed|imprisoned|pleaded|found guilty|on trial|jury|charged with|indict\w+|arrest\w+"
    r"|acquitted|fined|struck off|inquest|(?:tribunal|judge|court) (?:found|ruled|heard)"
    r"|prison|1[0-8]\d\d|19[0-8]\d)\b"
)

_SMALL = PREPOSITIONS | SUBORDINATORS | DETERMINERS | CONJUNCTIONS | STARTERS


class Accused(NamedTuple):
    """Somebody who is accused, as the copy calls them there, and where."""

    one: Called
    span: Span


def find(text: Text) -> Iterator[Hit]:
    """The whole story: who is accused in it and has no word."""
    if text.words < _STORY:
        return
    accused = list(islice(_distinct(_accused(text)), _ENOUGH))
    if not accused or is_column(text) or is_game(text) or is_life(text) or is_case(text):
        return
    answers = Answers(source_map(text))
    silent = [each for each in accused if not answers.has(each.one)]
    if silent:
        yield _hit(silent)


def _distinct(accused: Iterable[Accused]) -> Iterator[Accused]:
    """Each of them once, where they are first accused."""
    met: set[str] = set()
    for each in accused:
        key = each.one.ways[0][-1]
        if key not in met:
            met.add(key)
            yield each


def _accused(text: Text) -> Iterator[Accused]:
    """Everybody with a name or a trade of whom the copy has it that they did wrong."""
    for found in DEEDS.search(text):
        last = text.folded[found.span.start : found.span.end].rsplit(maxsplit=1)[-1]
        is_behind = last in ("with", "on", "upon", "by")
        yield from _one(text, found, found.span.end if is_behind else None)
    for found in _ACCUSED.search(text):
        end = min(found.around.end, found.span.end + _FAR)
        if found.sense == "called":
            yield from _one(text, found, found.span.start)
        elif found.sense == "before" and " a" in text.folded[slice(*found.span)][:7]:
            yield from _one(text, found, None)
        elif _WRONG.search(text.folded, found.span.end, end):
            yield from _one(text, found, found.span.end if found.sense == "behind" else None)


def _one(text: Text, found: Found, behind: int | None) -> Iterator[Accused]:
    """Who is accused: ``behind`` this place, or before what was found."""
    begin = max(found.around.start, found.span.start - _FAR)
    if _RECORD.search(text.folded, *found.around) or _UNREAL.search(
        text.folded, begin, found.span.start
    ):
        return
    if behind is None:
        match = _BEFORE.search(text.source, begin, found.span.start)
    else:
        match = _BEHIND.match(text.source, behind, found.around.end)
    if match is None:
        return
    start, end = match.span("who")
    words = text.source[start:end].split(" ")
    while len(words) > 1 and words[0].lower() in _SMALL and words[1][:1].isupper():
        start += len(words.pop(0)) + 1
    for one in called(text.source[start:end], partial(_is_common, text)):
        is_somebody = one.face is Face.NAMED or _IS_ROLE.match(text.source, start, end)
        if is_somebody and one.ways[0][-1] not in _SMALL:
            yield Accused(one, Span(start, end))


def _is_common(text: Text, word: str) -> bool:
    """Tell "Officers" at the head of a sentence from a name: inside one it has no capital."""
    name = re.escape(word.capitalize())
    return re.search(rf"[\w,’'] {name}\b", text.source[:_READ]) is None


def _hit(silent: Sequence[Accused]) -> Hit:
    names = [each.one.shown for each in silent]
    more = len(names) - _MOST
    shown = [*names[:_MOST], *([f"{more} more"] if more > 0 else [])]
    said = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    who = {1: "from them", 2: "from either"}.get(len(shown), "from any of them")
    note = f"{said} {'is' if len(shown) == 1 else 'are'} accused; the copy has no word {who}."
    return Hit(*silent[0].span, note, lemma=", ".join(names).lower(), scope="document")

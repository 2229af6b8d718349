"""What does it stand for?

Why: Initials that a reader does not know stop the story until they are looked up.

Fix: Spell them out where they are first used, or use a word ("the board", "the union") instead.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Kind, Sentence, Text
from rules.text.words import word_set

LEVEL = Level.NOTE
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "The [[QRA]] opened a file on Monday. The QRA meets weekly.",
    "Cases of [[MDR-TB]] are rising, the clinic said.",
    "The Quarry Regulation Authority (QRA) opened a file. The QRA meets weekly.",
    "The QRA, the body that licenses quarries, opened a file.",
    "A watchdog for quarries, the QRA, opened a file.",
    "The BBC and the NHS said the MP had left the UK.",
    "QRA OPENS FILE ON QUARRY DUST\n\nThe regulator said dust was found.",
    "JP Orr and AJ Reid won the prize at Corvan FC.",
    "Part XIV says that a 40 MW plant on the M25 needs no permit.",
    "“The QRA never wrote to us,” she said.",
)
_LETTERS = later(
    r"(?P<core>[A-Z](?<![\w.&/@#'’$-].)(?:[A-Z&]|[A-Z]?-(?=[A-Z]{2})){1,6})(?P<s>s?)"
    r"(?![\w&@]|[-/.]\w|['’][A-Z])"
)
_ROMAN = later(r"[IVXLCDM]+")
_UNITS = word_set("KW MW GW TW KWH MWH GWH KM KG KHZ MHZ GHZ MB GB TB MM CM ML MPH KPH PSI HP")
_LITTLE = r"(?:(?:of|for|the|and|on|in|to|de|du|des|la|with|against|by|at|a|&)[\s-]+){0,3}"
_APPOSED = later(
    r"s?, (?:(?:an?|the|which|whose|or|short for|formerly)\b|[a-z]+[’'])|s? \([A-Za-z]"
)
_NAMED = later(
    r"\b(?:agency|airline|authority|band|bank|body|broadcaster|brand|channel|charity|club|company"
    r"|federation|firm|group|lender|manufacturer|maker|movement|newspaper|party|provider|regulator"
    r"|retailer|station|supermarket|union|website|watchdog|called|named|as|letters|initials"
    r"|acronym|or|registration|plate|code),? (?:the )?[“\"']?\Z"
)
_APPOSING = later(r"[a-z], the \Z")
_A_PERSON = later(r" [A-Z][a-z]+")
_TITLE = later(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Justice|Judge|Professor|Councillor) \Z")
_BRAND = later(
    r" (?:News|TV|Radio|FM|Sport|Sports|Bank|Motors|Records|Films|Studios|Arena|Stadium|Group"
    r"|Capital"
    r"|Maxx|United|City|Hotels?|Insurance|Energy|Live|Airlines|Airways|Ltd|Inc|Plc)\b"
)
_CAPITALS = later(r"\b[A-Z]{2,}\b")
_WORDS = later(r"\b\w+\b")
_HEADS_A_LINE = later(r" ?[:,(–—-]")
_VOWEL = later(r"[AEIOUY]")
_LONG = 4
_NEAR = 260
_TRIES = 5  # what is none five times is none
_LONGEST = 2000  # characters
_FEW = 2
_SHOUTED = 0.5


@cache
def _exempt() -> frozenset[str]:
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())


def find(text: Text) -> Iterator[Hit]:
    """The first use of initials that the draft does not spell out at it or before."""
    known: set[str] = set()
    tried: Counter[str] = Counter()
    for match in _LETTERS.finditer(text.source):
        core = match["core"]
        if core in known or core in _exempt() or core + match["s"] in _exempt():
            continue
        sentence = text.sentence_at(match.start())
        if sentence is None or sentence.kind is not Kind.BODY or text.is_quoted(match.start()):
            continue
        tried[core] += 1
        if tried[core] > _TRIES or sentence.span.end - sentence.span.start > _LONGEST:
            continue
        text.patience.check()
        if _is_other(text, sentence, match):
            continue
        known.add(core)
        if not _is_spelled(text, match):
            yield Hit(match.start("core"), match.end("core"), lemma=core.lower())


def _is_other(text: Text, sentence: Sentence, match: re.Match[str]) -> bool:
    """Numerals, units, codes of states, a person's initials, a brand, a word that is shouted."""
    core, source = match["core"], text.source
    before, after = (
        source[max(0, match.start() - 24) : match.start()],
        source[match.end() : match.end() + 24],
    )
    if (
        _ROMAN.fullmatch(core)
        or core in _UNITS
        or (before[-1:] in ("(", "[") and len(core) <= _FEW)
    ):
        return True
    if before.rstrip()[-1:].isdigit() or _TITLE.search(before) or _BRAND.match(after):
        return True
    if _is_word(source, core) or (
        _HEADS_A_LINE.match(after) and match.start() == sentence.span.start
    ):
        return True
    is_named = not before.rstrip().lower().endswith((" the", " a", " an"))
    if len(core) <= _FEW and (before.endswith(", ") or (is_named and _A_PERSON.match(after))):
        return True
    if re.match(r"\W{1,2}[A-Z]{2,}\b", after) or re.search(r"\b[A-Z]{2,}\W{1,2}\Z", before):
        return core not in _spelled_at(source, match)
    words = _WORDS.findall(source, *sentence.span)
    return len(_CAPITALS.findall(source, *sentence.span)) > _SHOUTED * len(words)


def _is_word(source: str, core: str) -> bool:
    """Tell a word that is shouted, and a name that is set in capitals."""
    is_sayable = len(core) > _LONG and _VOWEL.search(core) is not None
    return is_sayable or any(map(partial(_stands, source), (core.lower(), core.capitalize())))


def _stands(source: str, word: str) -> bool:
    """Tell whether the word stands somewhere, and not as a part of a longer one."""
    if word not in source:
        return False
    return re.search(rf"\b{word}\b", source) is not None


def _spelled_at(source: str, match: re.Match[str]) -> str:
    """The letters themselves, where they stand in brackets."""
    is_bracketed = source[match.start() - 1 : match.start()] == "("
    return match["core"] if is_bracketed else ""


def _is_spelled(text: Text, match: re.Match[str]) -> bool:
    """Tell whether the draft says what they stand for, by the first use or close behind it."""
    source, start, end = text.source, match.start(), match.end("core")
    before = source[max(0, start - 60) : start]
    if source[start - 1 : start] == "(" and re.search(r"\w{2,}[\s-]\w{2,}['’\w]* ?\(\Z", before):
        return True
    if _APPOSED.match(source, end) or _NAMED.search(before) or _APPOSING.search(before):
        return True
    return _initials(match["core"]).search(text.folded, 0, end + _NEAR) is not None


def _initials(core: str) -> re.Pattern[str]:
    letters = [re.escape(letter) for letter in core.lower() if letter.isalpha()]
    return re.compile(r"\b" + (rf"[\w'.]*[\s-]+{_LITTLE}").join(letters) + r"[\w']{2,}")

"""May it run yet?

Why: Copy that came under embargo may not appear before its hour: who breaks it loses the source,
and with results or court papers more than that.

Fix: Check the hour and the time zone, take the line out once it has passed, and until then keep
the draft to those who may see it.

Source: embargo practice of science journals, courts and statistics offices
"""

from collections.abc import Iterator

from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Text

LEVEL = Level.HOLD
VOICES = frozenset(Voice)
EXAMPLES = (
    "[[EMBARGOED until 6am on Tuesday 9 March]]\n\nThe gannet has returned to the skerries.",
    "The figures are [[strictly under embargo until midnight]].",
    "[[Not for publication before 9.30am on Thursday]]\n\nExports fell by a tenth.",
    "[[Embargo: 00.01, Friday 12 March]]\n\nExports fell by a tenth.",
    "Exports fell by a tenth. [[Do not publish before Friday]].",
    "The wheat embargo was lifted in May.",
    "The council placed Velan under an arms embargo until 2031.",
    "Timber from the delta was embargoed until the war ended.",
    "Journalists broke the embargo, and the academy asked why.",
)
_WORDS = WordList(
    "embargo embargoed publication release released publish published broadcast hold delivery"
)
_TIME = (
    r"(?:\d|noon|midnight|midday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight"
    r"|jan\w*\b"
    r"|feb\w*\b|mar(?:ch)?\b|apr\w*\b|may\b|june?\b|july?\b|aug\w*\b|sep\w*\b|oct\w*\b|nov\w*\b"
    r"|dec\w*\b"
    r"|further notice|publication|released?\b|the (?:announcement|budget|speech|publication"
    r"|results))"
)
_REST = r"[^\n]{0,70}?(?=[\n;]|\.(?:\s|$)|$)\.?"
_SHORT = r"[^\n,;]{0,50}?(?=[\n,;]|\.(?:\s|$)|$)"
_WHEN = r"(?:for|on|at|the|be|from|first|thing|on|of|time|end) ?"
_LINE = later(
    rf"(?:(?:^|(?<=\n))[ \t*_#\[(]*+(?:strictly |strict |under "
    rf"|still )*embargo(?:ed)?\b(?:[^\w\n]*$"
    rf"|[^\w\n]*\n| ?[:–—-] ?{_REST}|(?: (?:copy|material|story|draft|release))?"
    rf" (?:until|till|til|to|for|lifts|ends|before|expires)\b{_REST})"
    rf"|(?:strictly |still |is |are |remains? |this is )+(?:under (?:a |an )?(?:strict )?embargo"
    rf"|embargoed)"
    rf"(?: (?:until|till|to|for)\b (?:{_WHEN})*{_TIME}{_SHORT})?"
    rf"|(?<!had been )(?<!was )(?<!were )embargo(?:ed)?"
    rf" (?:until|till|lifts (?:at|on)|ends (?:at|on)|expires (?:at|on)) (?:{_WHEN})*"
    rf"{_TIME}{_SHORT}"
    rf"|(?:strictly )?not (?:for|to be) (?:publication|release|publish\w*|broadcast\w*"
    rf"|released)(?: or \w+)?"
    rf" (?:before|until|till|prior to|ahead of)\b{_REST}"
    rf"|(?:do not|don't|please do not) (?:publish|release|broadcast)(?: \w+)? (?:before|until"
    rf"|till)\b{_REST}"
    rf"|(?:^|(?<=\n))[ \t*_#\[(]*+(?:please )?(?:hold (?:until|till|til)"
    rf"|check against delivery)\b{_REST}"
    rf"|hold for release\b{_REST}|(?:^|(?<=\n))[ \t]*+for release (?:at|on|after)\b{_REST}"
    rf"|(?:^|(?<=\n))[ \t]*+not for publication[^\w\n]*(?=\n|$))"
)
_GOODS = later(
    r"\b(?:arms|weapons?|oil|trade|grain|wheat|gas|economic|un|eu|us|naval|export|import|imports"
    r"|exports"
    r"|military|food|fuel|steel|timber|goods|diamonds?|coal|full|total|partial|sanctions?"
    r"|shipments?"
    r"|sales?|sold)\b"
)
_LEAD = later(r"[\s*_#\[(]*+(?:(?:is|are|remains?|this is) )*+")
_BEFORE, _AFTER = 60, 160


def find(text: Text) -> Iterator[Hit]:
    """Embargo lines, wherever they stand; an embargo on goods is none."""
    end = 0
    for _, start, stop in text.seen.of(_WORDS):
        if start < end:
            continue
        low = text.folded.rfind("\n", max(0, start - _BEFORE), start) + 1
        low = low or max(0, start - _BEFORE)
        high = min(len(text.folded), stop + _AFTER)
        for match in _LINE.finditer(text.folded, low, high):
            first, end = _trimmed(text, match.start(), match.end())
            if match.end() >= stop and not _is_on_goods(text, low, first, end):
                yield Hit(first, end)
                break


def _is_on_goods(text: Text, low: int, first: int, end: int) -> bool:
    """Tell an embargo on arms or wheat."""
    is_embargo = "embargo" in text.folded[first:end]
    return is_embargo and _GOODS.search(text.folded, max(low, first - 40), first + 20) is not None


def _trimmed(text: Text, start: int, end: int) -> tuple[int, int]:
    """The words of the line without the marks and spaces round them, and its first verb."""
    lead = _LEAD.match(text.folded, start, end)
    return lead.end() if lead else start, start + len(text.source[start:end].rstrip(" \t\n*_]).,"))

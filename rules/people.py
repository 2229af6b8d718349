"""Tells named people and firms from other words with a capital: who is said to have done it."""

from dataclasses import dataclass
from functools import cached_property

from rules.model import Span
from rules.search.later import later
from rules.text.model import Sentence, Text
from rules.text.words import word_set

_CAP = r"[A-Z](?:[\w’'-]*\w)?(?<!['’]s)"
_PARTICLE = r"(?:de|van|von|der|den|al|el|bin|ibn|of|la|le|di|da|dos|ni|nic|y|&|the|ter)"
NAME = rf"{_CAP}(?:\.? (?:{_PARTICLE} )?{_CAP}){{0,5}}(?: (?:plc|ltd)\b)?"
STREET = (
    rf"(?:\d+ )?{_CAP}(?: {_CAP})? (?:Street|Road|Lane|Avenue|Close|Drive|Crescent|Terrace|Way"
    rf"|Place"
    r"|Gardens|Row|Court|Estate|Square|Mews|Grove|Walk|Rise|Hill|Boulevard)\b"
)
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Father|Bishop|Imam|Rabbi"
    r"|Councillor|Cllr|Alderman|Alderwoman|Mayor|Senator|Sen|Rep|Congressman|Congresswoman"
    r"|Governor|Gov"
    r"|Minister|Judge|Justice|Chief|Captain|Capt|Officer|Colonel|Col|General|Gen|Major|Sergeant|Sgt"
    r"|Constable"
    r"|Inspector|Superintendent|Detective|President|Chancellor|Secretary|Ambassador|Archbishop"
    r"|Pastor"
    r"|Deputy|Sheriff|Coach|Chairman|Chairwoman|Treasurer|Shri|Smt)"
)
_FIRM = (
    r"(?:Ltd|Limited|Inc|Corp|Corporation|plc|PLC|LLC|LLP|GmbH|AG|Co|Company|Group|Holdings|Bank"
    r"|Motors"
    r"|Energy|Freight|Foods|Airlines|Airways|Media|Industries|Partners|Capital|Homes|Builders"
    r"|Construction|Properties|Estates|Developments|Insurance|Pharma|Logistics|Stores|Brothers"
    r"|Sons"
    r"|Trust|Systems|Technologies|Oil|Steel|Mining|Trading|Shipping|Enterprises|Hotels|Finance)"
)
_OFFICE = (
    r"(?:mayor|deputy mayor|treasurer|headteacher|head teacher|headmaster|headmistress|principal"
    r"|vicar"
    r"|priest|bishop|sheriff|governor|chief constable|chief executive|chairman|chairwoman|chair"
    r"|owner"
    r"|director|founder|manager|president|secretary|bursar|leader|minister|ambassador"
    r"|prime minister)"
)
_HELD = rf"[Tt]he (?:[a-z]+ )?{_OFFICE} (?:of|at) (?:the )?{NAME}(?:['’]s)?|{_CAP}['’]s {_OFFICE}"
_ADVERBS = (
    r"(?:,? ?\b(?:has|had|have|also|then|later|once|twice|both|even|simply|first|himself|herself"
    r"|who|\w+ly|for years|for decades|last \w+|in [12]\d{3}),?)*"
)
_ASIDE = r"(?:, [^;.—–]{2,90},| \([^()]{1,40}\)| and (?:his|her|its) [a-z]+)?"
_BEFORE = later(rf"(?P<who>{_HELD}|{NAME}){_ASIDE},?{_ADVERBS}(?P<be> (?:is|was|kept|been))? ?\Z")
_PRONOUN = later(
    rf"(?:^|[.;,:] |\band |\bbut |\bthat )(?P<who>[Hh]e|[Ss]he){_ADVERBS}"
    r"(?P<be> (?:is|was|kept|been))? ?\Z"
)
_AND = later(r" (?:and|but)(?: (?:then|also|later|\w+ly))? ?\Z")
_OPENING = later(
    rf"(?:[A-Z][a-z]+ly, |In [^,]{{2,30}}, |On [A-Z]\w+, )?(?P<who>{_HELD}|{NAME}){_ASIDE} [a-z]"
)
_AFTER = later(rf" (?:the )?(?:[a-z][\w-]+ ){{0,3}}?(?P<who>{_HELD}|{NAME})")
_OWNER = later(rf"(?P<who>{_HELD}|{NAME})['’]s? (?:[a-z-]+ ){{0,2}}\Z")
_STRETCH = later(
    r"(?:(?! (?:of|on|in|at|to|by|for|from|with|and|or|is|was|who|that|the|an?|\w+ed|said|says"
    r"|stole|took|has|had|have|are|were|will|hit|shot|sold|fled|ran|went|left|told|made|got|met|came"
    r"|saw|held|as)\b)"
    r" [\w'’-]+){1,7}"
)
_APPOSED = later(rf"(?P<who>{NAME}), \Z")
_ANY = later(NAME)
_CALLED = later(rf"{_TITLE}\.?\Z")
_IS_FIRM = later(rf"\b{_FIRM}\Z")
_NO_NAMES = word_set(
    "the a an this that these those some many most all both several two three four five six "
    "seven ten no every each other another when while after before although though since "
    "because but and or in on at by for from with yesterday today last meanwhile later then "
    "now here there he she they it we i you his her their its our my if as who what where why "
    "how once thieves burglars police gangs robbers raiders monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september "
    "october november december"
)
_NO_PERSON = later(
    r"\b(?:North|South|East|West|New|United|Great|Saudi|Sri|Costa|Puerto|San|Los|Las|El|Islamic"
    r"|Nazi|White"
    r"|Supreme|House|Senate|State|Al|Boko|Hong|Middle|Black|Democrats?|Republicans?|Tor(?:y|ies)"
    r"|Labour"
    r"|Conservatives?|Liberals?|Party|Army|Navy|Police|Government|Parliament|Congress|Council"
    r"|Ministry"
    r"|Department|Court|Union|Nations|States|Kingdom|Republic|Front|Brigades?|Taliban|Hamas"
    r"|Hezbollah"
    r"|Russians?|Americans?|Chinese|British|Germans?|French|Israelis?|Iranians?|Indians?"
    r"|Europeans?"
    r"|Street|Road|Park|City|County|University|School|Revolution|War|Day|Week|Act|League"
    r"|Committee)\b"
)


@dataclass(frozen=True)
class Named:
    """A name in the text, and the part of it that is said again later."""

    span: Span
    surname: str


class Names:
    """The people and firms that one text names."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def subject(self, sentence: Sentence, start: int, at: int, verb: str) -> Named | None:
        """The one who is the subject of the ``verb`` at ``at``."""
        before = self._text.source[start:at]
        for pattern in (_PRONOUN, _BEFORE):
            match = pattern.search(before)
            if match is None or (verb.endswith("ing") and not match["be"]):
                continue
            if pattern is _PRONOUN:
                return self._meant(sentence, start + match.start("who"))
            return self._one(Span(start + match.start("who"), start + match.end("who")))
        opening = (
            _OPENING.match(before) if _AND.search(before) and not verb.endswith("ing") else None
        )
        if opening is None or start != sentence.span.start:
            return None
        return self._one(Span(start + opening.start("who"), start + opening.end("who")))

    def after(self, at: int, end: int) -> Named | None:
        """The one who stands right behind ``at``."""
        match = _AFTER.match(self._text.source, at, end)
        return self._one(Span(*match.span("who"))) if match else None

    def near(self, at: int, end: int) -> Named | None:
        """The one that the words before ``at`` describe: "the corrupt mayor Ada Frome"."""
        stretch = _STRETCH.match(self._text.source, at, end)
        for match in _ANY.finditer(self._text.source, *stretch.span()) if stretch else ():
            one = self._one(Span(*match.span()))
            if one is not None:
                return one
        return None

    def described(self, start: int, at: int) -> Named | None:
        """The one that an apposition at ``at`` describes: "Frome, a thief,"."""
        match = _APPOSED.search(self._text.source[start:at])
        if match is None:
            return None
        return self._one(Span(start + match.start("who"), start + match.end("who")))

    def owner(self, start: int, at: int) -> Named | None:
        """The one whose deed stands at ``at``: "Rusk's fraud"."""
        match = _OWNER.search(self._text.source[start:at])
        if match is None:
            return None
        return self._one(Span(start + match.start("who"), start + match.end("who")))

    def at(self, start: int, end: int) -> Named | None:
        """The one whose name stands there, if it is a person's or a firm's."""
        return self._one(Span(start, end))

    def _one(self, span: Span) -> Named | None:
        """The name, if it is a person's or a firm's."""
        start, end = span
        source = self._text.source
        words = source[start:end].split()
        if words[0] in ("the", "The") or "’s " in source[start:end] or "'s " in source[start:end]:
            return Named(span, words[-1])
        while words and words[0].lower() in _NO_NAMES:
            start += len(words.pop(0)) + 1
        name = source[start:end]
        if not words or _NO_PERSON.search(name):
            return None
        titled = _CALLED.search(source, max(0, start - 20), start - 1) is not None
        is_known = len(words) > 1 or titled or self._is_known(words[0])
        return Named(Span(start, end), words[-1]) if is_known or _IS_FIRM.search(name) else None

    def _is_known(self, surname: str) -> bool:
        """Tell whether the full name, or one with a title, stands elsewhere in the text."""
        return surname in self._surnames

    @cached_property
    def _surnames(self) -> frozenset[str]:
        found: set[str] = set()
        for match in _ANY.finditer(self._text.source):
            words = match.group().split()
            if (
                len(words) > 1
                and words[0].lower() not in _NO_NAMES
                and not _NO_PERSON.search(match.group())
            ):
                found.update(
                    (words[-1], words[0]) if _IS_FIRM.search(match.group()) else words[-1:]
                )
        return frozenset(found)

    def _meant(self, sentence: Sentence, at: int) -> Named | None:
        """The one that "he" stands for: the last one named here or in the sentence before."""
        text = self._text
        first = text.sentences[max(0, sentence.n - 1)].span.start
        for match in reversed([*_ANY.finditer(text.source, first, at)]):
            one = self._one(Span(*match.span()))
            if one is not None:
                return Named(Span(at, at + 2), one.surname)
        return None


def named(text: Text) -> Names:
    """Who is named in ``text``."""
    return Names(text)

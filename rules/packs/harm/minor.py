"""Can the child be recognised?

Why: A child in a crime or welfare story is known at school from an age and a street; the law hides
children before courts, and the harm outlasts the story.

Fix: Cut the name, the school, the street or the parent; or have consent on file and a legal read.

Source: IPSO Editors' Code 6, 7 and 9; reporting restrictions for children before courts
"""

import re
from collections.abc import Iterator
from functools import cache

from rules.model import Hit, Level, Span, Voice
from rules.people import NAME, STREET, named
from rules.places import Signs
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Kind, Sentence, Text
from rules.text.words import word_set

LEVEL = Level.HOLD
VOICES = frozenset(Voice)
EXAMPLES = (
    "The boy, 11, who was robbed, [[attends Elm Park Primary School]].",
    "The arrested girl’s [[father, Joel Hart]], declined to comment.",
    "A 14-year-old boy, [[who lives in Quarry Lane]], was charged with arson.",
    "Police arrested [[15-year-old Sam Reddy]] after the stabbing.",
    "Two social workers took the toddler from [[her mother, Joan Pell]], into care.",
    "Sam Reddy, 12, of Elm Park Primary School, won the county chess title.",
    "A 14-year-old boy was charged with arson and cannot be named.",
    "Sam Reddy, 12, was killed when a lorry hit the bus, police said.",
    "A girl of 13, who has been missing since Friday, was named by police as Ada Hart.",
    "Joel Hart, 44, was charged with assaulting a boy of 12.",
)
_WORDS = WordList(
    "girl boy girls boys schoolboy schoolgirl pupil pupils toddler teenager child children"
    " youngster year-old aged infant baby youth juvenile daughter son stepdaughter stepson teen"
    " 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"
)
_AGES = Signs(
    *(f", {n}," for n in ("four", "five", "six", "seven", "eight", "nine", "ten", "eleven"))
)
_KINDS = frozenset({Kind.BODY, Kind.HEADLINE, Kind.CROSSHEAD, Kind.CAPTION})
_REACH = 600
_FAR = 800  # characters of a sentence

_AGE = (
    r"(?:[1-9]|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|\w{3,5}teen)"
)
_NO_CHILD = r"(?:eighteen|nineteen)"
_BIG = (
    r"(?:School|Academy|College|Primary|High|Grammar|Comprehensive|Elementary|Kindergarten"
    r"|Nursery|Secondary)"
)
_KIN = (
    r"(?:mother|father|mum|dad|mom|parents|grandmother|grandfather|brother|sister|aunt|uncle"
    r"|guardian"
    r"|stepfather|stepmother|foster mother|foster father|cousin|twin)"
)
_YOUNG = (
    r"(?:girl|boy|schoolboy|schoolgirl|pupil|toddler|teenager|child|youngster|infant|baby|teen"
    r"|juvenile"
    r"|daughter|son|youth|nephew|niece|grandson|granddaughter)"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    child = (
        rf"(?:\b{_AGE}[- ]years?[- ]olds?\b|\baged {_AGE}\b|\b{_YOUNG}s?\b|, {_AGE},"
        rf"|\bclass (?:[ivx]+|\d+)(?:th)? student\b|\b(?:sophomore|freshman)\b"
        rf"|\bis {_AGE}(?=[.,;]))"
    )
    details = (
        rf"(?P<school>(?:attends|attended|goes to|went to|studies at|is (?:a"
        rf"|in) [\w ]{{2,20}} at|enrolled at"
        rf"|(?:a |the )?(?:[Yy]ear \d+ )?(?:pupil|student|sophomore|freshman|junior"
        rf"|senior) (?:at|of"
        rf"|from)) (?:the )?(?!Univ)(?:St\.? )?{NAME}(?:['’]s)?(?: {_BIG})?\b(?! Univ))",
        rf"(?P<at>(?:at|of|from) (?:the )?(?:St\.? )?(?:{NAME} )?{_BIG}\b(?: School)?)",
        rf"(?P<street>(?:who )?(?:lives|lived|living|lodges) (?:at|in|on"
        rf"|with [\w ]{{3,30}} (?:at|in|on)) {STREET}"
        rf"|(?:family(?:['’]s)? |her |his |their )?(?:home|house|flat) (?:at|in|on) {STREET})",
        rf"(?P<parent>(?:(?:[Hh]is|[Hh]er|[Tt]heir) {_KIN},? {NAME}"
        rf"|(?<=['’]s ){_KIN},? {NAME}|{NAME}, (?:the |his |her )(?:{_YOUNG}['’]s )?{_KIN}\b))",
        rf"(?P<whose>\bwhose {_KIN},? {NAME})",
        rf"(?P<club>(?:captain of|captains|plays for|swims for|rides for"
        rf"|member of) (?:the )?{NAME})",
        rf"(?P<near>(?:daughter|son) of an? (?!\w+ family)[a-z][\w -]{{2,30}} (?:near|at|in|from"
        rf"|of) (?:the )?\w+"
        rf"|(?:her|his|their) (?:home|house|hut|flat) (?:in|at|near) {NAME} (?:village|estate"
        rf"|colony|camp))",
        rf"(?P<home>(?:of|from) {STREET})",
        rf"(?P<called>(?<=called ){NAME}|(?<=child named ){NAME}|(?<=boy named ){NAME}"
        rf"|(?<=girl named ){NAME})",
        rf"(?P<of>\b(?:daughter|son|child) of {NAME})",
        rf"(?P<name>{NAME}(?=, (?:{_AGE}|aged {_AGE}|who is {_AGE}),)|\b{_AGE}-year-old {NAME}"
        rf"|(?:[Ss]choolboy|[Ss]choolgirl|[Tt]oddler) {NAME})",
    )
    return {
        "child": re.compile(child, re.IGNORECASE),
        "detail": re.compile("|".join(details)),
        "adult": re.compile(rf"\b(?:{_NO_CHILD}|1[89]|[2-9]\d)\b"),
    }


_CASE = later(
    r"\b(?:attack(?!ing mid|ers? for)\w*|assault\w*|rap(?:e|ed|ing)|abus\w+|neglect\w*|stabb\w+"
    r"|accused"
    r"|arrest\w*|charged|victims?|witness(?:ed|es)?|who saw|custody|foster\w*|into care|in care"
    r"|social (?:services|workers?)|bull(?:y|ied|ying)|groom(?:ed|ing)|self-harm\w*|robbed"
    r"|robbery|mugged"
    r"|kidnap\w*|abduct\w*|traffick\w+|molest\w*|remanded|young offender|youth court"
    r"|juvenile court"
    r"|told (?:police|officers|detectives|garda[ií]|the (?:court|inquiry))|pregnan\w+"
    r"|eating disorder"
    r"|anorexi\w+|married off|child marriage|suspects?|killed (?:his|her|their) (?:mother|father)"
    r"|exclu(?:ded|sion) (?:from|for)|expelled|overdos\w+|beaten|shot|shooting)\b"
)
_HARMLESS = later(
    r"\b(?:prize|medal|champion\w*|cup|title|league|goals?|scored|heart attack|asthma attack"
    r"|shot put|a-levels?|a levels?|gcses?|exams?|graduat\w+"
    r"|big shot|free of charge|charged \$|shark|custody of the (?:cup|trophy))\b"
)
_DEAD = later(
    r"\b(?:died|dead|killed|murder(?:ed)?|body of|drowned|death|funeral|inquest|fatal\w*"
    r"|mourn\w*|late son"
    r"|late daughter|manslaughter)\b"
)
_SAW = later(
    r"\b(?:saw (?:the|it|him|her)|who (?:saw|found|heard)|watched (?:the|as)|witness\w*)\b"
)
_OPEN = later(
    r"\b(?:missing|last seen|search(?:es|ing)? for|appeal to find|(?:can|may"
    r"|could) (?:now )?be named|waived"
    r"|with (?:his|her|their) (?:parents'?|mother's|father's|family's) (?:consent|permission"
    r"|agreement)"
    r"|(?:lifted|revoked) (?:the|an|a) (?:\w+ )?(?:order|restrictions?|ban)|as an adult"
    r"|\d+ years? ago"
    r"|when (?:he|she) was \w+|as a (?:boy|girl|child|teenager)|\b1[89]\d\d|19[0-8]\d|memoir"
    r"|novel|film)\b"
)
_BEAST = later(r"\b(?:collie|terrier|spaniel|dog|puppy|horse|mare|gelding|colt|pony|cat|parrot)\b")
_DAYS = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
    " June July August September October November December On In At By From Between Aged And But"
)
_BACK = later(rf"(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]heir|[Tt]he (?:{_YOUNG}))\b")
_WHOSE = ("whose son ", "whose daughter ", "whose child ")
_NOTES = {
    "school": "The school, in a story of harm.",
    "at": "The school, in a story of harm.",
    "street": "The street, in a story of harm.",
    "parent": "A relative’s name, in a story of harm.",
    "of": "A relative’s name, in a story of harm.",
    "whose": "A relative’s name, in a story of harm.",
    "club": "The club, in a story of harm.",
    "near": "It tells where the child lives, in a story of harm.",
    "home": "The street, in a story of harm.",
    "called": "The child’s own name, in a story of harm.",
    "name": "The child’s own name, in a story of harm.",
}


def find(text: Text) -> Iterator[Hit]:
    """What tells which child it is, in a story of crime or welfare."""
    seen: set[int] = set()
    for _, start, _ in (*text.seen.of(_WORDS), *text.seen.of(_AGES)):
        sentence = text.sentence_at(start)
        if sentence is None or sentence.n in seen or sentence.kind not in _KINDS:
            continue
        seen.add(sentence.n)
        is_child = _patterns()["child"].search(text.source, *_head(sentence))
        if is_child and _is_harmed(text, _head(sentence)):
            yield from _details(text, sentence)


def _head(sentence: Sentence) -> Span:
    """The sentence, or as much of an endless one as a reader would take in."""
    start, end = sentence.span
    return Span(start, min(end, start + _FAR))


def _is_harmed(text: Text, sentence: Span) -> bool:
    """Tell whether a living child is in the story of a crime, or in care."""
    start, end = sentence
    near = Span(max(0, start - _REACH), end + _REACH)
    if (
        _CASE.search(text.folded, *near) is None
        or _OPEN.search(text.folded, *near)
        or _HARMLESS.search(text.folded, start, end)
    ):
        return False
    is_dead = _DEAD.search(text.folded, *near) is not None
    return not is_dead or _SAW.search(text.folded, start, end) is not None


def _details(text: Text, sentence: Sentence) -> Iterator[Hit]:
    """Details of the child here, and in the next sentences as long as they go on about it."""
    for n in range(sentence.n, min(sentence.n + 3, len(text.sentences))):
        other = text.sentences[n]
        if n > sentence.n and not _BACK.match(text.source, *other.span):
            return
        around = _head(other)
        child = _patterns()["child"].search(text.source, *around)
        for match in _patterns()["detail"].finditer(text.source, *around):
            kind = match.lastgroup or ""
            is_nobodys = child is None or child.start() > match.end()
            if kind == "parent" and n == sentence.n and is_nobodys and _BACK.match(match.group()):
                continue
            if text.folded[max(0, match.start() - 20) : match.start()].endswith(_WHOSE):
                continue
            if kind in ("at", "home") and not _is_childs(text, other, match.start()):
                continue
            if kind in ("name", "called") and not _is_person(text, match):
                continue
            yield Hit(*match.span(), note=_NOTES[kind], lemma=kind)


def _is_person(text: Text, match: re.Match[str]) -> bool:
    """Tell a person's name from any other word with a capital."""
    name = re.search(NAME, match.group())
    if name is None or _BEAST.search(match.string, match.start(), match.end() + 60):
        return False
    is_first = name.group() not in _DAYS and match.group() == name.group()  # "Tendai, 10, …"
    return is_first or named(text).at(match.start() + name.start(), match.end()) is not None


def _is_childs(text: Text, sentence: Sentence, at: int) -> bool:
    """Tell "a boy, 12, of Elm Park School" from a stabbing at a school."""
    before = text.source[max(sentence.span.start, at - 40) : at]
    child = [*_patterns()["child"].finditer(before)]
    if (
        not child
        or child[-1].group().endswith("s")
        or _patterns()["adult"].search(before, child[-1].end())
    ):
        return False
    return re.fullmatch(r"[,\s\d\w]{0,12}", before[child[-1].end() :]) is not None

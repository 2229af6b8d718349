"""Which spelling is right?

Why: A name that is spelled two ways is wrong at least once, and its owner will notice.

Fix: Check with the person or a record, and spell it that way throughout.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from rules.model import Hit, Level, Span, Voice
from rules.search.later import later
from rules.text.model import Kind, Text
from rules.text.words import word_set

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "Chidi Okoro spoke first. [[Okoru]] then left the hall.",
    "The charge was read to Ann Peirce at noon. Later, Ms [[Pierce]] left the court.",
    "Okoro spoke for an hour. [[Okoru]] then left the hall.",
    "Dr Lena Marsden runs the clinic. The board thanked [[Marsdon]] in May.",
    "Okoro’s brother, Chidi Okoro, left the hall with the Okoros.",
    "Ann Pierce and Tom Peirce are neighbours in Tarn.",
    "Robert Lane met Roberta Lane in Tarn.",
    "Nadia Austen flew to Austin and met an Austrian in Austria.",
    "Mr Allen thanked the club. Tina Allan, no relation, keeps goal.",
)
# First the capital, and then what must not stand before it: so a search leaps to it.
_WORD = later(r"[A-Z](?<![\w'’-].)[a-zà-ÿA-Z]{3,}\b(?!-|['’][a-zA-Z]{2})")
_BEFORE = later(r"(?P<first>\b[A-Z][\w.-]+) (?:[A-Z]\. )?\Z")
_TITLES = word_set(
    "Mr Mrs Ms Miss Dr Sir Dame Lord Lady Judge Justice Professor Prof Councillor Cllr Sergeant "
    "Captain Inspector Constable Senator Rep Mx Father Sister Reverend Rev Pastor Mr. Mrs. Ms. "
    "Dr. "
    "Sen. Rep. Prof. Gov. Detective Coach Officer"
)
_NOT_FIRST = word_set(
    "The A An In On At Of For From With But And When While After Before As If This That His Her "
    "Its Our Their North South East West New Old Upper Lower Great Little Saint St Mount Lake "
    "Port "
    "President Minister Prime Queen King Prince Princess Pope Chief General Major Governor Mayor "
    "Secretary Chancellor Director Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
_ACTS = later(
    r"(?:['’]s)? (?:(?:also|then|later|has|had|was|is|who|never) )?(?:said|says|told|spoke|left"
    r"|added|asked"
    r"|denied|died|won|joined|wrote|born|charged|arrested|jailed|thanked|pleaded)\b"
)
_PLACED = later(r"(?:\b(?:in|at|near|from|to|of|the|an?|outside|around|via|across)|[“\"'(-]) ?\Z")
_GOES_ON = later(r" (?:[A-Z]|(?:bin|ibn|al|van|von|de|der)\b)")
_NO_KIN = "no relation"
_LENGTHS = range(5, 25)
_PAIRS = 100  # what has more is no story
_ALIKE = 100  # names that one is held against
_RARE = 2  # uses: what is spelled so three times is another name
_MOST = 2_000  # different words with a capital


class _Use(NamedTuple):
    """A surname where it stands, with the first name or the title before it."""

    span: Span
    first: str
    acts: bool  # says, leaves, is charged
    is_person: bool


def find(text: Text) -> Iterator[Hit]:
    """The rarer of two surnames that differ by one letter, where they may be one person's."""
    names = sorted({w for w in _WORD.findall(text.source) if len(w) in _LENGTHS})
    pairs = list(islice(_pairs(names[:_MOST]), _PAIRS))
    if not pairs or _NO_KIN in text.folded:
        return
    wanted = {name for pair in pairs for name in pair}
    uses: dict[str, list[_Use]] = defaultdict(list)
    for match in _WORD.finditer(text.source):
        if match.group() in wanted:
            use = _use(text, match)
            if use is not None:
                uses[match.group()].append(use)
    for one, two in pairs:
        text.patience.check()
        if not uses[one] or not uses[two] or not _is_one(uses[one], uses[two]):
            continue
        if not _is_a_word(text, one) and not _is_a_word(text, two):
            common, rare = sorted(
                (one, two), key=lambda name: (-len(uses[name]), uses[name][0].span)
            )
            yield Hit(*uses[rare][0].span, f"It is {common} elsewhere.", lemma=rare.lower())


def _is_a_word(text: Text, name: str) -> bool:
    word = name.lower()
    return word in text.source and re.search(rf"\b{word}\b", text.source) is not None


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Names that are one letter apart: so both begin with two letters, or end with them, alike."""
    known: dict[str, list[str]] = defaultdict(list)
    for name in names:
        head, tail = known[name[:2]], known[name[0] + name[-2:]]
        for other in head[-_ALIKE:]:
            if _is_near(other, name):
                yield other, name
        for other in tail[-_ALIKE:]:
            if other[1] != name[1] and _is_near(other, name):
                yield other, name
        head.append(name)
        tail.append(name)


def _is_near(one: str, two: str) -> bool:
    """Tell a slip of a letter from a plural, a possessive and the people of a place."""
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    if len(one) != len(two):
        short, long = sorted((one, two), key=len)
        if long.startswith(short):
            return long[-1] not in "snieaoyr"
        i = next(i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b)
        return long[i + 1 :] == short[i:]
    differ = [i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(differ) == 1:
        return (
            differ[0] != len(one) - 1
            or {one[-1], two[-1]} <= set("aeiouy")
            or {one[-1], two[-1]} <= set("mntd")
        )
    first, last = differ[0], differ[-1]
    return last == first + 1 and one[first] == two[last] and one[last] == two[first]


def _use(text: Text, match: re.Match[str]) -> _Use | None:
    """A name in body copy, or nothing where the word may be any other."""
    sentence = text.sentence_at(match.start())
    if sentence is None or sentence.kind is not Kind.BODY:
        return None
    start = sentence.span.start
    before = _BEFORE.search(text.source, max(start, match.start() - 30), match.start())
    first = before["first"] if before else ""
    if first in _NOT_FIRST:
        first = ""
    acts = _ACTS.match(text.source, match.end()) is not None
    if _GOES_ON.match(text.source, match.end()):
        return _Use(Span(*match.span()), "", False, False)  # a first name, or part of a longer one
    if acts or first:
        return _Use(Span(*match.span()), first, acts, True)
    is_inside = match.start() > start and _PLACED.search(text.folded, start, match.start()) is None
    return _Use(Span(*match.span()), "", False, is_inside)


def _is_one(one: list[_Use], two: list[_Use]) -> bool:
    """Tell whether both may be the same person: one has a name or title, and none differs."""
    people = [use for use in (*one, *two) if use.is_person]
    if not any(u.is_person for u in one) or not any(u.is_person for u in two):
        return False
    firsts = [{u.first for u in uses if u.first and u.first not in _TITLES} for uses in (one, two)]
    if firsts[0] and firsts[1] and not firsts[0] & firsts[1]:
        return False
    is_somebody = any(use.first for use in people)
    if not is_somebody and not all(any(use.acts for use in uses) for uses in (one, two)):
        return False
    return min(len(one), len(two)) <= _RARE

"""Reads how a source is called: its names, its roles, and whether it has a face."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from rules.search.later import later
from rules.text.words import COLLECTIVES, DOCUMENTS, PREPOSITIONS, word_set

Way = tuple[str, ...]


class Face(StrEnum):
    """What stands behind a source's words."""

    NAMED = "named"  # somebody, or something, with a name
    BODY = "body"  # a council, a firm, a report
    UNNAMED = "unnamed"  # "a neighbour", "the driver"
    FACELESS = "faceless"  # "critics", "some"


class Called(NamedTuple):
    """A source as one phrase calls it; ``ways`` are word by word, folded, without titles.

    ``is_new``: "a neighbour" is nobody that was met before.
    """

    ways: tuple[Way, ...]
    shown: str
    face: Face
    is_new: bool


_LONGEST = 300  # characters of a phrase that are read
_PARTS = later(r",\s|,$|\s[-–—]+\s|\s?[()]")
_WHO = later(r",?\s(?:who|which|whose|that)\s.*", re.DOTALL)
_ASIDES = word_set("who which whose that where formerly and jr jr. sr. speaking aged")
_SKIPPED = _ASIDES | PREPOSITIONS
_PARTICLES = word_set("of de da van der den von bin al el la the")
_ARTICLES = word_set("the this that these those his her their its our both")
_NEW = word_set("a an one another")
_TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister "
    "president vice senator sen rep congressman congresswoman governor gov minister chancellor "
    "premier secretary judge justice captain capt colonel col general gen sergeant sgt major lt "
    "lieutenant constable inspector chief detective superintendent councillor cllr alderman "
    "mayor ambassador king queen prince princess bishop archbishop cardinal pope imam rabbi "
    "sheikh coach former acting deputy"
)
_FACELESS = word_set(
    "critic critics expert experts analyst analysts observer observers source sources insider "
    "insiders official officials opponent opponents supporter supporters detractors sceptics "
    "skeptics some many most several others few people everyone all both pundits commentators "
    "diplomats locals residents villagers neighbours neighbors witnesses campaigners activists "
    "economists scientists researchers doctors lawyers voters parents friends relatives "
    "colleagues reports rumours rumors they he she it i we you who"
)
_BODIES = (
    COLLECTIVES
    | DOCUMENTS
    | word_set(
        "bank school hospital club federation association union trust society institute league "
        "corporation inc ltd plc group airline firm charity church university college foundation "
        "service authority ministry parliament senate congress house times post guardian tribune "
        "herald news press website alliance network chamber coalition congress"
    )
) - word_set("people residents witnesses lawyers officials scientists researchers workers")
_SPOKEN_FOR = ("spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen")


def called(phrase: str, lower: Callable[[str], bool]) -> Iterator[Called]:
    """Everybody that a phrase calls; ``lower``: does the copy have a word in small letters?"""
    plain = " ".join(_WHO.sub("", phrase[:_LONGEST]).replace("’", "'").split()).strip(" ,")
    for one in _several(plain):
        read = _one(one, lower)
        if read.ways:
            yield read


def _several(phrase: str) -> Sequence[str]:
    """Two people who speak together: "Ida Quill and Tom Rook"."""
    first, joint, second = phrase.partition(" and ")
    heads = [_PARTS.split(each, maxsplit=1)[0].split() for each in (first, second)]
    return (first, second) if joint and all(len(_name(h)) > 1 for h in heads) else (phrase,)


def _one(phrase: str, lower: Callable[[str], bool]) -> Called:
    ways: dict[Way, None] = {}
    shown: list[str] = []
    is_new, behind = False, ""
    for n, part in enumerate(_PARTS.split(phrase)):
        words = part.split()
        if not words or words[0].lower() in _SKIPPED or words[0][0].isdigit():
            continue
        is_new |= n == 0 and words[0].lower() in _NEW
        bare, body = _spoken_for(_without(words, _ARTICLES | _NEW))
        behind = behind or " ".join(body)
        bare = _to_preposition(bare)
        name = _name(bare)
        if len(name) == 1 and len(bare) == 1 and _is_common(name[0].lower(), lower):
            name = []  # "Critics" at the head of a sentence
        role = bare[: len(bare) - len(name)] if len(name) > 1 or bare[0] in name[:1] else bare
        shown = max(shown, _titled(name), key=len)
        for way in (_titled(name) if len(name) > 1 or not role else [], role, body):
            if folded := _folded(way):
                ways[folded] = None
    face = _face(tuple(ways), shown)
    first = _PARTS.split(phrase, maxsplit=1)[0]
    known = " ".join(shown) or behind
    return Called(tuple(ways), known or first, face, is_new and not known)


def _is_common(word: str, lower: Callable[[str], bool]) -> bool:
    return word in _FACELESS or word in _BODIES or lower(word)


def _face(ways: Sequence[Way], name: Sequence[str]) -> Face:
    head = {way[-1] for way in ways[:1]}
    if not _BODIES.isdisjoint(_folded(name) if name else head):
        return Face.BODY
    if name:
        return Face.NAMED
    return Face.FACELESS if not _FACELESS.isdisjoint(head) else Face.UNNAMED


def _spoken_for(words: list[str]) -> tuple[list[str], list[str]]:
    """Words without the spokesman in them, and the body that he speaks for."""
    for n, word in enumerate(words):
        if word.lower() in _SPOKEN_FOR:
            after = words[n + 2 :] if words[n + 1 : n + 2] in (["for"], ["of"]) else []
            body = _to_preposition(_without(after, _ARTICLES)) or words[:n]
            name = [] if after else words[n + 1 :]
            return name or body or words, body
    return words, []


def _to_preposition(words: list[str]) -> list[str]:
    """As far as a noun phrase goes; "Bank of England" goes on."""
    for n, word in enumerate(words[1:-1], start=1):
        is_name = word in ("of", "for", "and", "the") and _is_capital(words[n + 1])
        if (word in PREPOSITIONS or word in _ASIDES) and not (is_name and _is_capital(words[0])):
            return words[:n]
    return words


def _name(words: Sequence[str]) -> list[str]:
    """The capitals that a phrase ends in."""
    at = len(words)
    while at and (_is_capital(words[at - 1]) or (at > 1 and words[at - 1] in _PARTICLES)):
        at -= 1
    return list(words[at:])


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or word[:2].lower() in ("o'", "d'")


def _titled(words: list[str]) -> list[str]:
    """A name without the titles before it: "Secretary of State Ida Quill"."""
    bare = _without(words, _TITLES)
    return _titled(bare[2:]) if bare[:1] == ["of"] and len(bare) > 2 else bare


def _without(words: list[str], small: frozenset[str]) -> list[str]:
    at = 0
    while at < len(words) - 1 and words[at].lower().strip(".") in small:
        at += 1
    return words[at:]


def _folded(words: Sequence[str]) -> Way:
    plain = (word.lower().strip(".,:;\"'“”") for word in words)
    return tuple(word.removesuffix("'s") for word in plain if word)

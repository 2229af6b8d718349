"""Whose copy a draft is: of those who handed it in, and of those whom its byline names."""

import re
from collections.abc import Collection, Mapping
from unicodedata import category, normalize

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Roster
from bot.model import Draft
from bot.store import acts, revisions

HANDED_IN = "hand in"  # the verb of that act

_WORD = re.compile(r"[^\W\d_]+")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\|.*")  # "Leila (she/her)", "Leila | Foreign"
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_WITHIN = ("Mn", "Cf")  # accents, and what cannot be seen
_MARKS = "'’ʼ`"


async def owners(connection: AsyncConnection, draft: Draft, roster: Roster) -> frozenset[str]:
    """Whose copy it is, by id: of the writer, of everybody who handed a version in or is named."""
    handed = await acts.people(connection, draft.id, HANDED_IN)
    named = await revisions.authors(connection, draft.id)
    return handed | {draft.writer.id} | meant(named, roster.names)


def meant(authors: Collection[str], names: Mapping[str, str]) -> frozenset[str]:
    """Those of the people, by id, whom bylines name.

    A person whose name has one word in common with an author's is not meant where somebody else
    has more of them.
    """
    people = {person: _words(_ASIDE.sub(" ", name)) for person, name in names.items()}
    found: set[str] = set()
    for author in {_words(each) for each in authors}:
        shared = {person: _shared(words, author) for person, words in people.items()}
        enough = min(2, max(shared.values(), default=0))
        found.update(person for person, many in shared.items() if many >= enough > 0)
    return frozenset(found)


def _words(name: str) -> frozenset[str]:
    """The words of a name, without case, accents and marks."""
    letters = normalize("NFKD", name.casefold()).translate(_PLAIN)
    kept = (each for each in letters if category(each) not in _WITHIN and each not in _MARKS)
    return frozenset(_WORD.findall("".join(kept)))


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words two names share, if all of one are in the other, or its initials; else 0."""
    both = one & other
    few, many = sorted((one - both, other - both), key=len)
    return len(both) if all(any(_alike(a, b) for b in many) for a in few) else 0


def _alike(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))

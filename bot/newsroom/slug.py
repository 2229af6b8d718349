"""A short name for a draft, out of its first words: ``harbour-fees-doubled``."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import count

_WORD = re.compile(r"[a-z0-9]+")
_GENITIVE = re.compile("['’](?:s\\b)?")
_DATELINE = re.compile(r"\A\s*[A-Z][A-Z .'-]{2,30}(?:\([^)\n]{1,30}\) ?)?\s?[:–—-] ")
_LOOKED_AT = 2000  # characters: a name is in the first lines or nowhere
_MOST, _ENOUGH, _LONGEST_WORD = 4, 16, 20
_SMALL = frozenset(
    _WORD.findall(
        "a also an and are as at be been but by did do does for from had has have he her his"
        " how if in is it its more must new no not of on opinion or our over read s said says"
        " she should so that the their they this to under was we were what when where which"
        " while who why will with would you your http https www com"
    )
)


def slug(text: str, taken: Collection[str] = ()) -> str:
    """A name of two to four words, where the text has them, that is not taken."""
    words: list[str] = []
    for word in _telling(text):
        if len(words) >= _MOST or (len(words) >= 2 and len("-".join(words)) >= _ENOUGH):
            break
        words.append(word)
    if not words or all(word.isdigit() for word in words):
        words.insert(0, "draft")  # never a bare number: drafts are called by number too
    name = "-".join(words)
    return next(each for each in _numbered(name) if each not in taken)


def _telling(text: str) -> Iterator[str]:
    plain = _GENITIVE.sub("", _DATELINE.sub("", text[:_LOOKED_AT], count=1))
    folded = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    found = [word[:_LONGEST_WORD] for word in _WORD.findall(folded)]
    telling = [word for word in found if word not in _SMALL]
    yield from telling if len(telling) >= 2 else found


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{n}" for n in count(2))

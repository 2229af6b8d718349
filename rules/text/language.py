"""Tells whether copy is English, by the share of its smallest words."""

import re

from rules.text.words import word_set

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = word_set(
    "the of and to in a is that for it on was with as he she they at be by this have from "
    "or had but not are his her their its an were which been has will would who said after "
    "about one when what all also more than into out up over i we you if no can there so"
)
_GLANCE, _CLEAR = 1000, 0.28  # English beyond doubt
_SAMPLE = 6000
_FEW = 20
_SHARE = 0.18


def language(folded: str) -> str:
    """``en``, or ``und`` where the copy is in another tongue; short copy passes as English."""
    words = _WORD.findall(folded, 0, _GLANCE)
    if len(words) >= _FEW and _share(words) >= _CLEAR:
        return "en"
    words = _WORD.findall(folded, 0, _SAMPLE)
    if len(words) < _FEW:
        return "en" if _is_latin(words) else "und"
    return "en" if _share(words) >= _SHARE else "und"


def _share(words: list[str]) -> float:
    return sum(map(_SMALL.__contains__, words)) / len(words)


def _is_latin(words: list[str]) -> bool:
    return not words or sum(word[0] < "\u0250" for word in words) * 2 >= len(words)

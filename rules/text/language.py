"""Tells whether copy is English, by its smallest words and by those of other tongues."""

import re

from rules.text.words import word_set

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = word_set(
    "the of and to in a is that for it on was with as he she they at be by this have from "
    "or had but not are his her their its an were which been has will would who said after "
    "about one when what all also more than into out up over i we you if no can there so"
)
# The smallest words of other tongues, without those that English has, too.
_FOREIGN = (
    word_set(  # Spanish, Portuguese, Italian, French
        "el la los las del que y en un una por para su se es fue al como más pero sus este esta "
        "ha han sobre entre desde os da do dos das em um uma não com mais foi na nos nas ao são "
        "il lo gli di che è una per con della dei delle nel nella alla si sono hanno più anche "
        "le les des du et est dans qui pour sur au avec ce cette son sa ont aux pas ne été selon "
        "leur de une"
    )
    | word_set(  # German, Dutch, Swedish, Danish
        "der das und den dem des ist nicht mit von zu für auf ein eine einen einem einer sich "
        "auch bei nach aus wird wurde sind haben hat dass wie im zum zur die het een van zijn "
        "niet met voor op aan dat door ook maar naar uit werd heeft wordt deze nog och att det "
        "som på är av för inte har till og ikke"
    )
    | word_set(  # Hindi and Urdu in Latin letters, Turkish, Polish, Indonesian, Swahili, Irish
        "hai hain ka ki ke ko mein aur nahi nahin ne par bhi tha thi yeh woh kya kar karne liye "
        "raha rahe gaya ve bir bu için ile się że nie jest na yang dan dari untuk dengan ini itu "
        "ya wa kwa katika agus"
    )
) - _SMALL
_GLANCE, _CLEAR = 1000, 0.22  # English beyond doubt
_SAMPLE = 6000
_FEW, _MANY = 8, 60  # words
_SHARE = 0.18  # of small words, in copy that is long enough
_LEAST = 0.1
_FOREIGN_SHARE = 0.15


def language(source: str, folded: str) -> str:
    """``en``, or ``und`` in another tongue; where little tells, copy is English."""
    words = folded[:_GLANCE].split()
    if len(words) >= _FEW and _share(words, _SMALL) >= _CLEAR:
        return "en"
    words = _WORD.findall(folded, 0, _SAMPLE)
    if not _is_latin(words):
        return "und"
    if len(words) < _FEW:
        return "en"
    small = _share(words, _SMALL)
    foreign = _share(_WORD.findall(source, 0, _SAMPLE), _FOREIGN)  # La Paz tells nothing
    if foreign >= _FOREIGN_SHARE and foreign > small:
        return "und"
    is_odd = small < _LEAST or (small < _SHARE and foreign > small / 2)
    return "und" if len(words) >= _MANY and is_odd else "en"


def _share(words: list[str], of: frozenset[str]) -> float:
    return sum(map(of.__contains__, words)) / len(words)


def _is_latin(words: list[str]) -> bool:
    return not words or sum(word[0] < "\u0250" for word in words) * 2 >= len(words)

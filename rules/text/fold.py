"""The same-length view that rules search: one character in, one character out.

Invisible characters (soft hyphen, zero-width, direction marks, byte order mark) keep their place
and all become ``INVISIBLE``, so that whoever looks for words need only step over one character.
Full-width letters become plain ones. Accents stay: a café is not a cafe.
"""

import re

INVISIBLE = "\u200b"
SINGLE = "'‘’‚‛ʼ`´"
DOUBLE = '"“”„‟«»'
DASHES = "‐‑‒–—―−"
SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
BREAKS = "\u0085\u2028\u2029\x0b\x0c"

_FOLDED = (
    dict.fromkeys(SINGLE, "'")
    | dict.fromkeys(DOUBLE, '"')
    | dict.fromkeys(DASHES, "-")
    | dict.fromkeys(SPACES, " ")
    | dict.fromkeys(UNSEEN, INVISIBLE)
    | dict.fromkeys(BREAKS, "\n")
    | {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
    | {"\u0130": "i", "｀": "'"}  # the one letter whose lower case is two; a mark folded twice
)
_SPECIAL = re.compile(f"[{re.escape(''.join(k for k, v in _FOLDED.items() if k != v))}]")
_MANY = 16  # replacing that many one by one takes longer than a look at every letter
_TABLE = str.maketrans(_FOLDED)


def fold(source: str) -> str:
    """Lower case, plain quotes, dashes and spaces; the same length as ``source``, always."""
    special = set(_SPECIAL.findall(source))
    if len(special) > _MANY:
        return source.translate(_TABLE).lower()
    for letter in special:
        source = source.replace(letter, _FOLDED[letter])
    return source.lower()

"""What the control words of RTF mean."""

import re
from collections.abc import Callable
from typing import NamedTuple

SIGNS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "softline": " ",  # where a page wrapped, not where its writer broke it
    "softpage": " ",
    "softcol": " ",
    "pmartabql": "\t",
    "pmartabqc": "\t",
    "pmartabqr": "\t",
    "pindtabql": "\t",
    "pindtabqc": "\t",
    "pindtabqr": "\t",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
    "~": "\u00a0",
    "_": "\u2011",
    "\\": "\\",
    "{": "{",
    "}": "}",
    "\t": "\t",
}
ENDS = frozenset(
    {"par", "cell", "nestcell", "row", "nestrow", "sect", "page", "column", "\n", "\r"}
)
MARKS = frozenset({"pntext", "listtext", "pn"})
_UNREAD = (
    "colortbl info pict header headerl headerr headerf footer footerl footerr footerf filetbl"
    " revtbl listtable listoverridetable rsidtbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn"
    " objdata xe tc txe rxe nonshppict nonesttables shprslt private template bkmkstart bkmkend"
    " annotation atnid atnauthor atrfstart atrfend generator"
)
UNREAD = frozenset(_UNREAD.split()) | MARKS
# What a group holds instead of text.
WITHIN = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "fldinst": "code",
    "shpinst": "shape",
    "do": "shape",
    "upr": "both",
}
# Where text may begin again, and within what alone.
AGAIN = {"shptxt": "shape", "dptxbxtext": "shape", "ud": "both"}
DEFAULT = -1  # the font that \deff names
_CODE = re.compile(r'\s*HYPERLINK\s+(?:\\[a-zA-Z]\s+){0,5}(?:"([^"]+)"|([^\s"\\]+))')
_LONGEST = 4000


class Field:
    """A field, such as a link: its code comes before what is seen of it."""

    def __init__(self) -> None:
        self._code = ""

    def add(self, words: str) -> None:
        """More of its code."""
        self._code = (self._code + words)[:_LONGEST]

    @property
    def link(self) -> str:
        """Where it leads, if it is a link."""
        found = _CODE.match(self._code)
        return (found[1] or found[2]) if found else ""


class State(NamedTuple):
    """What holds for the words of a group; one inside it begins with the same."""

    within: str = "text"
    font: int = DEFAULT
    skips: int = 1  # letters behind each \u, for programs that do not know it
    is_hidden: bool = False
    is_deleted: bool = False
    style: int = 0
    outline: int | None = None
    is_listed: bool = False
    field: Field | None = None

    @property
    def is_seen(self) -> bool:
        """Tell whether its words are words of the copy."""
        return self.within == "text" and not (self.is_hidden or self.is_deleted)


CHANGES: dict[str, Callable[[State, int | None], State]] = {
    "pard": lambda state, _: state._replace(style=0, outline=None, is_listed=False),
    "plain": lambda state, _: state._replace(font=DEFAULT, is_hidden=False, is_deleted=False),
    "f": lambda state, number: state._replace(font=number or 0),
    "uc": lambda state, number: state._replace(skips=max(0, min(number or 0, 100))),
    "v": lambda state, number: state._replace(is_hidden=number != 0),
    "deleted": lambda state, number: state._replace(is_deleted=number != 0),
    "mvf": lambda state, number: state._replace(is_deleted=number != 0),  # moved away from here
    "s": lambda state, number: state._replace(style=number or 0),
    "outlinelevel": lambda state, number: state._replace(outline=number),
    "ls": lambda state, number: state._replace(is_listed=bool(number)),
    "field": lambda state, _: state._replace(field=Field()),
}

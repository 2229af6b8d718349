"""Walks the article of a page and writes its blocks down, line by line, in reading order."""

import re
from collections.abc import Callable
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from bot.readers.article import children

_HEADS = {"h1": "head"} | dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "crosshead")
_KINDS = _HEADS | {"li": "item", "blockquote": "quote", "figcaption": "caption", "tr": "row"}
_OTHERS = (
    "address article caption center dd details div dl dt fieldset figure footer form header"
    " hgroup hr legend main ol p pre section summary table tbody tfoot thead ul"
)
_BLOCKS = frozenset(_KINDS) | frozenset(_OTHERS.split())
_LISTS = frozenset({"ul", "ol"})
_LINKED = frozenset({"text", "item", "quote"})
_SPACE = re.compile(r"[ \t\r\f\v]+")
_UNSEEN = {*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0x2060, 0xFEFF} - set(b"\t\n\f\r")
_INVISIBLE = dict.fromkeys(_UNSEEN)
_PART = re.compile(r"(?<=\w)\[([^\[\]\n]+)\]\([^\s()]+\)|\[([^\[\]\n]+)\]\([^\s()]+\)(?=\w)")
_LONGEST_LINK = 160  # characters of its words
_MOST_LINKED = 0.9  # of a line: it leads elsewhere and says nothing


class Block(NamedTuple):
    """A line of copy: head, crosshead, text, item, quote, caption, byline or row.

    ``linked`` is the share of its words that is a link, ``timed`` the share that is a date.
    """

    kind: str
    text: str
    linked: float = 0.0
    timed: float = 0.0

    @property
    def leads_away(self) -> bool:
        """Tell whether nearly all of it is a link."""
        return self.linked >= _MOST_LINKED


def blocks(
    root: LexborNode,
    leaves_out: Callable[[LexborNode], bool],
    kind_of: Callable[[LexborNode], str | None],
    address_of: Callable[[LexborNode], str | None],
) -> list[Block]:
    """The blocks below ``root``; ``kind_of`` knows more kinds, ``address_of`` where a link leads.

    A list of nothing but links is a menu, and left out with its heading.
    """
    page = _Lines(kind_of, address_of)
    todo: list[LexborNode | tuple[LexborNode, int]] = [root]
    while todo:
        at = todo.pop()
        if isinstance(at, tuple):
            page.leave(*at)
        elif at.is_text_node:
            page.say(at.text_content or "")
        elif at.is_element_node and (at is root or not leaves_out(at)):
            todo.append((at, page.enter(at)))
            todo += children(at)
    page.end_line()
    return page.blocks


def seen(words: str) -> str:
    """Words without what nobody sees of them: soft hyphens, control characters and the like."""
    return words.translate(_INVISIBLE)


class _Lines:
    """The blocks so far, and the line that is being written."""

    def __init__(
        self,
        kind_of: Callable[[LexborNode], str | None],
        address_of: Callable[[LexborNode], str | None],
    ) -> None:
        self.blocks: list[Block] = []
        self._kind_of, self._address_of = kind_of, address_of
        self._kinds = ["text"]
        self._line: list[str] = []
        self._said = self._linked = self._timed = 0  # characters
        self._ended = 0  # lines
        self._anchors: list[int] = []  # the lines in which the open links began
        self._verbatim = self._times = 0  # elements that are open

    def enter(self, node: LexborNode) -> int:
        """Begin an element; returns what ``leave`` has to know."""
        tag = node.tag or ""
        if tag in _BLOCKS:
            self.end_line()
            named = self._kind_of(node) or _KINDS.get(tag)
            self._kinds.append(named or self._kinds[-1])
            self._verbatim += tag == "pre"
            return len(self.blocks)
        if tag == "br":
            self._line.append("\n")
        elif tag == "q":
            self._line.append("“")
        elif tag == "a":
            self._anchors.append(self._ended)
        self._times += tag == "time"
        return len(self._line)

    def leave(self, node: LexborNode, since: int) -> None:
        """End an element that began at ``since``."""
        tag = node.tag or ""
        if tag in _BLOCKS:
            self.end_line()
            self._kinds.pop()
            self._verbatim -= tag == "pre"
            if tag in _LISTS:
                self._drop_menu(since)
        elif tag in {"td", "th"} and self._line:
            self._line.append(" | ")
        elif tag == "q":
            self._line.append("”")
        elif tag == "a" and self._anchors.pop() == self._ended:
            self._link(node, since)
        self._times -= tag == "time"

    def say(self, words: str) -> None:
        """Add words to the line."""
        words = seen(words)
        length = len(words.strip())
        self._said += length
        self._linked += length if self._anchors else 0
        self._timed += length if self._times else 0
        self._line.append(words if self._verbatim else words.replace("\n", " "))

    def end_line(self) -> None:
        """The line is a block, or several where it is broken."""
        said = _PART.sub(lambda part: part[1] or part[2], "".join(self._line))
        lines = [_SPACE.sub(" ", line).strip().removesuffix(" |") for line in said.split("\n")]
        whole = max(1, self._said)
        for line in filter(None, lines):
            kind = self._kinds[-1]
            self.blocks.append(Block(kind, line, self._linked / whole, self._timed / whole))
        self._line, self._said, self._linked, self._timed = [], 0, 0, 0
        self._ended += 1

    def _link(self, node: LexborNode, since: int) -> None:
        words = _SPACE.sub(" ", "".join(self._line[since:]))
        label = words.strip()
        address = self._address_of(node) if self._kinds[-1] in _LINKED else None
        if not address or not 1 <= len(label) <= _LONGEST_LINK or set("[]\n") & set(label):
            return
        before, after = words[: words.index(label)], words[words.index(label) + len(label) :]
        self._line[since:] = [before, f"[{label}]({address})", after]

    def _drop_menu(self, since: int) -> None:
        """Cut a list that is nothing but links, and the heading above it."""
        listed = self.blocks[since:]
        if listed and all(block.leads_away for block in listed):
            headed = since and self.blocks[since - 1].kind == "crosshead"
            del self.blocks[since - bool(headed) :]

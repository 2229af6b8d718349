"""Walks the article of a page and writes its blocks down, line by line, in reading order."""

import re
from collections.abc import Callable
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from bot.readers.article import children
from bot.readers.links import fits
from bot.readers.traced import Said, Traced

_HEADS = {"h1": "head"} | dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "crosshead")
_KINDS = _HEADS | {"li": "entry", "blockquote": "quote", "figcaption": "caption", "tr": "row"}
_OTHERS = (
    "address article caption center dd details div dl dt fieldset figure footer form header"
    " hgroup hr legend main ol p pre section summary table tbody tfoot thead ul"
)
_BLOCKS = frozenset(_KINDS) | frozenset(_OTHERS.split())
_LISTS = frozenset({"ul", "ol"})
_LINKED = frozenset({"text", "entry", "quote"})
_SPACE = re.compile(r"[ \t\r\f\v]{2,}|[\t\r\f\v]")  # what is not one blank already
_UNSEEN = {*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0x2060, 0xFEFF} - set(b"\t\n\f\r")
_INVISIBLE = re.compile(f"[{''.join(re.escape(chr(each)) for each in sorted(_UNSEEN))}]")
_BREAK = re.compile(r"\n")
_ROW_END = " |"
_PART = re.compile(r"(?<=\w)\[([^\[\]\n]+)\]\([^\s()]+\)|\[([^\[\]\n]+)\]\([^\s()]+\)(?=\w)")
_MOST_LINKED = 0.9  # of a line: it leads elsewhere and says nothing


class Block(NamedTuple):
    """A line of copy: head, crosshead, text, entry, quote, caption, byline or row.

    ``linked`` is the share of its words that is a link, ``timed`` the share that is a date.
    """

    kind: str
    copy: Traced
    linked: float = 0.0
    timed: float = 0.0

    @property
    def text(self) -> str:
        """Its words."""
        return self.copy.text

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

    A list of nothing but links is a menu, and left out with its heading. Words lead back to
    ``text n``, the text nodes of the page counted from 0 in its order, as they are parsed.
    """
    page = _Lines(kind_of, address_of)
    numbers = _numbers(root)
    todo: list[LexborNode | tuple[LexborNode, int]] = [root]
    while todo:
        at = todo.pop()
        if isinstance(at, tuple):
            page.leave(*at)
        elif at.is_text_node:
            page.say(f"text {numbers.get(at.mem_id, 0)}", at.text_content or "")
        elif at.is_element_node and (at is root or not leaves_out(at)):
            todo.append((at, page.enter(at)))
            todo += children(at)
    page.end_line()
    return page.blocks


def seen(words: str) -> str:
    """Words without what nobody sees of them: soft hyphens, control characters and the like."""
    return _INVISIBLE.sub("", words)


def _numbers(root: LexborNode) -> dict[int, int]:
    """Which of the page's text nodes each is."""
    page = root
    while page.parent is not None:
        page = page.parent
    found: dict[int, int] = {}
    todo = [page]
    while todo:
        at = todo.pop()
        if at.is_text_node:
            found[at.mem_id] = len(found)
        todo += children(at)
    return found


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
        self._line: list[Traced | str] = []
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

    def say(self, where: str, words: str) -> None:
        """Add words that stand in a text node to the line."""
        said = Traced.at(where, words).sub(_INVISIBLE, lambda _: [])
        length = len(said.text.strip())
        self._said += length
        self._linked += length if self._anchors else 0
        self._timed += length if self._times else 0
        self._line.append(said if self._verbatim else said.sub(_BREAK, lambda _: [" "]))

    def end_line(self) -> None:
        """The line is a block, or several where it is broken."""
        said = Traced.joined(self._line).sub(_PART, _label)
        whole = max(1, self._said)
        for line in map(_tidy, said.lines()):
            if line.text:
                kind = self._kinds[-1]
                shares = self._linked / whole, self._timed / whole
                self.blocks.append(Block(kind, line, *shares))
        self._line, self._said, self._linked, self._timed = [], 0, 0, 0
        self._ended += 1

    def _link(self, node: LexborNode, since: int) -> None:
        words = _spaced(Traced.joined(self._line[since:]))
        label = words.text.strip()
        address = self._address_of(node) if self._kinds[-1] in _LINKED else None
        if not address or not fits(label):
            return
        start = words.text.index(label)
        end = start + len(label)
        before, inside = words.part(0, start), words.part(start, end)
        after = words.part(end, len(words.text))
        self._line[since:] = [before, "[", inside, f"]({address})", after]

    def _drop_menu(self, since: int) -> None:
        """Cut a list that is nothing but links, and the heading above it."""
        listed = self.blocks[since:]
        if listed and all(block.leads_away for block in listed):
            headed = since and self.blocks[since - 1].kind == "crosshead"
            del self.blocks[since - bool(headed) :]


def _label(part: re.Match[str]) -> Said:
    """Of a link that is a part of a word, its label alone."""
    return [part.span(1) if part[1] is not None else part.span(2)]


def _spaced(line: Traced) -> Traced:
    return line.sub(_SPACE, lambda _: [" "])


def _tidy(line: Traced) -> Traced:
    line = _spaced(line).strip()
    end = len(line.text.removesuffix(_ROW_END))
    return line.part(0, end)

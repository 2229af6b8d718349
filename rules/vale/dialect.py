"""What Vale's Markdown has beside CommonMark and tables: formulas and footnotes.

A formula (``$$…$$`` in lines of its own, ``$x$`` in a line) becomes code. A footnote becomes a
list item where it stands, and a reference to it the small number that it is printed as.
"""

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import mdTrim
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_NOTE = re.compile(r"\[\^([^\]\[\n]*[^\]\[\s][^\]\[\n]*)\]:")
_CALL = re.compile(r"!?\[\^([^\]\[\n]+)\]")
_END_OF_FORMULA = re.compile(r"(?<![\s\\])\$(?!\d)")
_LABEL = re.compile(r"[ \t]*\{[^{}]*\}$")
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def dialect(reader: "MarkdownIt") -> None:
    """Teach ``reader`` formulas and footnotes, and to pass quickly over what is only words."""
    reader.block.ruler.before("table", "line", _line_of_words)
    reader.block.ruler.before("fence", "formula", _block_formula, _INTERRUPTS)
    reader.block.ruler.before("reference", "footnote", _footnote, _INTERRUPTS)
    reader.inline.ruler.before("escape", "formula", _formula)
    reader.inline.ruler.before("link", "call", _call)


def _line_of_words(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that begins with a letter and stands alone: no other rule need look at it."""
    begin = state.bMarks[start] + state.tShift[start]
    is_alone = start + 1 >= state.lineMax or state.isEmpty(start + 1)
    if silent or not is_alone or not state.src[begin].isalpha() or state.is_code_block(start):
        return False
    state.line = start + 1
    state.push("paragraph_open", "p", 1).map = [start, state.line]
    token = state.push("inline", "", 0)
    token.content = mdTrim(state.src[begin : state.eMarks[start]])
    token.map, token.children = [start, state.line], []
    state.push("paragraph_close", "p", -1)
    return True


def _block_formula(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    if not line.startswith("$$") or state.is_code_block(start):
        return False
    if silent:
        return True
    last = start
    if not _closes(line.lstrip("$")):
        last = _end_of_formula(state, start, end)
    state.line = min(last + 1, end)
    token = state.push("code_block", "code", 0)
    token.content = state.getLines(start, state.line, state.blkIndent, True)
    token.map = [start, state.line]
    return True


def _end_of_formula(state: StateBlock, start: int, end: int) -> int:
    """The line that closes the formula; the last of what it stands in, if none does."""
    for number in range(start + 1, end):
        line = _line(state, number)
        if line and state.sCount[number] < state.blkIndent:
            return number - 1
        if _closes(line) and not state.is_code_block(number):
            return number
    return end - 1


def _closes(line: str) -> bool:
    """Tell whether a line ends with ``$$``, a label behind it or not."""
    return len(line) > 1 and _LABEL.sub("", line.rstrip()).endswith("$$")


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``[^name]: words``, and what is set in under it."""
    begin = state.bMarks[start] + state.tShift[start]
    match = _NOTE.match(state.src, begin, state.eMarks[start])
    if match is None or state.is_code_block(start):
        return False
    if silent:
        return True
    state.env.setdefault("footnotes", {}).setdefault(match[1], None)
    state.push("footnote_open", "li", 1).map = [start, start]
    was = state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent
    parent, state.parentType = state.parentType, "root"
    behind = match.end()
    spaces = len(state.src[behind : state.eMarks[start]]) - len(
        state.src[behind : state.eMarks[start]].lstrip(" \t")
    )
    state.bMarks[start], state.tShift[start] = behind, spaces
    state.blkIndent += 4
    state.sCount[start] = state.blkIndent
    state.md.block.tokenize(state, start, end)
    state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent = was
    state.parentType = parent
    state.push("footnote_close", "li", -1)
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    """``$x$``: no space inside the marks, and no digit behind, as there is in "$5 or 6$7"."""
    text, start = state.src, state.pos
    if text[start] != "$" or not text[start + 1 : start + 2].strip(" \t\n$"):
        return False
    if state.env.get("without formulas") is text:  # from here on; so none begins either
        return False
    end = _END_OF_FORMULA.search(text, start + 1, state.posMax)
    if end is None:
        state.env["without formulas"] = text
        return False
    if not silent:
        token = state.push("code_inline", "code", 0)
        token.content = text[start : end.end()]
    state.pos = end.end()
    return True


def _call(state: StateInline, silent: bool) -> bool:
    """``[^name]``, if there is such a footnote before or behind."""
    if state.src[state.pos] not in "![":
        return False
    match = _CALL.match(state.src, state.pos, state.posMax)
    notes = state.env.get("footnotes", {})
    if match is None or match[1] not in notes:
        return False
    if not silent:
        if notes[match[1]] is None:
            notes[match[1]] = state.env["called"] = state.env.get("called", 0) + 1
        token = state.push("footnote_call", "", 0)
        token.content, token.markup = str(notes[match[1]]), match[0]
    state.pos = match.end()
    return True

"""Cuts a text into paragraphs at blank lines and at single newlines."""

import re

from rules.model import Span

_LINE = re.compile(r"\S(?:.*\S)?")
_ODD_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_WRAPPED = range(45, 90)


def paragraph_spans(source: str) -> list[Span]:
    """The paragraphs in order, surrounding white space left out.

    A newline ends a paragraph, unless the block is hard-wrapped mail or wire copy.
    """
    spans: list[Span] = []
    block: list[Span] = []
    last = 0
    lines = source
    for mark in _ODD_BREAKS:
        lines = lines.replace(mark, "\n")
    for match in _LINE.finditer(lines):
        line = Span(*match.span())
        if block and _is_blank_between(source, last, line.start):
            spans += _join(source, block)
            block = []
        block.append(line)
        last = line.end
    return spans + _join(source, block)


def _is_blank_between(source: str, end: int, start: int) -> bool:
    gap = source[end:start]
    return gap != "\n" and (gap == "\n\n" or len(_BREAK.findall(gap)) > 1)


def _join(source: str, block: list[Span]) -> list[Span]:
    if len(block) < 3 or not _is_wrapped(source, block):
        return block
    return [Span(block[0].start, block[-1].end)]


def _is_wrapped(source: str, block: list[Span]) -> bool:
    """Lines of even width, of which at least one breaks in mid-sentence."""
    even = all(line.end - line.start in _WRAPPED for line in block[:-1])
    return even and any(source[line.start].islower() for line in block[1:])

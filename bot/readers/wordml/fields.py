"""Fields in a Word file: their code is not shown, their result is, and some lead to a page."""

import re
from dataclasses import dataclass

from lxml import etree

from bot.readers.wordml.names import below, value

_LEADS = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"]+)\"|([^\s\"\\]\S*))", re.IGNORECASE)


@dataclass
class _Field:
    code: str = ""
    has_result: bool = False
    link: str = ""


class Fields:
    """The fields that are open at one place of a story, innermost last."""

    def __init__(self, story: etree._Element) -> None:
        self._open: list[_Field] = []
        self._stray = _stray(story)

    @property
    def mute(self) -> bool:
        """Tell whether words here are part of a field's code."""
        return any(not field.has_result for field in self._open)

    @property
    def link(self) -> str:
        """Where the words here lead, or ""."""
        return next((field.link for field in reversed(self._open) if field.link), "")

    def say(self, code: str) -> None:
        """Some of the innermost field's code."""
        if self._open:
            self._open[-1].code += code

    def mark(self, mark: etree._Element) -> None:
        """Where a field begins, where its result begins, or where it ends."""
        kind = value(mark, "fldCharType")
        if kind == "begin":
            if mark not in self._stray:
                self._open.append(_Field())
        elif self._open and kind == "separate":
            field = self._open[-1]
            field.has_result, field.link = True, leads_to(field.code)
        elif self._open and kind == "end":
            self._open.pop()


def leads_to(code: str) -> str:
    """Where a field leads by its code, or ""."""
    said = _LEADS.match(code)
    return (said[1] or said[2]) if said else ""


def _stray(story: etree._Element) -> set[etree._Element]:
    """Beginnings without an end: what follows them would all be code."""
    begun: list[etree._Element] = []
    for mark in below(story, "fldChar"):
        kind = value(mark, "fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return set(begun)

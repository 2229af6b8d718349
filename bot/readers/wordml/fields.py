"""Fields in a Word file: their code is not shown, their result is, and some lead to a page."""

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from bot.readers.wordml.names import value

_LEADS = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"]+)\"|([^\s\"\\]\S*))", re.IGNORECASE)


@dataclass
class _Field:
    since: int  # how many words stood in the paragraph where it began
    link: str  # where it leads, or what is around it
    code: str = ""
    has_result: bool = False


class Fields:
    """The fields that are open at one place of a paragraph, innermost last.

    None goes on in the next paragraph: one that has lost its end, in a cell or a text box or as
    a tracked change, could hide all that follows.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def link(self) -> str:
        """Where the words here lead, or ""."""
        return self._open[-1].link if self._open else ""

    def say(self, code: str) -> None:
        """Some of the innermost field's code."""
        if self._open:
            self._open[-1].code += code

    def mark(self, mark: etree._Element, words: list[Any]) -> None:
        """Where a field begins, where its result begins, or where it ends.

        ``words`` are those of the paragraph so far: what is code by now is taken from them.
        """
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._open.append(_Field(len(words), self.link))
        elif self._open and kind in {"separate", "end"}:
            field = self._open[-1]
            if not field.has_result:
                del words[field.since :]
                field.has_result, field.link = True, leads_to(field.code) or field.link
            if kind == "end":
                self._open.pop()


def leads_to(code: str) -> str:
    """Where a field leads by its code, or ""."""
    said = _LEADS.match(code)
    return (said[1] or said[2]) if said else ""

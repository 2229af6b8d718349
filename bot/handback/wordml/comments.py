"""The comments of a Word file: ours of before taken out, new ones put in."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count

from lxml import etree

from bot.handback.wordml.saved import Saved
from bot.handback.wordml.threads import MC, PARA_ID, W14, forget, settle
from bot.readers.wordml.names import below, tag, value
from bot.readers.wordml.styles import Styles

AUTHOR, _INITIALS = "Copychief", "CC"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KINDS = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_PARA = re.compile(rb'paraId="([0-9A-Fa-f]{8})"')
_FIRST_PARA = 0x0CC00000  # any number below 0x80000000 that is not taken
ALLOWED = re.compile("[\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")  # in XML
_SMALL = "16"  # half points


class Comments:
    """The comments on the main part ``root`` of a file that is being ``saved``."""

    def __init__(self, saved: Saved, root: etree._Element, styles: Styles) -> None:
        self._saved, self._root = saved, root
        self._space = etree.QName(root).namespace or ""
        self._text = styles.id_of("annotation text")
        self._reference = styles.id_of("annotation reference")
        self._part = saved.file.related(saved.file.main, "comments")
        self._comments = saved.file.tree(self._part) if self._part else self._new()
        self._forget_ours()
        self._ids = count(self._first_id())
        self._tails: dict[etree._Element, etree._Element] = {}
        self._settled: list[etree._Element] = []

    def add(
        self, first: etree._Element, last: etree._Element, lines: Sequence[str], *, settled: bool
    ) -> None:
        """A comment on all from ``first`` to ``last``, each a run or what else holds words."""
        number = str(next(self._ids))
        start, end, mark = (self._made(kind, id=number) for kind in _MARKS)
        first.addprevious(start)
        self._tails.get(last, last).addnext(end)
        reference = self._tails[last] = self._refers(mark)
        end.addnext(reference)
        date = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        comment = self._made("comment", id=number, author=AUTHOR, date=date, initials=_INITIALS)
        comment.extend(self._line(line, n == 0) for n, line in enumerate(lines))
        self._comments.append(comment)
        if settled:
            self._settled.append(comment[-1])

    def save(self) -> None:
        """Hand all that was changed to the file."""
        saved, main = self._saved, self._saved.file.main
        saved.put(main, self._root)
        if self._settled:
            self._settle()
        if self._part:
            saved.put(self._part, self._comments)
        elif len(self._comments):
            kind = _KINDS[self._space == _STRICT]
            saved.add(main, kind, "comments.xml", self._comments, _TYPE)

    def _forget_ours(self) -> None:
        """Take out what a hand-back before this one put in."""
        ours = [each for each in self._comments if value(each, "author") == AUTHOR]
        ids = {value(each, "id") for each in ours}
        for mark in (each for kind in _MARKS for each in below(self._root, kind)):
            if value(mark, "id") in ids:
                _drop(mark)
        gone = {said for one in ours for p in below(one, "p") if (said := p.get(PARA_ID))}
        for each in ours:
            self._comments.remove(each)
        if gone:
            forget(self._saved, gone)

    def _first_id(self) -> int:
        marks = [each for kind in _MARKS for each in below(self._root, kind)]
        taken = [value(each, "id") for each in [*self._comments, *marks]]
        return 1 + max((int(each) for each in taken if each.isdecimal()), default=-1)

    def _settle(self) -> None:
        """Give the comments that are settled the ids by which that can be said."""
        written = etree.tostring(self._root) + etree.tostring(self._comments)
        taken = {int(each, 16) for each in _PARA.findall(written)}
        free = (number for number in count(_FIRST_PARA) if number not in taken)
        for paragraph in self._settled:
            paragraph.set(PARA_ID, f"{next(free):08X}")
        settle(self._saved, [each.get(PARA_ID, "") for each in self._settled])

    def _new(self) -> etree._Element:
        root = etree.Element(
            self._name("comments"), nsmap={"w": self._space, "w14": W14, "mc": MC}
        )
        root.set(f"{{{MC}}}Ignorable", "w14")
        return root

    def _line(self, line: str, is_first: bool) -> etree._Element:
        """A paragraph of a comment; the first one is what it is called."""
        paragraph = self._made("p")
        if self._text:
            style = self._made("pStyle", val=self._text)
            paragraph.append(self._holding("pPr", style))
        if is_first:
            paragraph.append(self._refers(self._made("annotationRef")))
        words = self._made("t")
        words.text = plain(line)
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        bold = [self._holding("rPr", self._made("b"))] if is_first else []
        paragraph.append(self._holding("r", *bold, words))
        return paragraph

    def _refers(self, mark: etree._Element) -> etree._Element:
        look = self._made("rStyle", val=self._reference) if self._reference else None
        look = self._made("sz", val=_SMALL) if look is None else look
        return self._holding("r", self._holding("rPr", look), mark)

    def _holding(self, name: str, *inside: etree._Element) -> etree._Element:
        element = self._made(name)
        element.extend(inside)
        return element

    def _made(self, name: str, **values: str) -> etree._Element:
        spaced = {self._name(key): said for key, said in values.items()}
        return etree.Element(self._name(name), spaced, nsmap={"w": self._space})

    def _name(self, name: str) -> str:
        return f"{{{self._space}}}{name}"


def plain(words: str) -> str:
    """Words without what no XML can hold."""
    return "".join(ALLOWED.findall(words))


def _drop(mark: etree._Element) -> None:
    """Take out an element, and the run that holds nothing else."""
    run = mark.getparent()
    if run is None:
        return
    run.remove(mark)
    outer = run.getparent()
    if outer is not None and tag(run) == "r" and all(tag(each) == "rPr" for each in run):
        outer.remove(run)

"""What stands in the margin of a Word file, read without the code that put it there."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import docx
from lxml import etree

from tests.bot.readers.wordfiles import W

Shown = tuple[str, str, tuple[str, ...]]
_UNSEEN = {"del", "moveFrom", "Fallback"}
_MARKS = {"tab": "\t", "br": "\n"}


class Remark(NamedTuple):
    """A comment: by whom, its paragraphs, and the words it stands at."""

    author: str
    lines: list[str]
    words: str


def body_of(data: bytes) -> etree._Element:
    """The main part of a file."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        names = set(file.namelist())
        return etree.fromstring(file.read(({"word/main.xml", "word/document.xml"} & names).pop()))


def remarks(data: bytes) -> list[Remark]:
    """The comments in the order in which they stand in the list of them."""
    words: dict[str, str] = {}
    begun: set[str] = set()
    root = body_of(data)
    for each in root.iter("{*}*"):
        name, number = etree.QName(each).localname, each.get(f"{{{W}}}id", "")
        if name == "commentRangeStart":
            begun.add(number)
            words[number] = ""
        elif name == "commentRangeEnd":
            begun.remove(number)
        elif _is_seen(each):
            for one in begun:
                words[one] += _said(each)
    assert not begun
    refers = [each.get(f"{{{W}}}id") for each in root.iter(f"{{{W}}}commentReference")]
    comments = docx.Document(BytesIO(data)).comments
    found = {str(each.comment_id): each for each in comments}
    assert sorted(map(str, refers)) == sorted(found) == sorted(words)
    return [
        Remark(each.author, [line.text for line in each.paragraphs], words[number])
        for number, each in found.items()
    ]


def shown(data: bytes) -> list[Shown]:
    """Each letter, deleted ones too, with how it looks and what it is part of."""
    return [
        (letter, _look(each), tuple(_around(each)))
        for each in body_of(data).iter(f"{{{W}}}*")
        for letter in _said(each)
    ]


def parts(data: bytes) -> dict[str, bytes]:
    """Every part as it stands in the file."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _said(element: etree._Element) -> str:
    name = etree.QName(element).localname
    return (element.text or "") if name in {"t", "delText"} else _MARKS.get(name, "")


def _is_seen(element: etree._Element) -> bool:
    if _UNSEEN & set(_around(element)):
        return False
    hidden = next(element.itersiblings(f"{{{W}}}rPr", preceding=True), None)
    found = None if hidden is None else hidden.find(f"{{{W}}}vanish")
    return found is None or found.get(f"{{{W}}}val") == "0"


def _look(element: etree._Element) -> str:
    run = element.getparent()
    look = None if run is None else run.find(f"{{{W}}}rPr")
    return "" if look is None else etree.tostring(look, method="c14n").decode()


def _around(element: etree._Element) -> Iterator[str]:
    for each in element.iterancestors():
        yield etree.QName(each).localname

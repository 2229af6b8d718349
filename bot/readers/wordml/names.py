"""The names in a Word file's XML, whichever of the two standards it keeps to."""

from functools import lru_cache

from lxml import etree

_WORDS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_OTHERS = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent": "either",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": "math",
    "{http://purl.oclc.org/ooxml/officeDocument/math}t": "math",
}


def tag(element: etree._Element) -> str:
    """“p”, “r”, “t” and so on; “either” for what stands there in two forms, “math” for the
    letters of a formula, and "" for what Word's own names do not hold.
    """
    name = element.tag
    return _short(name) if isinstance(name, str) else ""


@lru_cache(maxsize=2048)
def _short(name: str) -> str:
    for space in _WORDS:
        if name.startswith(space):
            return name[len(space) :]
    return _OTHERS.get(name, "")


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of this name."""
    found = (each for each in (() if element is None else element) if tag(each) == name)
    return next(found, None)


def value(element: etree._Element, name: str) -> str:
    """An attribute of Word's, or ""."""
    return next((said for space in _WORDS if (said := element.get(space + name)) is not None), "")


def named(element: etree._Element | None, name: str) -> str:
    """What the child of this name has as its value, or ""."""
    found = child(element, name)
    return "" if found is None else value(found, "val")


def relation(element: etree._Element) -> str:
    """The id of what an element leads to, or ""."""
    return next((said for name in _RELATIONS if (said := element.get(name)) is not None), "")


def below(element: etree._Element, name: str) -> list[etree._Element]:
    """All elements of this name in an element, in the order of the file."""
    return [*element.iter(*(space + name for space in _WORDS))]

"""A Word file's styles: what is a headline, what a list, and what is not shown."""

from typing import NamedTuple

from lxml import etree

from bot.readers.paragraphs import Kind
from bot.readers.wordml.names import child, named, tag, value

_ON = frozenset({"1", "true", "on"})
_OFF = frozenset({"0", "false", "off", "none"})
_DEEP = 20  # styles that are based on each other
_LISTS = ("list bullet", "list number")


class _Style(NamedTuple):
    name: str
    based_on: str
    listed: bool | None  # None: it does not say
    hidden: bool | None


class Styles:
    """What the styles of a file say of its paragraphs and runs; ``root`` None: there are none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._known: dict[str, _Style] = {}
        self._usual = ""  # of a paragraph that names none
        for each in root if root is not None else ():
            if tag(each) != "style":
                continue
            key = value(each, "styleId")
            name = named(each, "name").lower()
            style = _Style(name, named(each, "basedOn"), _listed(each), _hidden(each))
            self._known.setdefault(key, style)
            if value(each, "type") == "paragraph" and value(each, "default").lower() in _ON:
                self._usual = key

    def kind(self, paragraph: etree._Element) -> Kind:
        """What a paragraph is by its style."""
        styles = self._of(paragraph)
        for style in styles:
            if style.name == "title":
                return "title"
            if style.name.startswith("heading ") and style.name[8:].isdigit():
                return "head" if style.name == "heading 1" else "crosshead"
        says = [_listed(paragraph), *(style.listed for style in styles)]
        if next((one for one in says if one is not None), False):
            return "entry"
        return "entry" if any(style.name.startswith(_LISTS) for style in styles) else "text"

    def hides(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Tell whether nobody sees a run."""
        own = _hidden(run)
        if own is not None:
            return own
        chain = self._chain(named(child(run, "rPr"), "rStyle"))
        return any(style.hidden for style in chain) or self._hides_all(paragraph)

    def _hides_all(self, paragraph: etree._Element) -> bool:
        says = [style.hidden for style in self._of(paragraph) if style.hidden is not None]
        return bool(says) and says[0]

    def _of(self, paragraph: etree._Element) -> list[_Style]:
        return self._chain(named(child(paragraph, "pPr"), "pStyle") or self._usual)

    def _chain(self, key: str) -> list[_Style]:
        """A style and those that it is based on, nearest first."""
        found: list[_Style] = []
        while key in self._known and len(found) < _DEEP:
            found.append(self._known[key])
            key = found[-1].based_on
        return found

    def id_of(self, name: str) -> str:
        """The id of the style that Word calls ``name``, whatever language the file is in."""
        return next((key for key, style in self._known.items() if style.name == name), "")


def joins(paragraph: etree._Element) -> bool:
    """Tell whether the end of a paragraph was deleted or is hidden: it goes on in the next."""
    mark = child(child(paragraph, "pPr"), "rPr")
    gone = child(mark, "del") is not None or child(mark, "moveFrom") is not None
    return gone or _is_on(child(mark, "vanish")) is True


def _listed(element: etree._Element) -> bool | None:
    """Whether a paragraph or a style is numbered or has a bullet, if it says."""
    number = child(child(child(element, "pPr"), "numPr"), "numId")
    return None if number is None else value(number, "val") not in {"0", ""}


def _hidden(element: etree._Element) -> bool | None:
    return _is_on(child(child(element, "rPr"), "vanish"))


def _is_on(toggle: etree._Element | None) -> bool | None:
    return None if toggle is None else value(toggle, "val").lower() not in _OFF

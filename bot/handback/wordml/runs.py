"""Marks words in a Word file: cuts its runs where the words begin and end, and changes nothing."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from bot.readers.wordml.names import tag
from bot.readers.wordml.walk import Leaf, Paragraph

_HOLDS_RANGES = frozenset(
    {"p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "customXml", "fldSimple"}
    | {"bdo", "dir"}
)
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class Cuts:
    """Which elements of a paragraph begin and end at which of its offsets, once it is cut."""

    begins: dict[int, etree._Element] = field(default_factory=dict)
    ends: dict[int, etree._Element] = field(default_factory=dict)


def cut(paragraph: Paragraph, offsets: Iterable[int]) -> Cuts:
    """Cut a paragraph's runs at ``offsets``, code points into what is seen of it.

    What cannot be cut, such as a formula, begins and ends as a whole.
    """
    cuts, at = Cuts(), 0
    leaves: list[Leaf] = []
    wanted = set(offsets)
    for leaf in paragraph.leaves:
        inner = [each - at for each in range(at + 1, at + len(leaf.words)) if each in wanted]
        leaves += _cut_leaf(leaf, inner)
        at += len(leaf.words)
    paragraph.leaves = leaves
    at = 0
    for n, leaf in enumerate(leaves):
        if n and at in wanted:
            _part(leaves[n - 1].element, leaf.element)
        at += len(leaf.words)
    at = 0
    for leaf in leaves:
        unit, end = unit_of(leaf.element), at + len(leaf.words)
        for offset in range(at, end):
            cuts.begins[offset] = cuts.ends[offset + 1] = unit
        at = end
    return cuts


def unit_of(element: etree._Element) -> etree._Element:
    """The run that an element is part of, or what else a range can begin before."""
    parent = element.getparent()
    while parent is not None and tag(parent) not in _HOLDS_RANGES:
        element, parent = parent, parent.getparent()
    return element


def _cut_leaf(leaf: Leaf, offsets: list[int]) -> list[Leaf]:
    """A w:t as several, all in the same run yet."""
    element = leaf.element
    if not offsets or tag(element) != "t" or len(element):
        return [leaf]
    bounds = [0, *offsets, len(leaf.words)]
    found: list[Leaf] = []
    for start, end in pairwise(bounds):
        one = element if not found else deepcopy(element)
        if found:
            one.tail = None
            found[-1].element.addnext(one)
        found.append(leaf._replace(element=one, words=leaf.words[start:end]))
    for each in found:
        each.element.text = each.words
        each.element.set(_PRESERVE, "preserve")
    return found


def _part(before: etree._Element, after: etree._Element) -> None:
    """Have two neighbours stand in two runs, if they stand in one."""
    run = unit_of(after)
    if run is not unit_of(before) or tag(run) != "r":
        return
    first = _child_of(run, after)
    if first is _child_of(run, before):
        return
    new = etree.Element(run.tag)
    for key, said in run.attrib.items():
        new.set(key, said)
    new.extend(deepcopy(each) for each in run if tag(each) == "rPr")
    moved = [first, *first.itersiblings()]
    new.extend(moved)
    run.addnext(new)


def _child_of(run: etree._Element, element: etree._Element) -> etree._Element:
    """What of a run an element is, or is part of."""
    parent = element.getparent()
    while parent is not None and parent is not run:
        element, parent = parent, parent.getparent()
    return element

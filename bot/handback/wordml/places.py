"""Where the comments on a Word file stand: at the words, at a note's mark, or at the top."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from lxml import etree

from bot.handback.wordml.runs import cut, unit_of
from bot.readers.copy import Spot
from bot.readers.wordml.names import tag
from bot.readers.wordml.stories import Stories
from bot.readers.wordml.walk import Paragraph


class Said(NamedTuple):
    """A comment: its lines, the spots of the words it is about, and whether it is settled."""

    lines: tuple[str, ...]
    spots: tuple[Spot, ...]
    settled: bool


class _End(NamedTuple):
    where: str
    at: int


class Place(NamedTuple):
    """From which element to which a comment stands."""

    first: etree._Element
    last: etree._Element


def comments(facts: Mapping[str, Any]) -> list[Said]:
    """The comments that ``facts`` hold; at the other places of a flag it says which one to see."""
    found: list[Said] = []
    for each in facts["comments"]:
        first, *others = each["spots"] or [[]]
        settled = bool(each.get("settled"))
        found.append(Said(tuple(each["paragraphs"]), _spots(first), settled))
        see = (f"See {each['number']}.",)
        found += [Said(see, _spots(other), settled) for other in others if other]
    return found


def _spots(said: Iterable[Sequence[Any]]) -> tuple[Spot, ...]:
    return tuple(Spot(str(where), int(start), int(end)) for where, start, end in said)


class Places:
    """Finds and cuts out the words of a file's body.

    Word keeps no comment in a text box or a note: there it stands at what leads to them.
    """

    def __init__(self, stories: Stories) -> None:
        self._flow: dict[str, Paragraph] = {}
        self._marks: dict[str, etree._Element] = {}
        for paragraph in chain.from_iterable(stories.body()):
            box = _box(paragraph)
            self._marks |= {name: mark if box is None else box for name, mark in paragraph.notes}
            if box is None:
                self._flow[paragraph.where] = paragraph
            else:
                self._marks[paragraph.where] = box
        self._top = next((each for each in self._flow.values() if each.words.strip()), None)

    def of(self, all_spots: Sequence[tuple[Spot, ...]]) -> list[Place | None]:
        """For each comment, where it stands; None where there is no word to put it at."""
        ends = [self._ends(spots) for spots in all_spots]
        wanted: dict[str, set[int]] = {}
        for where, at in (end for pair in ends if pair for end in pair):
            wanted.setdefault(where, set()).add(at)
        cuts = {where: cut(self._flow[where], offsets) for where, offsets in wanted.items()}
        found: list[Place | None] = []
        for spots, pair in zip(all_spots, ends, strict=True):
            if pair:
                first, last = pair
                begins, stops = cuts[first.where].begins, cuts[last.where].ends
                found.append(Place(begins[first.at], stops[last.at]))
            else:
                mark = self._mark(spots)
                found.append(None if mark is None else Place(unit_of(mark), unit_of(mark)))
        return found

    def _ends(self, spots: tuple[Spot, ...]) -> tuple[_End, _End] | None:
        """Where in the flow of the text the words begin and end, if they stand there."""
        known = [spot for spot in map(self._within, spots) if spot.start < spot.end]
        if known:
            first, last = known[0], known[-1]
            return _End(first.where, first.start), _End(last.where, last.end)
        if self._top is None or self._mark(spots) is not None:
            return None
        words, where = self._top.words, self._top.where
        return _End(where, len(words) - len(words.lstrip())), _End(where, len(words.rstrip()))

    def _within(self, spot: Spot) -> Spot:
        paragraph = self._flow.get(spot.where)
        return spot._replace(end=min(spot.end, len(paragraph.words) if paragraph else 0))

    def _mark(self, spots: tuple[Spot, ...]) -> etree._Element | None:
        """What leads to the note or the text box that the words stand in."""
        names = (name for spot in spots for name in (spot.where, spot.where.rpartition(" ")[0]))
        return next((self._marks[name] for name in names if name in self._marks), None)


def _box(paragraph: Paragraph) -> etree._Element | None:
    """The text box that a paragraph stands in, the outermost if there are several."""
    boxes = [each for each in paragraph.element.iterancestors() if tag(each) == "txbxContent"]
    return boxes[-1] if boxes else None

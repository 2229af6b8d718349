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
    """Finds and cuts out the words of a file's body."""

    def __init__(self, stories: Stories) -> None:
        body = list(chain.from_iterable(stories.body()))
        self._body = {paragraph.where: paragraph for paragraph in body}
        self._notes = {name: mark for paragraph in body for name, mark in paragraph.notes}
        self._top = next((each for each in body if each.words.strip()), None)

    def of(self, all_spots: Sequence[tuple[Spot, ...]]) -> list[Place | None]:
        """For each comment, where it stands; None where there is no word to put it at."""
        ends = [self._ends(spots) for spots in all_spots]
        wanted: dict[str, set[int]] = {}
        for where, at in (end for pair in ends if pair for end in pair):
            wanted.setdefault(where, set()).add(at)
        cuts = {where: cut(self._body[where], offsets) for where, offsets in wanted.items()}
        found: list[Place | None] = []
        for spots, pair in zip(all_spots, ends, strict=True):
            mark = None if pair else self._mark(spots)
            if pair:
                first, last = cuts[pair[0].where], cuts[pair[1].where]
                found.append(Place(first.begins[pair[0].at], last.ends[pair[1].at]))
            else:
                found.append(None if mark is None else Place(mark, mark))
        return found

    def _ends(self, spots: tuple[Spot, ...]) -> tuple[_End, _End] | None:
        """Where in the body the words begin and end, if they stand there."""
        known = [spot for spot in map(self._within, spots) if spot.start < spot.end]
        if known:
            story = _story(self._body[known[0].where])
            last = [spot for spot in known if _story(self._body[spot.where]) is story][-1]
            return _End(known[0].where, known[0].start), _End(last.where, last.end)
        if self._top is None or self._mark(spots) is not None:
            return None
        words = self._top.words
        first, last_ = len(words) - len(words.lstrip()), len(words.rstrip())
        return _End(self._top.where, first), _End(self._top.where, last_)

    def _within(self, spot: Spot) -> Spot:
        paragraph = self._body.get(spot.where)
        return spot._replace(end=min(spot.end, len(paragraph.words) if paragraph else 0))

    def _mark(self, spots: tuple[Spot, ...]) -> etree._Element | None:
        """The run in the body that refers to the note that the words stand in."""
        names = (spot.where.rpartition(" ")[0] for spot in spots)
        mark = next((self._notes[name] for name in names if name in self._notes), None)
        return None if mark is None else unit_of(mark)


def _story(paragraph: Paragraph) -> etree._Element | None:
    """The text box that a paragraph stands in."""
    found = paragraph.element.iterancestors()
    return next((each for each in found if tag(each) == "txbxContent"), None)

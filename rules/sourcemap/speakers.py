"""Knows people and bodies again: Lena Marsh, Ms Marsh, the harbour master."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from rules.sourcemap.phrases import Called, Face, Way
from rules.text.model import Attribution

_NEAR = 8  # of those with the same last word, so many of the last are compared


@dataclass(slots=True, eq=False)
class Speaker:
    """Somebody whose word is given: the name, what was said, and the sentences it carries."""

    name: str
    face: Face
    ways: set[Way]
    said: list[Attribution] = field(default_factory=list)
    sentences: dict[int, None] = field(default_factory=dict)


class Roll:
    """Everybody who has spoken so far, in order."""

    def __init__(self) -> None:
        self.speakers: list[Speaker] = []
        self._by_last: dict[str, list[Speaker]] = defaultdict(list)
        self._by_first: dict[str, list[Speaker]] = defaultdict(list)

    def speaker(self, one: Called) -> Speaker:
        """Who is called so: somebody met before, or somebody new."""
        found = None if one.is_new else next(self._known(one), None)
        if found is None:
            found = Speaker(one.shown, one.face, set())
            self.speakers.append(found)
        elif one.face is Face.NAMED and (found.face is Face.UNNAMED or _is_fuller(one, found)):
            found.name, found.face = one.shown, Face.NAMED
        self._learn(found, one)
        return found

    def _known(self, one: Called) -> Iterator[Speaker]:
        for way in one.ways:
            for speaker in self._by_last[way[-1]][: -_NEAR - 1 : -1]:
                if any(_is_same(way, other) for other in speaker.ways):
                    yield speaker
            if len(way) == 1 and one.face is Face.NAMED:
                yield from self._by_first[way[0]][:-2:-1]

    def _learn(self, speaker: Speaker, one: Called) -> None:
        short = _initials(one.shown)
        for way in (*one.ways, *([(short,)] if short else ())):
            if way in speaker.ways:
                continue
            speaker.ways.add(way)
            self._by_last[way[-1]].append(speaker)
            if len(way) > 1 and speaker.face is Face.NAMED:
                self._by_first[way[0]].append(speaker)


def _is_fuller(one: Called, speaker: Speaker) -> bool:
    return len(one.shown) > len(speaker.name)


def _is_same(way: Way, other: Way) -> bool:
    """One ends in the other: "Tarn council" and "the council"."""
    short, long = sorted((way, other), key=len)
    return long[len(long) - len(short) :] == short


def _initials(name: str) -> str:
    """What a body's name in capitals is shortened to: NFU."""
    words = [word for word in name.split() if word not in ("of", "the", "and", "for")]
    capitals = len(words) > 2 and all(word[0].isupper() for word in words)
    return "".join(word[0] for word in words).lower() if capitals else ""

"""Says a section of news.txt: fills its slots until none is left."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random

from tests.bench.words import Picker, listed, past, places, plural, surnames

_SLOT = re.compile(r"\{(\w+)\}")
_BEFORE_VOWEL = re.compile(r"\b([Aa]) (?=[aeiou])")
_LOOSE = re.compile(r" +(?=[,.;]|$)|,(?= ?[,.:;])")
_DEEPEST = 9


class Grammar:
    """A reporter's way with words; the same seed says the same."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._pick = Picker(random)
        self._people: list[tuple[str, str]] = []
        self._known: set[str] = set()
        self._makers: Mapping[str, Callable[[], str]] = {
            "nouns": lambda: plural(self._word("noun")),
            "past": lambda: past(self._word("verb")),
            "surname": lambda: self._person()[1],
            "person": self._named,
            "speaker": self._speaker,
            "place": lambda: self._pick.one(places()),
            "percent": lambda: f"{self._number(2, 97)} per cent",
            "money": lambda: f"£{self._number(2, 900)}{self._random.choice(_SUMS)}",
            "count": lambda: f"{self._number(2, 9_000):,}",
            "year": lambda: str(self._number(1890, 2025)),
            "age": lambda: str(self._number(18, 91)),
            "small": lambda: str(self._number(1, 28)),
            "date": lambda: f"{self._number(1, 28)} {self._word('month')}",
        }

    def begin(self) -> None:
        """Forget who was introduced: a new draft has new people."""
        firsts, seconds = listed("first"), surnames()
        self._people = [(self._pick.one(firsts), self._pick.one(seconds)) for _ in range(8)]
        self._known = set()

    def say(self, section: str) -> str:
        """One way to say ``section``, every slot filled."""
        said = self._fill(self._random.choice(_sections()[section]), 0)
        return _BEFORE_VOWEL.sub(r"\1n ", _LOOSE.sub("", said))

    def _fill(self, template: str, depth: int) -> str:
        return _SLOT.sub(lambda slot: self._slot(slot[1], depth), template)

    def _slot(self, name: str, depth: int) -> str:
        said = self._plain(name.lower(), depth)
        if name.isupper():
            return said.upper()
        return said[:1].upper() + said[1:] if name[0].isupper() else said

    def _plain(self, name: str, depth: int) -> str:
        if name in self._makers:
            return self._makers[name]()
        if name in _sections():
            if name == "more":
                return self._more(depth)
            return self._fill(self._random.choice(_sections()[name]), depth + 1)
        return self._word(name)

    def _more(self, depth: int) -> str:
        """What a sentence goes on with; nothing once it has gone on long enough."""
        ways = _sections()["more"]
        way = self._random.choice(ways) if depth < _DEEPEST else ""
        space = " " if way and way[0] not in "," else ""
        return space + self._fill(way, depth + 4)

    def _word(self, kind: str) -> str:
        return self._pick.one(listed(kind))

    def _number(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def _person(self) -> tuple[str, str]:
        return self._random.choice(self._people)

    def _named(self) -> str:
        first, second = self._person()
        return second if second in self._known else f"{first} {second}"

    def _speaker(self) -> str:
        """A person, introduced at the first mention; at times the role or a pronoun alone."""
        first, second = self._person()
        draw = self._random.random()
        if draw < 0.2:
            return f"the {self._word('body')}’s {self._word('role')}"
        if second in self._known:
            return second
        self._known.add(second)
        return f"{first} {second}, the {self._word('adjective')} {self._word('role')},"


_SUMS = ("m", "bn", ",000", " million")


@cache
def _sections() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in (Path(__file__).parent / "news.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            times, star, way = line.partition("* ")
            found[section] += [way] * int(times) if star else [line]
    return {name: tuple(ways) for name, ways in found.items()}

"""The shape of a pattern: every string it can match, or strings of which each match holds one.

Read from the pattern itself by a small parser of our own; what it does not know it does not
guess at (Unknown), and such a pattern is searched for everywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

MOST = 300  # strings of one pattern
_CLASSES = frozenset("wWdDsSpPXRN")
_ANCHORS = frozenset("bBAZzG")
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_OPENINGS = {"?:": False, "?=": True, "?!": True, "?<=": True, "?<!": True}
_LONGEST = 12  # characters a class may stand for and still be spelled out
_ENOUGH = 40  # repeats that are spelled out


class Unknown(ValueError):
    """A pattern, or a part of one, that is not read here."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a pattern.

    ``strings`` are all it can match, in the order in which it tries them; None if they are too
    many or depend on what stands around. ``needed``: each match holds one of these, if not None.
    No match has fewer than ``least`` characters.
    """

    strings: tuple[str, ...] | None
    needed: frozenset[str] | None
    least: int


_EMPTY = Shape(("",), None, 0)
_NOTHING = Shape(None, None, 0)  # looks around and takes no character
_ANY = Shape(None, None, 1)


def shape(pattern: str) -> Shape:
    """The shape of ``pattern``; Unknown where it holds what is not read here."""
    reader = _Reader(pattern)
    found = reader.alternatives()
    if reader.at < len(pattern):
        raise Unknown(pattern)
    return found


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> Shape:
        """Everything up to the end of the group."""
        branches = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._sequence())
        return _either(branches)

    def _sequence(self) -> Shape:
        parts: list[Shape] = []
        while self.at < len(self.pattern) and self._peek() not in "|)":
            parts.append(self._repeated(self._one()))
        return _joined(parts)

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _take(self) -> str:
        letter = self._peek()
        if not letter:
            raise Unknown(self.pattern)
        self.at += 1
        return letter

    def _one(self) -> Shape:
        letter = self._take()
        if letter == "\\":
            return self._escape()
        if letter == "[":
            return self._class()
        if letter == "(":
            return self._group()
        if letter in "^$":
            return _NOTHING
        if letter == ".":
            return _ANY
        if letter in "*+?{":
            raise Unknown(self.pattern)
        return _spelled((letter,))

    def _escape(self) -> Shape:
        letter = self._take()
        if letter in _CLASSES:
            if letter in "pP" and self._peek() == "{":
                self.at = self.pattern.index("}", self.at) + 1
            elif letter in "pP":
                self._take()
            return _ANY
        if letter in _ANCHORS:
            return _NOTHING
        if letter in _CONTROLS:
            return _spelled((_CONTROLS[letter],))
        if letter in "xuU":
            digits = {"x": 2, "u": 4, "U": 8}[letter]
            number = self.pattern[self.at : self.at + digits]
            self.at += digits
            return _spelled((chr(int(number, 16)),))
        if letter.isalnum():
            raise Unknown(self.pattern)  # a back reference, or what another engine means by it
        return _spelled((letter,))

    def _class(self) -> Shape:
        end = self.at + (self._peek() == "^")
        end = self.pattern.find("]", end + 1)  # a bracket right at the beginning is itself
        if end < 0:
            raise Unknown(self.pattern)
        inside = self.pattern[self.at : end]
        self.at = end + 1
        if inside.endswith("\\") or "[" in inside:
            raise Unknown(self.pattern)
        is_plain = not any(sign in inside for sign in "\\^-&~|") and len(inside) <= _LONGEST
        return _spelled(tuple(dict.fromkeys(inside))) if is_plain else _ANY

    def _group(self) -> Shape:
        looks_around = False
        if self._peek() == "?":
            looks_around = self._opened()
        inside = self.alternatives()
        if self._take() != ")":
            raise Unknown(self.pattern)
        return _NOTHING if looks_around else inside

    def _opened(self) -> bool:
        """Step over ``?:``, ``?=`` and their like; tell whether the group only looks around."""
        rest = self.pattern[self.at :]
        for sign, looks in _OPENINGS.items():
            if rest.startswith(sign):
                self.at += len(sign)
                return looks
        raise Unknown(self.pattern)

    def _repeated(self, part: Shape) -> Shape:
        least, most, is_lazy = self._quantifier()
        if (least, most) == (1, 1):
            return part
        if part.strings is not None and most is not None and most <= _ENOUGH:
            repeats = _Repeats(part.strings, least, most, is_lazy)
            if repeats.are_few:
                return _spelled(tuple(dict.fromkeys(repeats.after(0))))
        needed = _best(_needs(part)) if least else None
        return Shape(None, needed, part.least * least)

    def _quantifier(self) -> tuple[int, int | None, bool]:
        sign = self._peek()
        if sign in ("*", "+", "?") and sign:
            self.at += 1
            least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
        elif sign == "{":
            end = self.pattern.find("}", self.at)
            low, comma, high = self.pattern[self.at + 1 : end].partition(",")
            if end < 0 or not low.isdigit() or (high and not high.isdigit()):
                raise Unknown(self.pattern)
            least, most = int(low), (int(high) if high else None) if comma else int(low)
            self.at = end + 1
        else:
            return 1, 1, False
        is_lazy = self._peek() == "?"
        if is_lazy:
            self.at += 1
        if self._peek() in ("+", "*", "?", "{") and self._peek():
            raise Unknown(self.pattern)
        return least, most, is_lazy


class _Repeats(NamedTuple):
    """One of ``strings``, from ``least`` to ``most`` times."""

    strings: tuple[str, ...]
    least: int
    most: int
    is_lazy: bool

    @property
    def are_few(self) -> bool:
        """Tell whether they can be spelled out."""
        lengths = range(self.least, self.most + 1)
        total: int = sum(len(self.strings) ** length for length in lengths)
        return total <= MOST

    def after(self, count: int) -> Iterator[str]:
        """What can follow so many of them, in the order in which a search tries it."""
        if self.is_lazy and count >= self.least:
            yield ""
        if count < self.most:
            for string in self.strings:
                yield from (string + rest for rest in self.after(count + 1))
        if not self.is_lazy and count >= self.least:
            yield ""


def _spelled(strings: tuple[str, ...]) -> Shape:
    return Shape(strings, None, min(map(len, strings)))


def _needs(part: Shape) -> Iterator[frozenset[str]]:
    """What each match of ``part`` holds one of: its own strings, or what it needs."""
    if part.strings is not None and all(part.strings):
        yield frozenset(part.strings)
    if part.needed is not None:
        yield part.needed


def _either(branches: list[Shape]) -> Shape:
    if len(branches) == 1:
        return branches[0]
    strings: tuple[str, ...] | None = ()
    needed: frozenset[str] | None = frozenset()
    for branch in branches:
        if strings is not None:
            strings = None if branch.strings is None else strings + branch.strings
        best = _best(_needs(branch))
        needed = None if needed is None or best is None else needed | best
    if strings is not None:
        strings = tuple(dict.fromkeys(strings))
    if strings is not None and len(strings) > MOST:
        strings = None
    return Shape(strings, needed, min(branch.least for branch in branches))


def _joined(parts: list[Shape]) -> Shape:
    """The parts one after another: neighbours that are spelled out make longer strings."""
    runs: list[Shape] = []
    for part in parts:
        last = runs[-1] if runs else None
        both = _product(last, part) if last else None
        if both is None:
            runs.append(part)
        else:
            runs[-1] = both
    if not runs:
        return _EMPTY
    if len(runs) == 1:
        return runs[0]
    needed = _best(need for run in runs for need in _needs(run))
    return Shape(None, needed, sum(run.least for run in runs))


def _product(one: Shape, other: Shape) -> Shape | None:
    """One after the other, if both are spelled out and few."""
    if one.strings is None or other.strings is None:
        return None
    if len(one.strings) * len(other.strings) > MOST:
        return None
    return _spelled(tuple(dict.fromkeys(a + b for a in one.strings for b in other.strings)))


def _best(needs: Iterator[frozenset[str]]) -> frozenset[str] | None:
    """The set that finds the fewest places: its shortest string is the longest."""
    return max(needs, key=lambda need: (min(map(_worth, need)), -len(need)), default=None)


def _worth(string: str) -> int:
    """How rare a string is: its letters; marks and spaces stand everywhere."""
    return sum(letter.isalnum() for letter in string) * 4 + len(string)

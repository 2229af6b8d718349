"""One pass over a draft: every literal of every rule, phrase and cue, found in a single scan.

The scan reads a byte view of the folded text: one byte for each code point, whatever is not part
of a word made a space. So offsets need no map, and a key with a space at either end is found as a
whole word. Overlapping matches are all reported: which of them count is decided afterwards.
"""

import codecs
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import regex
from ahocorasick_rs import BytesAhoCorasick

_WORDLY = regex.compile(r"\w")
_FOREIGN = b"\xaa"  # stands for letters that have no byte of their own: it is one itself
_VIEW = bytes(byte if _WORDLY.match(chr(byte)) else 0x20 for byte in range(256))
_JOINED = b"\0" + _VIEW[1:]  # the same with marks between strings


def _unencodable(error: UnicodeError) -> tuple[bytes, int]:
    """One byte for each character beyond Latin-1: a foreign letter, or a space."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return b"".join(_FOREIGN if _WORDLY.match(c) else b" " for c in letters), error.end


codecs.register_error("copychief.view", _unencodable)


class Literal(NamedTuple):
    """A string to look for, folded; ``left`` and ``right``: only where a word begins, ends."""

    string: str
    left: bool = True
    right: bool = True


# Which literal of a seeker, and where it stands: code points, end exclusive. A bare tuple, as
# there are thousands of them in a draft.
Place = tuple[int, int, int]


class Seeker:
    """Whatever has literals to be found: a rule's patterns, a lexicon, the attribution cues."""

    def literals(self) -> Sequence[Literal]:
        """The literals; a place names one by its number here."""
        raise NotImplementedError

    @cached_property
    def alone(self) -> "Scan":
        """A scan for this seeker only."""
        return Scan([self])


class WordList(Seeker):
    """Words that a rule wants to know the places of."""

    def __init__(self, words: str) -> None:
        self._words = words.split()

    def literals(self) -> Sequence[Literal]:
        """Each of the words."""
        return [Literal(word) for word in self._words]


class Scan:
    """An automaton over the literals of several seekers; built once, run over many drafts."""

    def __init__(self, seekers: Iterable[Seeker]) -> None:
        self.seekers = tuple(seekers)
        self._marks: list[tuple[str, int, int]] = []
        keys: dict[bytes, list[tuple[int, int, int, int]]] = {}
        for s, seeker in enumerate(self.seekers):
            literals = seeker.literals()
            for n, (literal, inner) in enumerate(zip(literals, _views(literals), strict=True)):
                if not inner.strip():
                    self._marks.append((literal.string, s, n))
                    continue
                key = b" " * literal.left + inner + b" " * literal.right
                keys.setdefault(key, []).append((s, n, literal.left - 1, -literal.right - 1))
        self._owners = list(keys.values())
        self._automaton = BytesAhoCorasick(list(keys)) if keys else None

    def run(self, folded: str, seen: bytes | None = None) -> Mapping[Seeker, list[Place]]:
        """Every place of every literal, in order of its end; marks of punctuation come last.

        A literal of several words is found whatever stands between them: who asks compares.
        ``seen`` is the view of ``folded`` between two spaces, where it is known.
        """
        found: list[list[Place]] = [[] for _ in self.seekers]
        if self._automaton is not None:
            owners = self._owners
            data = b" " + view(folded) + b" " if seen is None else seen
            for key, start, end in self._automaton.find_matches_as_indexes(data, overlapping=True):
                for s, n, left, right in owners[key]:
                    found[s].append((n, start + left, end + right))
        for mark, s, n in self._marks:
            at = folded.find(mark)
            while at >= 0:
                found[s].append((n, at, at + len(mark)))
                at = folded.find(mark, at + 1)
        return dict(zip(self.seekers, found, strict=True))


class Seen:
    """Where the literals stand in one text: scanned for all at once, or when first asked.

    ``view`` is what is scanned: the view of the text between two spaces.
    """

    def __init__(self, folded: str, scan: Scan | None = None) -> None:
        self._folded = folded
        self.view = b" " + view(folded) + b" "
        self._found = dict(scan.run(folded, self.view)) if scan else {}

    def of(self, seeker: Seeker) -> list[Place]:
        """The places of one seeker's literals."""
        found = self._found.get(seeker)
        if found is None:
            found = self._found[seeker] = seeker.alone.run(self._folded, self.view)[seeker]
        return found


def _views(literals: Sequence[Literal]) -> list[bytes]:
    """The view of each string; made of all at once, as there are thousands at every start."""
    strings = [literal.string for literal in literals]
    if any("\0" in string for string in strings):
        return [view(string) for string in strings]
    joined = "\0".join(strings).encode("latin-1", "copychief.view").translate(_JOINED)
    return joined.split(b"\0") if strings else []


def view(folded: str) -> bytes:
    """The bytes that are scanned: as many as ``folded`` has code points."""
    return folded.encode("latin-1", "copychief.view").translate(_VIEW)

"""Reads the notation of a lexicon: one phrase a line, in words and named slots.

BEAR [full] responsibility for     BEAR: any form of the verb; [full]: may be left out
{whose} (role|part) in             a slot, defined above; one of several
POCKET ..3 {money}                 up to three words between
FUND ..4!{stop} {harm}             up to four, none of them one of {stop}
LIE to !them                       not before "them"
!{article} RAID                    not after an article (at the head of a line only)
KILL <{number} people>             only what stands in <> is pointed at
terror*                            any word that begins so
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rules.text.words import word_set

WORD = r"(?:[\w'$£€₹%&-]|[.,](?=\d))+"
INDEXED = re.compile(r"\w+|[%$£€₹]")
_PIECE = re.compile(
    r"\s*(?:\.\.(?P<gap>\d+)(?:!\{(?P<bar>\w+)\})?|\{(?P<slot>\w+)\}|(?P<mark>[()\[\]<>|!])"
    r"|(?P<word>[^\s()\[\]<>|{}!]+))"
)
_COMMON = word_set(
    "a an the of to in on at by for from with and or as is are was were be been being am has have "
    "had having it its their his her he she they that this who which not no one out up off over "
    "do does did done into"
)
# Words of nearly every story: less common than those, but no clue either.
_FREQUENT = word_set(
    "s will would can could may might must should shall said say says saying people about all "
    "we our us my me you your him them i there here more most other only because time times last "
    "first new what when where how why if so just even still now then also than some many much "
    "any never after before since while during between against under through behind back down "
    "very too well good way ways make makes made making get gets got getting go goes going went "
    "come comes came coming know knows knew known want wants wanted need needs see seen year "
    "years day days week month man men woman women country state states government president "
    "national public political party law laws police court home world life work money war "
    "percent per cent million billion tax support part three four five six told tell tells "
    "according called call calls election vote voters win won campaign news house city school "
    "group case high such each every both own these those few less long right left set put "
    "use used help show shows showed think thought believe like end another own two "
    "take takes took taking taken give gives gave giving given"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a phrase: its pattern, and words one of which every match holds, if known.

    ``needs``: of each of these sets every match holds a word.
    """

    pattern: str
    words: frozenset[str] | None = None
    is_optional: bool = False
    is_barred: bool = False
    needs: tuple[frozenset[str], ...] = ()

    def known(self) -> tuple[frozenset[str], ...]:
        """What every match holds, as far as it is known."""
        return self.needs or ((self.words,) if self.words is not None else ())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line of a lexicon, ready to be compiled.

    ``words`` are those it is looked up by; ``needs`` as in Piece.
    """

    pattern: str
    words: frozenset[str] | None
    needs: tuple[frozenset[str], ...]
    not_after: str
    is_verb: bool


class Notation:
    """The slots and verbs that the lines of one lexicon are written in."""

    def __init__(self, verbs: Mapping[str, Iterable[str]], slots: Mapping[str, Piece]) -> None:
        self._verbs = verbs
        self._slots = dict(slots)

    def define(self, name: str, terms: Iterable[str]) -> None:
        """Add a slot of phrases, which may hold slots defined before it."""
        self._slots[name] = _either([self._sequence(term) for term in terms])

    def phrase(self, line: str) -> Phrase:
        """Read one line."""
        not_after = ""
        if line.startswith("!"):
            head, _, line = line[1:].partition(" ")
            not_after = self._sequence(head).pattern
        piece = self._sequence(line)
        return Phrase(piece.pattern, piece.words, piece.known(), not_after, _is_verb(line))

    def _sequence(self, line: str) -> Piece:
        pieces = list(self._pieces(_read(line), ""))
        return pieces[0] if pieces else Piece("")

    def _pieces(self, marks: Iterator[re.Match[str]], close: str) -> Iterator[Piece]:
        """The alternatives up to ``close``, each of them joined into one piece."""
        parts: list[Piece] = []
        barred = False
        for mark in marks:
            sign = mark["mark"] or ""
            if sign and sign == close:
                break
            if sign == "|":
                yield _joined(parts)
                parts = []
            elif sign == "!":
                barred = True
            else:
                piece = self._nested(marks, sign) if sign else self._one(mark)
                parts.append(Piece(piece.pattern, None, is_barred=True) if barred else piece)
                barred = False
        yield _joined(parts)

    def _nested(self, marks: Iterator[re.Match[str]], sign: str) -> Piece:
        inner = _either(list(self._pieces(marks, {"(": ")", "[": "]", "<": ">"}[sign])))
        if sign == "<":
            return Piece(f"(?P<hit>{inner.pattern})", inner.words, needs=inner.needs)
        return Piece(inner.pattern, inner.words, is_optional=sign == "[", needs=inner.needs)

    def _one(self, mark: re.Match[str]) -> Piece:
        if mark["gap"]:
            bar = rf"(?!{self._slots[mark['bar']].pattern}\b)" if mark["bar"] else ""
            return Piece(rf"(?:\s{bar}{WORD}){{0,{mark['gap']}}}?", None, is_optional=True)
        if mark["slot"]:
            return self._slots[mark["slot"]]
        word = mark["word"]
        if word.isupper() and len(word) > 1:
            return _either([_literal(form) for form in self._verbs[word.lower()]])
        return _literal(word)


def _read(line: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(line.rstrip()):
        mark = _PIECE.match(line, at)
        if mark is None:
            raise ValueError(f"cannot be read from {line[at:]!r}")
        at = mark.end()
        yield mark


def _literal(word: str) -> Piece:
    if "_" in word:
        known = INDEXED.findall(word.replace("_", " ")) if word[-1] == "_" else []
        pattern = WORD.join(re.escape(part) for part in word.split("_"))
        return Piece(pattern, frozenset(known[:1]) or None)
    if "*" in word:
        return Piece(r"\w*".join(re.escape(part) for part in word.split("*")))
    longest: str = max(INDEXED.findall(word), key=len, default="")
    return Piece(re.escape(word), frozenset({longest}) if longest else None)


def _either(pieces: list[Piece]) -> Piece:
    if len(pieces) == 1:
        return pieces[0]
    longest = sorted((piece.pattern for piece in pieces), key=len, reverse=True)
    words: frozenset[str] | None = frozenset()
    for piece in pieces:
        words = None if words is None or piece.words is None else words | piece.words
    return Piece(f"(?:{'|'.join(longest)})", words)


def _joined(parts: list[Piece]) -> Piece:
    if len(parts) == 1 and not parts[0].is_optional:
        return parts[0]
    pattern, is_begun = "", False
    for n, part in enumerate(parts):
        if n and n == len(parts) - 1 and part.pattern.endswith("}?"):
            pattern += part.pattern[:-1]  # a gap at the end takes all it can
        elif part.is_barred:
            pattern += rf"(?!\s{part.pattern}(?![\w-]))"
        elif part.pattern.startswith(r"(?:\s"):
            pattern += part.pattern  # a gap brings its own spaces
        elif part.is_optional:
            pattern += rf"(?:\s{part.pattern})?" if is_begun else rf"(?:{part.pattern}\s)?"
        else:
            pattern += (r"\s" if is_begun else "") + part.pattern
            is_begun = True
    required = [part for part in parts if not part.is_optional]
    words = min((p.words for p in required if p.words is not None), key=_cost, default=None)
    needs = sorted((need for p in required for need in p.known()), key=_cost)
    return Piece(pattern, words, needs=tuple(needs))


def _cost(words: frozenset[str]) -> tuple[int, int, int]:
    """Rare words first: the fewer sentences hold one, the fewer are searched."""
    return len(words & _COMMON), len(words & _FREQUENT), len(words)


def _is_verb(line: str) -> bool:
    """Only verbs that can be mistaken for nouns: not forms of be."""
    first = re.match(r"[([{]*([\w'-]+)", line)
    return first is not None and first[1].isupper() and first[1] != "BE"

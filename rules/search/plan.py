"""Sorts the terms of a rule: what the scan can find, and what has to be searched for."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from typing import Literal as OneOf

import regex

from rules.search.shape import Shape, Unknown, shape

View = OneOf["folded", "lowered", "written"]
Gates = tuple[str, ...]
_REACHES = regex.compile(r"\(\?[a-zA-Z-]+\)|\\[1-9]")  # what one term says to the next
_CASED = regex.compile(
    r"\(\?[a-zA-Z]*-?[a-zA-Z]*i|\\[xuU]|\\[pP]\{?\^?(?:L[ult]|\w*(?i:upper|lower))"
    r"|\[:\^?(?i:upper|lower)|\[[^\]]*(?:[A-Z]-[a-z]|[!-@]-[A-Z])"  # a class across cases
)
_KEPT = regex.compile(
    r"(\\[pP]\{[^}]*\}|\\[pP]\w|\\[gk]<\w+>|\\.|\(\?(?:P?<|P[=>]|&)\w+[>)]?|\[:\^?\w+:\])"
)
_BACK = regex.compile(r"\\(?:([1-9]\d?)|.)", regex.DOTALL)
_WORDLY = regex.compile(r"\w")


class Pattern(NamedTuple):
    """An expression to be searched for where one of ``gates`` stands; everywhere, if None.

    ``n`` is the number of its term; None: the group that matched tells. What it matches has no
    fewer than ``least`` characters.
    """

    n: int | None
    expression: str
    gates: Gates | None
    least: int


class Plan(NamedTuple):
    """How the terms of a rule are looked for; plain values, kept in the cache.

    ``spelled``: strings with the number of their term, in order of preference.
    """

    view: View
    ignorecase: bool
    edges: bool
    by_line: bool
    spelled: tuple[tuple[str, int], ...]
    patterns: tuple[Pattern, ...]


def known(said: Sequence[Any]) -> Plan:
    """The plan of plain values, as it came from the cache."""
    view, ignorecase, edges, by_line, strings, patterns = said
    return Plan(
        view,
        ignorecase,
        edges,
        by_line,
        tuple((string, n) for string, n in strings),
        tuple(
            Pattern(n, expression, None if gates is None else tuple(gates), least)
            for n, expression, gates, least in patterns
        ),
    )


def plan(
    terms: Sequence[str], *, edges: bool, ignorecase: bool, folded: bool, by_line: bool
) -> Plan:
    r"""The plan for ``\b(?:term|term|…)\\b``; without ``edges``, for ``(?:term|term|…)``.

    With ``ignorecase`` the search is in a view in lower case, if the terms can be lowered too.
    ``by_line``: ``^`` and ``$`` are the ends of a line, and not of a block.
    """
    lowered = [lower(term) for term in terms] if ignorecase else None
    if lowered is not None and None not in lowered:
        view: View = "folded" if folded else "lowered"
        found = _sorted([term for term in lowered if term is not None], edges, view)
    elif ignorecase:
        found = _searched(terms, edges)
    else:
        found = _sorted(terms, edges, "written")
    return found._replace(by_line=by_line)


def spelled(terms: Sequence[tuple[str, int]]) -> Plan:
    """The plan for plain words in lower case, each with the number of its term."""
    return Plan("folded", False, True, False, tuple(terms), ())


def lower(term: str) -> str | None:
    """The pattern in lower case, its classes kept; None where case is told apart within it."""
    if _CASED.search(term):
        return None
    pieces = _KEPT.split(term)
    return "".join(piece if n % 2 else piece.lower() for n, piece in enumerate(pieces))


def bounded(expression: str, *, edges: bool) -> str:
    """``expression`` as a whole word, if ``edges``."""
    return rf"\b(?:{expression})\b" if edges else f"(?:{expression})"


def _sorted(terms: Sequence[str], edges: bool, view: View) -> Plan:
    if len(terms) > 1 and any(_REACHES.search(term) for term in terms):
        return Plan(view, False, edges, False, (), (_together(terms, edges),))
    strings: dict[tuple[str, int], None] = {}
    patterns: list[Pattern] = []
    for n, term in enumerate(terms):
        found = _shape(term)
        if found and found.strings and all(_is_plain(one, edges) for one in found.strings):
            strings.update(dict.fromkeys((one, n) for one in found.strings))
        else:
            patterns.append(_pattern(n, term, edges))
    return Plan(view, False, edges, False, tuple(strings), tuple(patterns))


def _searched(terms: Sequence[str], edges: bool) -> Plan:
    """Terms of which one tells case apart: patterns for the text as written."""
    if any(_REACHES.search(term) for term in terms):
        return Plan("written", True, edges, False, (), (_together(terms, edges),))
    patterns = [_pattern(n, term, edges) for n, term in enumerate(terms)]
    return Plan("written", True, edges, False, (), tuple(patterns))


def _together(terms: Sequence[str], edges: bool) -> Pattern:
    if len(terms) == 1:
        return _pattern(0, terms[0], edges)
    together = "|".join(f"(?P<_{n}>{term})" for n, term in enumerate(_renumbered(terms)))
    return Pattern(None, bounded(together, edges=edges), None, 0)


def _renumbered(terms: Sequence[str]) -> Iterator[str]:
    """The terms, what they call back by number found behind the group that is put around each."""
    groups = [regex.compile(term).groups if "(" in term else 0 for term in terms]
    places: dict[int, int] = {}
    for n, count in enumerate(groups):
        for _ in range(count):
            places[len(places) + 1] = len(places) + n + 2
    for term in terms:
        yield _BACK.sub(
            lambda back: rf"\g<{places.get(int(back[1]), back[1])}>" if back[1] else back[0], term
        )


def _pattern(n: int, term: str, edges: bool) -> Pattern:
    found = _shape(term)
    return Pattern(
        n, bounded(term, edges=edges), _gates(found), found.least if found is not None else 0
    )


def _shape(term: str) -> Shape | None:
    try:
        return shape(term)
    except (Unknown, ValueError, IndexError):
        return None


def _is_plain(string: str, edges: bool) -> bool:
    """A string that the scan finds by itself: with edges, one that begins and ends as a word."""
    if not string or "\n" in string:
        return False
    return not edges or bool(_WORDLY.match(string[0]) and _WORDLY.match(string[-1]))


def _gates(found: Shape | None) -> Gates | None:
    needed = found and (found.needed or (found.strings and frozenset(found.strings)))
    if not needed or any(not string.strip() or "\n" in string for string in needed):
        return None
    return tuple(sorted(needed))

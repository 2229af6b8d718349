"""Who speaks, what they say and whether an editor would call it attributed, line by line.

In speakers/*.txt a line is ``who | copy``; braces hold what they say, in the order of those
named, and ``{+`` goes on with what was said before. A name in brackets was found and does not
vouch; ``nobody`` is a cue without a source; ``-`` is copy in which nobody says anything;
``link`` goes before the words of a link; ``¶`` ends a paragraph. Lines that begin with ``?``
are known to fail.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from rules.text import Attribution, Text, parse

_FILES = sorted((Path(__file__).parent / "speakers").glob("*.txt"))
_LOOSE = " .,;:"
_KNOWN_FAILURES = 0.1  # at most


class Said(NamedTuple):
    """Who says what; ``what`` holds the pieces in order."""

    who: str
    what: tuple[str, ...]


class Case(NamedTuple):
    """A line of the files."""

    copy: str
    vouched: list[Said]
    others: list[Said]
    is_silent: bool
    is_known_failure: bool


def _read(line: str) -> Case:
    who, marked = line.removeprefix("? ").split(" | ", 1)
    copy, contents = _unmarked(marked.replace(" ¶ ", "\n\n"))
    if who in ("-", "nobody"):
        names = ["()"] * len(contents)
    else:
        names = who.split("; ")
        contents += [()] * (len(names) - len(contents))
    said = [Said(name, what) for name, what in zip(names, contents, strict=True)]
    return Case(
        copy,
        [_same(one) for one in said if not one.who.startswith("(")],
        [_same(Said(one.who[1:-1], one.what)) for one in said if one.who.startswith("(")],
        who == "-",
        line.startswith("? "),
    )


def _unmarked(marked: str) -> tuple[str, list[tuple[str, ...]]]:
    """The copy without its braces, and what they held."""
    copy: list[str] = []
    contents: list[tuple[str, ...]] = []
    opened: list[tuple[int, int]] = []  # the place, and the content it belongs to
    for character in marked:
        if character == "{":
            opened.append((len(copy), len(contents)))
            contents.append(())
        elif character == "}":
            start, n = opened.pop()
            contents[n] = (*contents[n], "".join(copy[start:]))
        elif character == "+" and opened and opened[-1][0] == len(copy):
            contents.pop()
            opened[-1] = len(copy), len(contents) - 1
        else:
            copy.append(character)
    return "".join(copy), contents


def _same(said: Said) -> Said:
    """Without what does not matter: capitals, and marks around the words."""
    return Said(said.who.lower(), tuple(piece.strip(_LOOSE) for piece in said.what))


def _cases() -> Iterator[Case]:
    for path in _FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield _read(line)


CASES = list(_cases())


def _parameters(cases: list[Case]) -> list[ParameterSet]:
    known = pytest.mark.xfail(strict=True, reason="known to fail")
    return [
        pytest.param(case, id=case.copy, marks=[known] if case.is_known_failure else [])
        for case in cases
    ]


def _said(text: Text, attribution: Attribution) -> Said:
    name = attribution.name or (text.quote(attribution.source) if attribution.source else "")
    name = f"link {name}" if attribution.kind == "link" else name
    return _same(Said(name, tuple(text.quote(span) for span in attribution.content)))


@pytest.mark.parametrize("case", _parameters(CASES))
def test_words_are_vouched_for_by_those_who_said_them(case: Case) -> None:
    """Nobody else vouches, and for nothing else."""
    text = parse(case.copy)
    vouched = [_said(text, a) for a in text.attributions if a.vouches]
    assert sorted(vouched) == sorted(case.vouched)
    others = [_said(text, a) for a in text.attributions if not a.vouches]
    missing = [one for one in case.others if one not in others]
    assert missing == [], others
    assert not (case.is_silent and others)


def test_few_lines_are_known_to_fail() -> None:
    """A line that fails is work to be done, and most lines are done."""
    failing = sum(case.is_known_failure for case in CASES)
    assert len(CASES) >= 200
    assert failing <= _KNOWN_FAILURES * len(CASES)

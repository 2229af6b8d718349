"""Turns of speech in a transcript: "REYES: We were told nothing."; Q and A."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rules.model import Span
from rules.text.model import Kind, Paragraph
from rules.text.words import word_set

_LABEL = re.compile(
    r"(?:\*\*|__)?(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?: ?\([^()\n]{1,40}\))?"
    r"(?:\*\*|__)?(?P<colon>:)(?:\*\*|__)?\s+(?=\S)"
)
_FEWEST = 3  # labels
_LONGEST = 70  # characters of a label
# What stands before the colon in boxes and listings: nobody's name.
_NO_NAMES = word_set(
    "when where who what why how which price prices date dates time times tickets venue cost "
    "director cast stars verdict rating address phone tel opening hours open result results score "
    "scorers referee attendance subs ingredients serves method note notes update updated "
    "correction tip step day week "
    "part chapter fact myth claim reality truth pros cons team teams group lead "
    "background analysis summary conclusion example answer-key warning source sources photo"
)
_ASKED, _ANSWERED = frozenset(("q", "question")), frozenset(("a", "answer"))


class Turn(NamedTuple):
    """The label of a paragraph in which somebody speaks.

    ``asks``: it is a question of ours; ``answers``: it names nobody.
    """

    name: Span
    colon: Span
    begin: int
    asks: bool
    answers: bool


def turns(source: str, paragraphs: Sequence[Paragraph]) -> dict[int, Turn]:
    """The turns by number of paragraph; labels make turns where one of them comes back."""
    labels: dict[int, re.Match[str]] = {}
    for paragraph in paragraphs:
        start, end = paragraph.span
        end = min(end, start + _LONGEST)
        if paragraph.kind is Kind.BODY and source.find(":", start, end) >= 0:
            match = _LABEL.match(source, start, paragraph.span.end)
            if match and match.end() - start <= _LONGEST and _is_name(match["name"]):
                labels[paragraph.n] = match
    counted = Counter(match["name"] for match in labels.values())
    if len(labels) <= len(counted) or len(labels) < _FEWEST:
        return {}
    return {n: _turn(match) for n, match in labels.items()}


def _is_name(label: str) -> bool:
    return label.split()[0].lower() not in _NO_NAMES


def _turn(match: re.Match[str]) -> Turn:
    word = match["name"].lower().rstrip(".")
    return Turn(
        Span(*match.span("name")),
        Span(*match.span("colon")),
        match.end(),
        word in _ASKED,
        word in _ANSWERED,
    )

"""A review whose answers are easily foreseen, whatever the rules of the day ask."""

import re

from rules.model import Flag, Level, Review, Source

_ASKED = {
    "secretly sabotaged": (Level.HOLD, "sourcing.accusation", "Who accuses?"),
    "slammed": (Level.QUERY, "language.verb", "Does the verb take sides?"),
    "regime": (Level.QUERY, "language.label", "Whose word is it?"),
    "41 per cent": (Level.QUERY, "sourcing.statistic", "Who counted?"),
    "Critics": (Level.QUERY, "sourcing.vague", "Which of them?"),
    "the the": (Level.NOTE, "copy.repeat", "Is it there twice?"),
}
_PASSAGE = re.compile("|".join(_ASKED))
_SENTENCE = re.compile(r"[^.\s][^.]*\.")


def review(text: str) -> Review:
    """Ask of a handful of passages, and of nothing else."""
    return Review(
        source=Source(path="", type="text", sha256=""),
        words=len(text.split()),
        sentences=tuple(each.span() for each in _SENTENCE.finditer(text)),
        voices=(),
        attributions=(),
        flags=tuple(_flag(n, each) for n, each in enumerate(_PASSAGE.finditer(text))),
    )


def _flag(n: int, found: re.Match[str]) -> Flag:
    level, rule, title = _ASKED[found[0]]
    return Flag(
        mark=f"{found[0]}:{n}",
        rule=rule,
        level=level,
        start=found.start(),
        end=found.end(),
        line=1,
        column=found.start() + 1,
        quote=found[0],
        title=title,
        why="Somebody will ask.",
        fix="Say who says so.",
    )

"""A plain review of plain sentences, for the tests of how flags are known again."""

import re
from collections.abc import Mapping, Sequence

from rules.carry import Known
from rules.model import Flag, Level, Review, Source, Spoken, Voice
from rules.traces import Trace, traces

_FLAGGED = re.compile(r"regime|31 per cent|\{all (\w+)\}|\bmob\b")
_SENTENCE = re.compile(r"[^.\s][^.]*\.")
_SAID = re.compile(r"([^.]+), (\w+ \w+) (said|wrote)\.")
RAIN = "Rain fell on the square all night, and the lamps went out one by one."
OTHER = (
    "The band played on the quay.",
    "Nobody had seen the ledger since the autumn fair.",
    "Trains ran late on both lines, and buses did not run.",
    "A clerk opened the window.",
)
ASKED = (
    "The regime closed the northern port on Friday.",
    "In the valley the regime sent its soldiers home.",
    "Rents have risen 31 per cent since the spring.",
    "Harbour dues were raised by 31 per cent, Ana Roke said.",
    "Some of the regime had left for the islands, Tom Hale wrote.",
    "Bread costs 31 per cent more than it did, and the bakers shut.",
)


def read(text: str, grouped: Sequence[str] = ()) -> tuple[Trace, ...]:
    """The traces of a plain review: who speaks is told by the end of a sentence.

    Words that are ``grouped`` are one flag with several places.
    """
    flags: list[Flag] = []
    for found in _FLAGGED.finditer(text):
        first = next((f for f in flags if found[0] in grouped and f.quote == found[0]), None)
        if first is None:
            flags.append(_flag(found))
        else:
            also = (*first.also, found.span())
            flags[flags.index(first)] = first.model_copy(update={"also": also})
    told = [
        Spoken(
            source=said.span(2), cue=said.span(3), content=(said.span(1),), kind="indirect",
            class_="speech", vouches=True,
        )
        for said in _SAID.finditer(text)
    ]  # fmt: skip
    read = Review(
        source=Source(path="", type="text", sha256=""),
        words=len(text.split()),
        sentences=tuple(each.span() for each in _SENTENCE.finditer(text)),
        voices=((0, len(text), Voice.NEWSROOM),),
        attributions=tuple(told),
        flags=tuple(flags),
    )
    return traces(text, read)


def _flag(found: re.Match[str]) -> Flag:
    about = found[1]
    return Flag(
        mark=about or f"{found.start()}", rule="copy.asked" if about else f"copy.{found[0][:2]}",
        level=Level.QUERY, scope="document" if about else "passage", start=found.start(),
        end=found.end(), line=1, column=1, quote=found[0], title="?", why="", fix="",
    )  # fmt: skip


def draft(paragraphs: Sequence[str]) -> str:
    """The paragraphs as one text."""
    return "\n\n".join(paragraphs)


def first(present: Sequence[Trace]) -> dict[int, Trace]:
    """What is known after a first version: numbered from 1."""
    return dict(enumerate(present, start=1))


def numbers(known: Sequence[Known | None]) -> list[int | None]:
    """The numbers alone."""
    return [each and each.number for each in known]


def same_words(
    past: Mapping[int, Trace], present: Sequence[Trace], known: Sequence[Known | None]
) -> bool:
    """Tell whether every number stands for the same rule and words as before."""
    return all(
        {p.words for p in past[each.number].places} & {p.words for p in trace.places}
        and past[each.number].rule == trace.rule
        for each, trace in zip(known, present, strict=True)
        if each
    )

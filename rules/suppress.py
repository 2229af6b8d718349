"""Keeps a rule to the voices it speaks in, and remembers what it kept silent about."""

from collections.abc import Iterable, Iterator
from typing import Literal

from rules.model import Because, Hit, Rule, Voice
from rules.search.patience import OutOfPatience
from rules.text.model import Text

_SILENT: dict[Voice, Because] = {Voice.QUOTATION: "quotation", Voice.PARAPHRASE: "attributed"}


def heard(rule: Rule, text: Text) -> Iterable[tuple[Hit, Because | None]]:
    """Every hit of ``rule`` with the reason to stay silent about it, or None to raise it.

    Furniture that a rule does not read leaves no record: nobody wrote it as copy.
    """
    hits = found(rule, text)
    return _heard(rule, text, hits) if hits else ()


def _heard(rule: Rule, text: Text, hits: list[Hit]) -> Iterator[tuple[Hit, Because | None]]:
    for hit in outermost(hits):
        because = None if hit.scope == "document" else voiced(rule, text, hit)
        if because != "furniture":
            yield hit, because or hit.because


def found(rule: Rule, text: Text) -> list[Hit]:
    """The hits of ``rule``; where it takes too long, those it had found until then."""
    patience = text.patience
    patience.begin(rule.id)
    hits: list[Hit] = []
    try:
        for hit in rule.find(text):
            hits.append(hit)
            patience.check()
    except OutOfPatience:
        patience.stop()
    return hits


def raised(rule: Rule, text: Text) -> list[Hit]:
    """The hits of ``rule`` that an editor gets to see, whatever the profile."""
    return [hit for hit, because in heard(rule, text) if because is None]


def speaker(text: Text, place: int) -> Voice:
    """Who speaks at ``place``; words in quotation marks are quoted in a headline too."""
    voice = text.voice_at(place)
    return Voice.QUOTATION if voice is Voice.FURNITURE and text.is_quoted(place) else voice


def voiced(rule: Rule, text: Text, hit: Hit) -> Because | Literal["furniture"] | None:
    """Why ``rule`` does not speak where ``hit`` stands, if it does not."""
    if len(rule.voices) == len(Voice):
        return None
    voice = speaker(text, hit.start)
    if voice in rule.voices:
        return None
    return _SILENT.get(voice, "furniture")


def outermost(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits in reading order, without those that lie inside or run into an earlier one."""
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.scope == "document":
            yield hit
        elif hit.start >= end:
            end = hit.end
            yield hit

"""Keeps a rule to the voices it speaks in, and remembers what it kept silent about."""

from collections.abc import Iterator
from typing import Literal

from rules.model import Because, Hit, Rule, Voice
from rules.text.model import Text

_SILENT: dict[Voice, Because] = {Voice.QUOTATION: "quotation", Voice.PARAPHRASE: "attributed"}


def heard(rule: Rule, text: Text) -> Iterator[tuple[Hit, Because | None]]:
    """Every hit of ``rule`` with the reason to stay silent about it, or None to raise it.

    Furniture that a rule does not read leaves no record: nobody wrote it as copy.
    """
    for hit in _outermost(rule, text):
        because = None if hit.scope == "document" else _voiced(rule, text, hit)
        if because != "furniture":
            yield hit, because or hit.because


def raised(rule: Rule, text: Text) -> list[Hit]:
    """The hits of ``rule`` that an editor gets to see, whatever the profile."""
    return [hit for hit, because in heard(rule, text) if because is None]


def speaker(text: Text, place: int) -> Voice:
    """Who speaks at ``place``; words in quotation marks are quoted in a headline too."""
    voice = text.voice_at(place)
    if voice is Voice.FURNITURE and any(
        q.span.start < place < q.span.end for q in text.quotations
    ):
        return Voice.QUOTATION
    return voice


def _voiced(rule: Rule, text: Text, hit: Hit) -> Because | Literal["furniture"] | None:
    voice = speaker(text, hit.start)
    if voice in rule.voices:
        return None
    return _SILENT.get(voice, "furniture")


def _outermost(rule: Rule, text: Text) -> Iterator[Hit]:
    """The hits in reading order, without those that lie inside or run into an earlier one."""
    end = -1
    for hit in sorted(rule.find(text), key=lambda hit: (hit.start, -hit.end)):
        if hit.scope == "document":
            yield hit
        elif hit.start >= end:
            end = hit.end
            yield hit

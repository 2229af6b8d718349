"""Reads the files of a lexicon: phrases by sense, slots, and verbs in all their forms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rules.cache import kept
from rules.lexicon.notation import Notation, Phrase, Piece
from rules.words.forms import inflect

_VERB = re.compile(r"(?<![\w'-])[A-Z]{2,}(?:-[A-Z]+)*(?![\w'-])")
_SLOT = re.compile(r"\{(?P<name>\w+)\}(?P<nouns> nouns)?: *(?P<terms>.*)")
_BARE = ("VB", "VBP", "VBZ")


class Phrases(NamedTuple):
    """The phrases of the files, each with its sense, and the forms that are participles only."""

    lines: tuple[tuple[Phrase, str], ...]
    participles: frozenset[str]


def phrases(paths: Sequence[Path], slots: Mapping[str, Piece]) -> Phrases:
    """What the files say; ``slots`` are those that they do not define themselves.

    ValueError where a line cannot be read, points at two passages, or has no word of its own to
    be looked up by.
    """
    data = [path.read_bytes() for path in paths]
    key = b"\0".join([*data, repr(sorted(slots.items())).encode()])

    def make() -> dict[str, Any]:
        lines = [
            (path.name, line)
            for path, said in zip(paths, data, strict=True)
            for line in joined_lines(said.decode("utf-8"))
        ]
        return _plain(_read(lines, slots))

    return kept("lexicons", key, make, _known)


def _read(lines: Sequence[tuple[str, str]], slots: Mapping[str, Piece]) -> Phrases:
    """What the lines say; each comes with the name of its file."""
    table = inflect({verb.lower() for _, line in lines for verb in _VERB.findall(line)}, "verb")
    verbs = {verb: _forms(tags) for verb, tags in table.items()}
    notation = Notation(verbs, slots)
    found: list[tuple[Phrase, str]] = []
    sense = ""
    for name, line in lines:
        if slot := _SLOT.fullmatch(line):
            notation.define(slot["name"], _terms(slot))
        elif line.startswith("[") and line.endswith("]") and line[1:-1].islower():
            sense = line[1:-1]
        else:
            found.append((notation.phrase(line), sense))
            if found[-1][0].words is None:
                raise ValueError(f"{name}: a phrase needs a word of its own: {line}")
            if found[-1][0].pattern.count("(?P<hit>") > 1:
                raise ValueError(f"{name}: a phrase points at one passage: {line}")
    others = _tagged(table, "VBD", "VBG", *_BARE)
    return Phrases(tuple(found), _tagged(table, "VBN") - others)


def joined_lines(data: str) -> Iterator[str]:
    """The lines without comments, those that go on from the one above joined to it."""
    lines: list[str] = []
    for raw in data.splitlines():
        line = raw.split("#")[0].rstrip()
        if line.startswith(" ") and lines:
            lines[-1] += line
        elif line:
            lines.append(line)
    return (re.sub(r"\s+", " ", line) for line in lines)


def _terms(slot: re.Match[str]) -> list[str]:
    terms = [term.strip() for term in slot["terms"].split(" | ")]
    if slot["nouns"]:
        nouns = [term for term in terms if not term.startswith("{")]
        table = inflect(nouns, "noun")
        forms = {form for noun in nouns for fs in table[noun].values() for form in fs}
        terms = sorted(forms | {*terms} - {*nouns})
    return terms


def _forms(tags: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(form.lower() for forms in tags.values() for form in forms)


def _tagged(table: Mapping[str, Mapping[str, Sequence[str]]], *tags: str) -> frozenset[str]:
    return frozenset(f for forms in table.values() for tag in tags for f in forms.get(tag, ()))


def _plain(read: Phrases) -> dict[str, Any]:
    """As JSON; a set of words that many phrases need is written once."""
    sets: dict[frozenset[str], int] = {}

    def n(words: frozenset[str]) -> int:
        return sets.setdefault(words, len(sets))

    lines = []
    for phrase, sense in read.lines:
        words, needs = n(phrase.words or frozenset()), [n(need) for need in phrase.needs]
        lines.append([phrase.pattern, words, needs, phrase.not_after, phrase.is_verb, sense])
    written = [sorted(words) for words in sets]
    return {"sets": written, "lines": lines, "participles": sorted(read.participles)}


def _known(said: dict[str, Any]) -> Phrases:
    sets = [frozenset(words) for words in said["sets"]]
    lines = tuple(
        (Phrase(pattern, sets[n], tuple(sets[k] for k in needs), not_after, is_verb), sense)
        for pattern, n, needs, not_after, is_verb, sense in said["lines"]
    )
    return Phrases(lines, frozenset(said["participles"]))

"""Reads a list of words by sense: what each word is, how hard it presses, where it is right.

[ridicule: adjective, query] It laughs before the reader has seen why.
laughable, ludicrous, farcical

The head of a group names a sense, a part of speech (noun, verb, adjective, or phrase: as written)
and a strength: hold, query, note, ``off`` (counts only where the rule sees more) or ``right`` (a
term of art that silences the words in it); then the reason. An entry may say more:

slam > criticise | oppose          what to write instead, in the form of the word
toxic !(waste|asset*)              not with one of these among the four words after it
!(tax|training) regime             nor among the three before it
ordeal ~(court|trial)              nor in a sentence that holds one of them

``unless before|after|sentence: a | b`` below a head says the same of its whole group, and
``{name}: a | b`` defines a slot for any of these lists.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast, get_args

from rules.cache import kept
from rules.lexicon.phrases import joined_lines
from rules.words.forms import Forms, inflect

Part = Literal["noun", "verb", "adjective", "phrase"]
Strength = Literal["hold", "query", "note", "off", "right"]
_HEAD = re.compile(r"\[(?P<sense>[a-z' -]+): (?P<part>\w+), (?P<strength>\w+)\] ?(?P<reason>.*)")
_UNLESS = re.compile(r"unless (?P<where>before|after|sentence): (?P<words>.+)")
_SLOT = re.compile(r"\{(?P<name>\w+)\}: (?P<words>.+)")
_COMMA = re.compile(r",\s*(?![^()]*\))")
_ONE = r"\([^()]*\)|[^\s()]+"
_ENTRY = re.compile(
    rf"(?:!(?P<before>{_ONE}) )?(?P<words>[^!~>()]+?)(?: !(?P<after>{_ONE}))?"
    rf"(?: ~(?P<sentence>{_ONE}))?(?: > (?P<instead>[^!~>]+))?"
)
_FORMS: Mapping[str, Forms] = {"noun": "noun", "verb": "verb"}


class Entry(NamedTuple):
    """A word with its sense; ``unless``: patterns of what is around it where it is right."""

    words: str
    sense: str
    part: Part
    strength: Strength
    reason: str
    unless: Mapping[str, Sequence[str]] = {}  # by where: before, after, sentence
    instead: Sequence[str] = ()


class Spelling(NamedTuple):
    """One form of an entry, in lower case: its tags, and what to write instead of it."""

    form: str
    entry: int
    tags: frozenset[str] = frozenset()
    instead: tuple[str, ...] = ()


class Entries:
    """All entries of a list, and every form of them; built of what is kept as they are met."""

    def __init__(self, said: dict[str, Any]) -> None:
        self._entries: list[list[Any]] = said["entries"]
        self.forms: dict[str, list[list[Any]]] = said["forms"]

    def entry(self, n: int) -> Entry:
        """The ``n``th entry of the list."""
        return Entry(*self._entries[n])

    def spellings(self, form: str) -> Iterator[Spelling]:
        """What is spelled so, in the order of the list."""
        for n, tags, instead in self.forms[form]:
            yield Spelling(form, n, frozenset(tags), tuple(instead))


def entries(*paths: Path) -> Entries:
    """What the files say, as one list; ValueError names the line that cannot be read."""
    data = [path.read_bytes() for path in paths]

    def make() -> dict[str, Any]:
        named = zip(paths, data, strict=True)
        read = [e for path, said in named for e in _read(path.name, said.decode("utf-8"))]
        forms: dict[str, list[list[Any]]] = {}
        for s in sorted(_spellings(read), key=lambda s: s.entry):
            forms.setdefault(s.form, []).append([s.entry, sorted(s.tags), s.instead])
        return {"entries": read, "forms": forms}

    return kept("entries", b"\0".join(data), make, Entries)


def _read(name: str, data: str) -> Iterator[Entry]:
    slots: dict[str, str] = {}
    group: Entry | None = None
    for line in joined_lines(data):
        if slot := _SLOT.fullmatch(line):
            slots[slot["name"]] = _filled(slot["words"], slots)
        elif head := _HEAD.fullmatch(line):
            group = _group(name, head)
        elif group is None:
            raise ValueError(f"{name}: no [sense: part, strength] stands above: {line}")
        elif unless := _UNLESS.fullmatch(line):
            more = {unless["where"]: _patterns(unless["words"], slots)}
            group = group._replace(unless=_together(group.unless, more))
        else:
            yield from (_entry(name, group, said, slots) for said in _COMMA.split(line) if said)


def _group(name: str, head: re.Match[str]) -> Entry:
    part, strength = head["part"], head["strength"]
    if part not in get_args(Part) or strength not in get_args(Strength):
        raise ValueError(f"{name}: no such part of speech or strength: {head[0]}")
    return Entry(
        "", head["sense"], cast(Part, part), cast(Strength, strength), head["reason"].strip()
    )


def _entry(name: str, group: Entry, said: str, slots: Mapping[str, str]) -> Entry:
    found = _ENTRY.fullmatch(said.strip())
    if found is None:
        raise ValueError(f"{name}: cannot be read: {said}")
    own = {where: _patterns(found[where], slots) for where in ("before", "after", "sentence")}
    instead = [word.strip() for word in (found["instead"] or "").split("|") if word.strip()]
    unless = _together(group.unless, own)
    return group._replace(words=found["words"].strip(), unless=unless, instead=instead)


def _together(
    unless: Mapping[str, Sequence[str]], more: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    """Both lists of contexts as one; places that nothing is said of are left out."""
    both = {where: (*unless.get(where, ()), *more.get(where, ())) for where in (*unless, *more)}
    return {where: patterns for where, patterns in both.items() if patterns}


def _patterns(words: str | None, slots: Mapping[str, str]) -> list[str]:
    """Patterns of whole words: ``*`` stands for any ending."""
    inner = _filled((words or "").strip("()"), slots)
    return [
        re.escape(word.strip()).replace(r"\*", r"\w*").replace(r"\ ", " ")
        for word in inner.split("|")
        if word.strip()
    ]


def _filled(words: str, slots: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda slot: slots[slot[1]], words)


def _spellings(read: Sequence[Entry]) -> Iterator[Spelling]:
    for part in get_args(Part):
        some = [(n, entry) for n, entry in enumerate(read) if entry.part == part]
        table = _table(part, [entry.words for _, entry in some])
        other = _table(part, [word for _, entry in some for word in entry.instead])
        for n, entry in some:
            tags: dict[str, set[str]] = {}
            for tag, forms in table[entry.words].items():
                for form in forms:
                    tags.setdefault(form.lower(), set()).add(tag)
            for form, known in tags.items():
                instead = tuple(_formed(other[word], word, known) for word in entry.instead)
                yield Spelling(form, n, frozenset(known), instead)


def _table(part: Part, words: Iterable[str]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    if part in _FORMS:
        return inflect(words, _FORMS[part])
    return {word: {"": (word,)} for word in words}


def _formed(table: Mapping[str, tuple[str, ...]], word: str, tags: Iterable[str]) -> str:
    """A word in the form that another has."""
    return next((table[tag][0] for tag in sorted(tags) if tag in table), word)

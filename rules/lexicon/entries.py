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


class Entries(NamedTuple):
    """All entries of a file, and every form of them."""

    entries: tuple[Entry, ...]
    spellings: tuple[Spelling, ...]


def entries(path: Path) -> Entries:
    """What the file says; ValueError names the line that cannot be read."""
    data = path.read_bytes()

    def make() -> dict[str, Any]:
        read = list(_read(path.name, data.decode("utf-8")))
        spelled = [[s.form, s.entry, sorted(s.tags), s.instead] for s in _spellings(read)]
        return {"entries": read, "spellings": spelled}

    return kept("entries", data, make, _known)


def together(some: Iterable[Entries]) -> Entries:
    """The lists as one."""
    listed: list[Entry] = []
    spellings: list[Spelling] = []
    for read in some:
        if not listed:
            spellings += read.spellings
            listed += read.entries
            continue
        spellings += (s._replace(entry=s.entry + len(listed)) for s in read.spellings)
        listed += read.entries
    return Entries(tuple(listed), tuple(spellings))


def _known(said: dict[str, Any]) -> Entries:
    spelled = (Spelling(f, n, frozenset(tags), tuple(i)) for f, n, tags, i in said["spellings"])
    return Entries(tuple(Entry(*entry) for entry in said["entries"]), tuple(spelled))


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

"""Reads a YAML file with the line of each key; every scalar stays the words that were written.

Read event by event, without recursion: neither deep nesting nor aliases of aliases can make a
small file into a large one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from rules.files.faults import not_yaml
from rules.files.form import Form, Key, RuleError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LARGEST = 2_000_000  # bytes
_DEEPEST = 20
_MOST = 200_000  # values, aliases counted as what they stand for


def mapping(path: Path, *, lenient: bool = False) -> tuple[dict[str, Any], dict[Key, int]]:
    r"""The mapping in a YAML file, and the line of each of its keys; RuleError if it is none.

    ``lenient``, as Vale is: a key may be said again, the last word counts, and ``\'`` in double
    quotes is an apostrophe.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Form(path).wrong(f"cannot be read: {error.strerror}") from None
    return read_mapping(data, path, lenient=lenient)


def read_mapping(
    data: bytes, path: Path, *, lenient: bool = False
) -> tuple[dict[str, Any], dict[Key, int]]:
    """The same of a file's bytes."""
    if len(data) > _LARGEST:
        raise Form(path).wrong(f"is larger than a rule can be ({_LARGEST:,} bytes)")
    try:
        reader = _Reader(path, lenient)
        said = reader.read(yaml.parse(data.decode("utf-8-sig"), Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        if lenient and b"\\'" in data and "escape" in (error.problem or ""):
            return read_mapping(data.replace(b"\\'", b"'"), path, lenient=True)
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Form(path, {(): line}).wrong(not_yaml(error.problem or "")) from None
    except UnicodeDecodeError:
        raise Form(path).wrong("is not UTF-8 text; save it as UTF-8") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise Form(path).wrong(f"not YAML: {type(error).__name__}") from None
    if not isinstance(said, dict):
        raise Form(path).wrong("is empty" if said is None else "is not a mapping of keys")
    return said, reader.lines


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read, where it stands, and what it weighs so far."""

    value: dict[str, Any] | list[Any]
    place: Key
    anchor: str | None
    key: str | None = None
    weight: int = 1


@dataclass
class _Reader:
    path: Path
    lenient: bool
    lines: dict[Key, int] = field(default_factory=dict)
    _open: list[_Open] = field(default_factory=list)
    _anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    _weight: int = 0
    _root: Any = None

    def read(self, events: Iterator[yaml.Event]) -> Any:
        """The value of the first YAML text in the file."""
        for event in events:
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.ScalarEvent):
                self._put(_scalar(event), event.anchor, line)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(str(event.anchor), line)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self._begin(event, line)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self._end()
            elif isinstance(event, yaml.DocumentEndEvent):
                break
        return self._root

    def _begin(self, event: Any, line: int) -> None:
        if len(self._open) >= _DEEPEST:
            raise self._wrong("is nested too deeply for a rule", line)
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self._wants_key():
            raise self._wrong("a key has to be a word", line)
        self._open.append(_Open(value, self._place(), event.anchor))
        self.lines.setdefault(self._open[-1].place, line)

    def _end(self) -> None:
        done = self._open.pop()
        self._add(done.value, done.weight, done.anchor)

    def _alias(self, anchor: str, line: int) -> None:
        if anchor not in self._anchors:
            raise self._wrong(
                f"*{anchor} stands for nothing; put words that begin with * in quotes", line
            )
        value, weight = self._anchors[anchor]
        self._weigh(weight, line)
        if self._wants_key():
            self._put(value, None, line)
        else:
            self._add(value, weight, None)

    def _put(self, value: Any, anchor: str | None, line: int) -> None:
        self._weigh(1, line)
        if not self._wants_key():
            self.lines.setdefault(self._place(), line)
            self._add(value, 1, anchor)
            return
        holder = self._open[-1]
        holder.key = "" if value is None else str(value)
        place = (*holder.place, holder.key)
        if holder.key in holder.value and not self.lenient:
            raise Form(self.path, {place: line}).wrong("stands here twice", *place)
        self.lines[place] = line

    def _add(self, value: Any, weight: int, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = (value, weight)
        if not self._open:
            self._root = value
            return
        holder = self._open[-1]
        holder.weight += weight
        if isinstance(holder.value, list):
            holder.value.append(value)
        elif holder.key is not None:
            holder.value[holder.key] = value
            holder.key = None

    def _place(self) -> Key:
        if not self._open:
            return ()
        holder = self._open[-1]
        last = len(holder.value) if isinstance(holder.value, list) else holder.key
        return (*holder.place, last if last is not None else "")

    def _wants_key(self) -> bool:
        if not self._open:
            return False
        return isinstance(self._open[-1].value, Mapping) and self._open[-1].key is None

    def _weigh(self, weight: int, line: int) -> None:
        self._weight += weight
        if self._weight > _MOST:
            raise self._wrong("holds more values than a rule can", line)

    def _wrong(self, what: str, line: int) -> RuleError:
        return Form(self.path, {(): line}).wrong(what)


def _scalar(event: Any) -> str | None:
    """The words as written; nothing for an empty value or a null."""
    plain = event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL")
    return None if plain else event.value

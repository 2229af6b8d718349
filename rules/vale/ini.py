"""Reads a .vale.ini: sections with their keys, each value known by its file and line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rules.files.form import Form, RuleError

_SECTION = re.compile(r"\[(.+)\]\s*(?:[#;].*)?")
_PAIR = re.compile(r"([^=:]+?)\s*[=:]\s*(.*)")
_REMARK = re.compile(r" [#;].*$")
_COMMA = re.compile(r"(?<!\\),")
_TOP = frozenset({"", "DEFAULT"})


@dataclass(frozen=True, slots=True)
class Value:
    """What a key is set to, and where; ``said`` is all of it, if it was said more than once."""

    text: str
    line: int
    path: Path
    said: tuple[str, ...]

    def listed(self) -> tuple[str, ...]:
        r"""The parts between commas, each once; ``\\,`` is a comma within a part."""
        parts = (part.strip() for text in self.said for part in _COMMA.split(text))
        return tuple(dict.fromkeys(part.replace("\\,", ",") for part in parts if part))

    def after(self, earlier: "Value | None") -> "Value":
        """The value that takes the place of an earlier one: what is a list goes on."""
        if earlier is None:
            return self
        return Value(self.text, self.line, self.path, (*earlier.said, *self.said))

    def wrong(self, what: str) -> RuleError:
        """The error about this value."""
        return Form(self.path, {(): self.line}).wrong(what)


Sections = dict[str, dict[str, Value]]


@dataclass
class Ini:
    """The file: keys above all sections are under ``""``."""

    path: Path
    sections: Sections = field(default_factory=lambda: {"": {}})

    @classmethod
    def read(cls, path: Path) -> "Ini":
        """The file at ``path``; RuleError names the line that cannot be read."""
        try:
            data = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            raise Form(path).wrong(f"cannot be read: {reason}") from None
        ini = cls(path)
        keys = ini.sections[""]
        faults = []
        for number, line in _lines(data):
            if section := _SECTION.fullmatch(line):
                keys = ini._section(section[1].strip())
            elif pair := _PAIR.fullmatch(line):
                ini._put(keys, pair[1].strip().strip('"`'), pair[2], number)
            else:
                what = "is neither [a section] nor a key = value"
                faults.append(str(Form(path, {(): number}).wrong(what)))
        if faults:
            raise RuleError(*faults)
        return ini

    def after(self, earlier: "Ini") -> "Ini":
        """Both, one read after the other: the later word counts, and what is a list goes on."""
        both: Sections = {name: dict(keys) for name, keys in earlier.sections.items()}
        for name, keys in self.sections.items():
            there = both.setdefault(name, {})
            for key, value in keys.items():
                there[key] = value.after(there.get(key))
        return Ini(self.path, both)

    def _section(self, name: str) -> dict[str, Value]:
        return self.sections.setdefault("" if name in _TOP else name, {})

    def _put(self, keys: dict[str, Value], key: str, written: str, line: int) -> None:
        """Said twice in one file, the first word counts, and a list goes on."""
        text = _value(written)
        first = keys.get(key)
        if first is None:
            keys[key] = Value(text, line, self.path, (text,))
        else:
            keys[key] = Value(first.text, first.line, self.path, (*first.said, text))


def _lines(data: str) -> Iterator[tuple[int, str]]:
    r"""The lines that say something, by number; one that ends with ``\`` goes on in the next."""
    begun: tuple[int, str] | None = None
    for number, raw in enumerate(data.splitlines(), 1):
        line = raw.strip()
        if begun is None and (not line or line[0] in "#;"):
            continue
        first, before = begun or (number, "")
        if line.endswith("\\"):
            begun = first, before + line[:-1]
        else:
            begun = None
            yield first, before + line
    if begun is not None:
        yield begun


def _value(written: str) -> str:
    value = _REMARK.sub("", written).strip()
    for mark in ("'", '"', "`"):
        if len(value) > 1 and value[0] == value[-1] == mark and mark not in value[1:-1]:
            return value[1:-1]
    return value

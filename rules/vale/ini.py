"""Reads a .vale.ini: sections with their keys, each value known by its line."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from rules.form import Form, RuleError

_SECTION = re.compile(r"\[(.+)\]\s*(?:[#;].*)?")
_PAIR = re.compile(r"([^=:]+?)\s*[=:]\s*(.*)")
_REMARK = re.compile(r"\s[#;].*$")


@dataclass(frozen=True, slots=True)
class Value:
    """What a key is set to, and where."""

    text: str
    line: int

    def listed(self) -> tuple[str, ...]:
        """The parts between commas, each once."""
        parts = (part.strip() for part in self.text.split(","))
        return tuple(dict.fromkeys(part for part in parts if part))


@dataclass
class Ini:
    """The file: keys above all sections are under ``""``; a later value replaces an earlier."""

    path: Path
    sections: dict[str, dict[str, Value]] = field(default_factory=lambda: {"": {}})

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
        for number, raw in enumerate(data.splitlines(), 1):
            line = raw.strip()
            if not line or line[0] in "#;":
                continue
            if section := _SECTION.fullmatch(line):
                keys = ini.sections.setdefault(section[1].strip(), {})
            elif pair := _PAIR.fullmatch(line):
                keys[pair[1].strip()] = Value(_value(pair[2]), number)
            else:
                raise ini.wrong(number, "is neither [a section] nor a key = value")
        return ini

    def wrong(self, line: int, what: str) -> RuleError:
        """The error about that line."""
        return Form(self.path, {(): line}).wrong(what)


def _value(written: str) -> str:
    value = _REMARK.sub("", written).strip()
    for mark in ("'", '"', "`"):
        if len(value) > 1 and value[0] == value[-1] == mark:
            return value[1:-1]
    return value

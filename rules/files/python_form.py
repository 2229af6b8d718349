"""Reads a rule written in Python: docstring, LEVEL, EXAMPLES and find."""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from rules.files.form import Form
from rules.model import Level, Rule, Voice
from rules.search.scan import Seeker

_FACT = re.compile(r"^(Why|Fix|Source|Link|Formerly):\s*", re.MULTILINE)
_OTHER = re.compile(r"^([A-Z]\w*):\s", re.MULTILINE)
_REQUIRED = ("Why", "Fix")


def read(module: ModuleType, path: Path, name: str) -> Rule:
    """The rule that ``module`` is."""
    form = Form(path, _Lines(path))
    title, facts = _docstring(form, module)
    examples = _constant(form, module, "EXAMPLES", tuple, "a tuple of strings")
    if not all(isinstance(example, str) for example in examples):
        raise form.wrong("has to be a tuple of strings", "EXAMPLES")
    form.examples(examples, "EXAMPLES", required=True)
    find = getattr(module, "find", None)
    if not callable(find):
        raise form.wrong("missing", "find")
    return Rule(
        id=name,
        title=title,
        why=facts["Why"],
        fix=facts["Fix"],
        level=_constant(form, module, "LEVEL", Level, "Level.HOLD, Level.QUERY or Level.NOTE"),
        find=find,
        examples=examples,
        voices=_voices(form, module),
        source=facts.get("Source", ""),
        link=facts.get("Link", ""),
        formerly=tuple(facts.get("Formerly", "").split()),
        seekers=tuple(value for value in vars(module).values() if isinstance(value, Seeker)),
        yields=_yields(form, module),
    )


def _docstring(form: Form, module: ModuleType) -> tuple[str, dict[str, str]]:
    """The title and the facts of ``Why: …``, ``Fix: …`` paragraphs."""
    said = inspect.cleandoc(module.__doc__ or "")
    if not said:
        raise form.wrong("missing", "docstring")
    pieces = _FACT.split(said)
    if stray := _OTHER.search(_FACT.sub("", said)):
        raise form.wrong(f"{stray[1]} is not a fact of a rule", "docstring")
    title, *_ = pieces[0].strip().split("\n")
    facts = {
        fact: " ".join(words.split())
        for fact, words in zip(pieces[1::2], pieces[2::2], strict=True)
    }
    if not title:
        raise form.wrong("missing", "title")
    for fact in _REQUIRED:
        if not facts.get(fact):
            raise form.wrong("missing", fact)
    return title, facts


def _voices(form: Form, module: ModuleType) -> frozenset[Voice]:
    voices = getattr(module, "VOICES", {Voice.NEWSROOM})
    are_several = isinstance(voices, set | frozenset | tuple | list) and bool(voices)
    if not are_several or not all(isinstance(voice, Voice) for voice in voices):
        raise form.wrong("has to be a set of voices: {Voice.NEWSROOM}", "VOICES")
    return frozenset(voices)


def _yields(form: Form, module: ModuleType) -> frozenset[str]:
    others: object = getattr(module, "YIELDS", frozenset())
    if not isinstance(others, frozenset) or not all(isinstance(name, str) for name in others):
        raise form.wrong('has to be a frozenset of ids: frozenset({"sourcing.claim"})', "YIELDS")
    return others


def _constant(form: Form, module: ModuleType, key: str, kind: type, has_to_be: str) -> Any:
    value = getattr(module, key, None)
    if not value:
        raise form.wrong("missing", key)
    if not isinstance(value, kind):
        raise form.wrong(f"has to be {has_to_be}", key)
    return value


class _Lines(Mapping[tuple[str | int, ...], int]):
    """On which line each constant and function of the module stands; read when first asked."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __getitem__(self, key: tuple[str | int, ...]) -> int:
        return self._read[key]

    def __iter__(self) -> Iterator[tuple[str | int, ...]]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)

    @cached_property
    def _read(self) -> dict[tuple[str | int, ...], int]:
        return _lines(self._path)


def _lines(path: Path) -> dict[tuple[str | int, ...], int]:
    lines: dict[tuple[str | int, ...], int] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            lines |= {(t.id,): node.lineno for t in node.targets if isinstance(t, ast.Name)}
        elif isinstance(node, ast.FunctionDef):
            lines[(node.name,)] = node.lineno
    return lines

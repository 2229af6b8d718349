"""Reads a rule written in YAML: Vale's keys and ours, each known by its line."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Literal

import yaml
from pydantic import ValidationError

from rules import kinds
from rules.form import FACTS, Form, RuleError
from rules.model import Rule, Voice
from rules.plan import Plan
from rules.text.blocks import SCOPES
from rules.words import Words

Key = tuple[str | int, ...]
Origin = Literal["packs", "house", "vale"]
_FAULTS = {
    "extra_forbidden": "is not a key we read",
    "string_type": "has to be words; put them in quotes if they hold a colon",
    "tuple_type": "has to be a list",
    "missing": "missing",
}


def read(path: Path, name: str, *, origin: Origin, accepted: tuple[str, ...] = ()) -> Rule:
    """The rule at ``path``; RuleError says what is wrong with it, and on which line.

    Rules of our ``packs`` need every fact; those of the ``house`` and of ``vale`` speak in any
    voice by default. ``accepted`` are patterns of words that the newsroom's vocabulary accepts.
    """
    said, lines = mapping(path)
    return made(said, Form(path, lines), name, origin=origin, accepted=accepted)


def made(
    said: dict[str, Any],
    form: Form,
    name: str,
    *,
    origin: Origin,
    accepted: tuple[str, ...] = (),
    plans: dict[str, Plan] | None = None,
) -> Rule:
    """The rule of those keys; ``form`` is where they stand, ``plans`` come from the cache."""
    ours = origin == "packs"
    for key in FACTS if ours else ():
        if not said.get(key):
            raise form.wrong("missing", key)
    words = _words(form, {key: value for key, value in said.items() if value is not None})
    if not words.message and not words.title:
        raise form.wrong("missing", "message")
    if origin != "vale" and not set(words.scope) <= set(SCOPES):
        raise form.wrong(f"has to be one of {', '.join(SCOPES)}", "scope")
    form.examples(words.examples, "examples", required=ours)
    words.adopt(foreign=origin == "vale", accepted=accepted, plans=plans or {})
    voices = words.voice or ((Voice.NEWSROOM,) if ours else tuple(Voice))
    return Rule(
        id=name,
        title=words.title or words.description or name,
        why=" ".join((words.why or words.description).split()),
        fix=" ".join(words.fix.split()),
        level=words.level,
        find=words.find,
        examples=words.examples,
        voices=frozenset(voices),
        source=words.source,
        link=words.link,
        formerly=words.formerly,
        words=words,
        seekers=tuple(words.searches()),
    )


def mapping(path: Path) -> tuple[dict[str, Any], dict[Key, int]]:
    """The mapping in a YAML file, every scalar a string, and the line of each of its keys."""
    lines: dict[Key, int] = {}
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        if not isinstance(node, yaml.MappingNode):
            raise Form(path).wrong("is not a mapping of keys")
        said = _value(node, (), lines, path)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Form(path, {(): line}).wrong(f"not YAML: {error.problem}") from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise Form(path).wrong(f"not YAML: {type(error).__name__}") from None
    return said, lines


def _value(node: yaml.Node, key: Key, lines: dict[Key, int], path: Path) -> Any:
    lines[key] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _pairs(node, key, lines, path)
    if isinstance(node, yaml.SequenceNode):
        return [_value(part, (*key, n), lines, path) for n, part in enumerate(node.value)]
    if node.tag == "tag:yaml.org,2002:null":
        return None
    return node.value


def _pairs(node: yaml.MappingNode, key: Key, lines: dict[Key, int], path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, part in node.value:
        place = (*key, str(name.value))
        line = name.start_mark.line + 1
        if name.value in found:
            raise Form(path, {place: line}).wrong("stands here twice", *place)
        found[str(name.value)] = _value(part, place, lines, path)
        lines[place] = line
    return found


def _words(form: Form, said: dict[str, Any]) -> Words:
    kind = said.get("extends")
    if kind is None:
        raise form.wrong("missing", "extends")
    if kind not in _kinds():
        raise form.wrong(f"{kind!r} is not a kind we read: {', '.join(_kinds())}", "extends")
    try:
        words: Words = import_module(f"rules.kinds.{kind}").KIND.model_validate(said)
    except ValidationError as error:
        raise _first(form, error) from None
    return words


def _first(form: Form, error: ValidationError) -> RuleError:
    """The first thing that pydantic says against the file, in our words."""
    fault = error.errors()[0]
    key: Key = tuple(fault["loc"])
    what = fault["msg"].removeprefix("Value error, ")
    what = _FAULTS.get(fault["type"], what)
    if not key:
        name, _, what = what.partition(": ")
        key = (name,)
    return form.wrong(" ".join(what.split()), *key)


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(_names())


def _names() -> Iterator[str]:
    for module in iter_modules(kinds.__path__):
        yield module.name

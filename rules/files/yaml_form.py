"""Reads a rule written in YAML: Vale's keys and ours, each known by its line."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Literal
from unicodedata import normalize

import regex
from pydantic import ValidationError

from rules import kinds
from rules.cache import kept
from rules.files.form import FACTS, Form, RuleError
from rules.model import Rule, Voice
from rules.search import plan
from rules.search.plan import Plan
from rules.text.blocks import SCOPES
from rules.words.message import places
from rules.words.patterns import KEPT
from rules.words.words import Words

_CONTROL = regex.compile(r"[\x00-\x08\x0b-\x1f]")
Origin = Literal["packs", "house", "vale"]
_LISTS = ("scope", "voice")  # a rule without one of them never speaks


def read(path: Path, name: str, *, origin: Origin, accepted: tuple[str, ...] = ()) -> Rule:
    """The rule at ``path``; RuleError says what is wrong with it, and on which line.

    Rules of our ``packs`` need every fact; those of the ``house`` and of ``vale`` speak in any
    voice by default. ``accepted`` are patterns of words that the newsroom's vocabulary accepts.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Form(path).wrong(f"cannot be read: {error.strerror}") from None

    def make() -> dict[str, Any]:
        from rules.files.yaml_lines import read_mapping  # most runs find all rules in the cache

        said, lines = read_mapping(_composed(data), path)
        rule = made(said, Form(path, lines), name, origin=origin, accepted=accepted)
        return {"said": said, "plans": rule.words.plans if rule.words else {}}

    def known(known: dict[str, Any]) -> Rule:
        words = _kind(known["said"]["extends"]).model_validate(_given(known["said"]), context=KEPT)
        plans = {key: plan.known(value) for key, value in known["plans"].items()}
        return _rule(words, name, origin=origin, accepted=accepted, plans=plans)

    return kept(
        "rules", f"{origin} {name}\0".encode("utf-8", "surrogateescape") + data, make, known
    )


def made(
    said: dict[str, Any],
    form: Form,
    name: str,
    *,
    origin: Origin,
    accepted: tuple[str, ...] = (),
) -> Rule:
    """The rule of those keys; ``form`` is where they stand."""
    ours = origin == "packs"
    if missing := [key for key in FACTS if ours and not said.get(key)]:
        raise RuleError(*(str(form.wrong("missing", key)) for key in missing))
    for key in _LISTS if origin != "vale" else ():
        if said.get(key) == []:
            raise form.wrong("is empty: name one, or leave the key out", key)
    if origin != "vale":
        _refuse_controls(form, said)
    words = _words(form, _given(said))
    if not words.message and not words.title:
        raise form.wrong("missing", "message")
    if origin != "vale" and not set(words.scope) <= set(SCOPES):
        raise form.wrong(f"has to be one of {', '.join(SCOPES)}", "scope")
    if origin != "vale" and places(words.message) > words.fills:
        only = "one word" if words.fills == 1 else f"{words.fills} words"
        raise form.wrong(f"has more places (%s) than the {only} that this kind has", "message")
    form.examples(words.examples, "examples", required=ours)
    rule = _rule(words, name, origin=origin, accepted=accepted, plans={})
    try:
        for search in words.sought:
            search.compiled()
    except regex.error as error:
        raise form.wrong(f"its patterns do not go together: {error}") from None
    return rule


def _rule(
    words: Words, name: str, *, origin: Origin, accepted: tuple[str, ...], plans: dict[str, Plan]
) -> Rule:
    words.adopt(foreign=origin == "vale", accepted=accepted, plans=plans)
    voices = words.voice or ((Voice.NEWSROOM,) if origin == "packs" else tuple(Voice))
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
        seekers=words.sought,
    )


def _composed(data: bytes) -> bytes:
    """Accents made one with their letters, as they are in what rules read: text/bare.py."""
    try:
        return normalize("NFC", data.decode()).encode()
    except UnicodeDecodeError:
        return data  # and the reader of YAML will say so


def _refuse_controls(form: Form, said: Any, *key: str | int) -> None:
    """In double quotes YAML makes a backspace of a word's edge, and that is found nowhere."""
    if isinstance(said, dict | list):
        for name, value in said.items() if isinstance(said, dict) else enumerate(said):
            _refuse_controls(form, name, *key, name)
            _refuse_controls(form, value, *key, name)
    elif isinstance(said, str) and _CONTROL.search(said):
        raise form.wrong("holds a control character; put patterns in single quotes", *key)


def _given(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value is not None}


def _kind(name: str) -> type[Words]:
    kind: type[Words] = import_module(f"rules.kinds.{name}").KIND
    return kind


def _keys(name: str) -> frozenset[str]:
    """What a rule of that kind may say."""
    return frozenset(_kind(name).model_fields)


def _words(form: Form, said: dict[str, Any]) -> Words:
    kind = said.get("extends")
    if kind is None:
        raise form.wrong("missing", "extends")
    if kind not in _kinds():
        raise form.wrong(f"{kind!r} is not a kind we read: {', '.join(_kinds())}", "extends")
    try:
        return _kind(kind).model_validate(said)
    except ValidationError as error:
        from rules.files.faults import refused  # most rules are as they should be

        raise refused(form, error, _keys(kind), {name: _keys(name) for name in _kinds()}) from None


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(_names())


def _names() -> Iterator[str]:
    for module in iter_modules(kinds.__path__):
        yield module.name

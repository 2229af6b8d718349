"""Slack's published block types as a JSON schema, as far as that schema goes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Rule = dict[str, Any]
_KNOWN = frozenset(
    {"$ref", "$schema", "additionalProperties", "anyOf", "const", "definitions", "description",
     "enum", "items", "properties", "required", "type"}
)  # fmt: skip
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float),
    "integer": int, "null": type(None),
}  # fmt: skip


class Schema:
    """Holds values against the definitions; of alternatives it looks at the one of that type."""

    def __init__(self, definitions: dict[str, Rule]) -> None:
        self._definitions = definitions

    @classmethod
    def read(cls, path: Path) -> "Schema":
        """The schema in a file."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["definitions"])

    def complaints(self, value: Any, name: str, at: str = "") -> list[str]:
        """What is wrong with a value that should be of the definition of that name."""
        return list(self._check(value, self._definitions[name], at or name))

    def _check(self, value: Any, rule: Rule, at: str) -> Iterator[str]:
        if unknown := set(rule) - _KNOWN:
            raise NotImplementedError(f"The schema says {unknown}, which is not looked at yet.")
        if "$ref" in rule or "anyOf" in rule:
            yield from self._alternatives(value, list(self._flat(rule)), at)
        elif "const" in rule and value != rule["const"]:
            yield f"{at}: {value!r} should be {rule['const']!r}"
        elif "enum" in rule and value not in rule["enum"]:
            yield f"{at}: {value!r} is none of {rule['enum']}"
        elif "type" in rule and not _is_a(value, rule["type"]):
            yield f"{at}: {value!r} is not of type {rule['type']}"
        elif isinstance(value, dict):
            yield from self._object(value, rule, at)
        elif isinstance(value, list) and "items" in rule:
            for n, each in enumerate(value):
                yield from self._check(each, rule["items"], f"{at}/{n}")

    def _object(self, value: dict[str, Any], rule: Rule, at: str) -> Iterator[str]:
        known: dict[str, Rule] = rule.get("properties", {})
        yield from (
            f"{at}: lacks {name}" for name in rule.get("required", ()) if name not in value
        )
        if rule.get("additionalProperties") is False:
            yield from (f"{at}: may not have {name}" for name in value if name not in known)
        for name in value.keys() & known.keys():
            yield from self._check(value[name], known[name], f"{at}/{name}")

    def _alternatives(self, value: Any, rules: list[Rule], at: str) -> Iterator[str]:
        if len(rules) > 1 and isinstance(value, dict) and "type" in value:
            named = [r for r in rules if _named(r) in (None, value["type"])]
            if not named:
                yield f"{at}: there may be no {value['type']!r} here"
                return
            rules = named
        found = [list(self._check(value, rule, at)) for rule in rules]
        yield from min(found, key=len)

    def _flat(self, rule: Rule) -> Iterator[Rule]:
        if "$ref" in rule:
            yield from self._flat(self._definitions[rule["$ref"].rpartition("/")[2]])
        elif "anyOf" in rule:
            for each in rule["anyOf"]:
                yield from self._flat(each)
        else:
            yield rule


def _named(rule: Rule) -> str | None:
    named: str | None = rule.get("properties", {}).get("type", {}).get("const")
    return named


def _is_a(value: Any, wanted: str | list[str]) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    return any(
        isinstance(value, _TYPES[name]) and not (isinstance(value, bool) and name != "boolean")
        for name in names
    )

"""What is wrong with a rule file, in words that say what to do: for all that a parser may say."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from rules.files.form import Form, Key, RuleError, meant
from rules.words.actions import Action
from rules.words.patterns import compiles
from rules.words.unless import Unless

_FAULTS = {
    "string_type": "has to be words; put them in quotes if they hold a colon",
    "tuple_type": "has to be a list: [one, two]",
    "dict_type": "has to be a mapping: {{key: value}}",
    "model_type": "has to be a mapping: {{key: value}}",
    "bool_type": "has to be true or false",
    "bool_parsing": "has to be true or false",
    "int_type": "has to be a whole number",
    "int_parsing": "has to be a whole number",
    "greater_than_equal": "has to be {ge} or more",
    "less_than_equal": "has to be {le} or less",
    "enum": "has to be {expected}",
    "literal_error": "has to be {expected}",
    "too_short": "is empty",
    "missing": "missing",
}
_INSIDE = {"unless": tuple(Unless.model_fields), "action": tuple(Action.model_fields)}
_NO_PATTERN = "not a pattern"
_NOT_YAML = {
    "mapping values are not allowed": "a colon within words (put them in quotes), or a line that"
    " is set in too far",
    "unexpected end of stream": "a quotation mark is not closed",
    "expected node content": "a value is missing, or a [ or { is not closed",
    "',' or": "a [ or { is not closed, or a comma is missing",
    "cannot start any token": "words that begin with %, @ or ` (put them in quotes), or a tab"
    " (set lines in with spaces)",
    "unknown escape character": "a backslash in double quotes; put patterns in single quotes",
    "expected ':'": "a line without a colon after its key",
    "expected key": "a line that is not set in like those around it, or a quotation mark within"
    " quotes",
    "'-' indicator": "a line of a list that is not set in like the others",
    "block sequence entries": "a list that has to begin on a line of its own",
}


def not_yaml(problem: str) -> str:
    """What the parser's ``problem`` most likely is, for the person who wrote the file."""
    said = (plain for known, plain in _NOT_YAML.items() if known in problem)
    return f"not YAML: {next(said, problem)}"


def refused(
    form: Form,
    error: ValidationError,
    keys: Collection[str],
    others: Mapping[str, Collection[str]],
) -> RuleError:
    """All that is wrong with a rule that may say ``keys``; ``others``: those of each kind."""
    found: dict[Key, str] = {}
    for fault in error.errors():
        key, what = _fault(form, fault)
        if fault["type"] == "extra_forbidden":
            top, inside = str(key[0]), _INSIDE.get(str(key[0]), ())
            said = f"; it has {', '.join(inside)}" if inside else _instead(top, keys, others)
            what = f"is not a key we read{said}"
        found.setdefault(key, what)
    wrong = sorted(found.items(), key=lambda one: form.line(one[0]))
    return RuleError(*(str(form.wrong(what, *key)) for key, what in wrong))


def _fault(form: Form, fault: Any) -> tuple[Key, str]:
    """The key as it stands in the file, and what is wrong with it."""
    key: Key = tuple(fault["loc"])
    what = " ".join(fault["msg"].removeprefix("Value error, ").split())
    if fault["type"] in _FAULTS:
        what = _FAULTS[fault["type"]].format(**fault.get("ctx", {})).replace("'', ", "")
    if not key and what.startswith(_NO_PATTERN):
        return ("raw",), what  # the one pattern that a rule has in pieces
    if not key:
        name, _, what = what.partition(": ")
        key = (name,)
    if what.startswith(_NO_PATTERN):
        key = (*key, *_broken(fault["input"]))
    key = _written(form, key)
    return key, "is empty" if what == "missing" and key in form.lines else what


def _broken(said: Any) -> Iterator[str | int]:
    """Which of several patterns is none: its key or its number."""
    several: Sequence[tuple[str | int, Sequence[Any]]] = ()
    if isinstance(said, Mapping):
        several = [(key, (key, value)) for key, value in said.items()]
    elif isinstance(said, list | tuple):
        several = [(n, (one,)) for n, one in enumerate(said)]
    for key, patterns in several:
        try:
            for pattern in patterns:
                compiles(str(pattern))
        except ValueError:
            yield key
            return


def _written(form: Form, key: Key) -> Key:
    """``key`` without the number of an only one, that was written without a list around it."""
    found: Key = ()
    for part in key:
        if not isinstance(part, int) or (*found, part) in form.lines:
            found = (*found, part)
    return found


def _instead(key: str, keys: Collection[str], others: Mapping[str, Collection[str]]) -> str:
    """The key that was most likely meant, or the kinds that have this one."""
    kinds = [kind for kind, theirs in others.items() if key in theirs]
    if kinds:
        return f" here; it belongs to {', '.join(kinds)}"
    return meant(key.lower(), keys, 0.7)

"""Rules that extend another rule, as Vale reads them: its keys with the child's laid over them.

A key of the child's takes the place of the parent's, ``key+`` adds to its list or mapping, and
``key-`` takes away from it.
"""

from pathlib import Path
from typing import Any

from rules.files.form import Form
from rules.files.yaml_lines import mapping

LISTS = ("tokens", "raw", "exceptions")  # one word may stand for a list of one
_DEEPEST = 10
_LONGEST = 200  # characters of a rule's name


def whole(
    said: dict[str, Any], form: Form, styles: Path, below: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The rule with all that it has from those it extends, which stand in the ``styles`` folder.

    RuleError where it extends nothing that is there, itself, or edits what is not to be edited.
    """
    said = {key.lower(): value for key, value in merged(said).items()}
    parent = said.get("extends")
    if not (isinstance(parent, str) and "." in parent):
        edits = [key for key in said if key.endswith(("+", "-"))]
        if edits:
            raise form.wrong("only a rule that extends another can add or take away", edits[0])
        return said
    style, _, name = parent.partition(".")
    file = styles / style / f"{name.replace('.', '/')}.yml"
    if parent in below or len(below) >= _DEEPEST:
        raise form.wrong(f"{parent} extends itself in the end", "extends")
    if len(parent) > _LONGEST or not file.is_file():
        raise form.wrong(f"there is no rule {parent} in {styles}", "extends")
    theirs, lines = mapping(file, lenient=True)
    above = whole(theirs, Form(file, lines), styles, (*below, parent))
    return _laid_over(above, said, form)


def merged(value: Any) -> Any:
    """With the keys of the mappings that ``<<`` names; a mapping's own keys count before them."""
    if isinstance(value, list):
        return [merged(one) for one in value]
    if not isinstance(value, dict):
        return value
    own = {key: merged(one) for key, one in value.items()}
    named = own.get("<<")
    listed = named if isinstance(named, list) else [named]
    others = [one for one in listed if isinstance(one, dict)]
    if others:
        del own["<<"]
    for other in others:
        own = {**other, **own}
    return own


def _laid_over(parent: dict[str, Any], child: dict[str, Any], form: Form) -> dict[str, Any]:
    out = dict(parent)
    for key, value in child.items():
        base = key.rstrip("+-")
        if base == key:
            out[key] = value if key != "extends" else parent[key]
        elif base in child:
            raise form.wrong(f"stands here beside {base}; one of the two is too many", key)
        else:
            out[base] = _edited(out.get(base), value, key, form)
    return out


def _edited(value: Any, by: Any, key: str, form: Form) -> Any:
    """A list or mapping of the parent's, with the child's entries or without them."""
    if key.rstrip("+-") in LISTS:
        value, by = ([one] if isinstance(one, str) else one for one in (value, by))
    if not isinstance(value, list | dict):
        raise form.wrong("the rule it extends has no list or mapping of that name", key)
    adds = key.endswith("+")
    if adds and isinstance(value, dict) and isinstance(by, dict):
        return {**value, **by}
    if not isinstance(by, list) or (adds and isinstance(value, dict)):
        raise form.wrong("has to be a list, or a mapping to be added to one", key)
    if adds and isinstance(value, list):
        return [*value, *by]
    left: Any = value.copy()
    for entry in by:
        if not isinstance(entry, str) or entry not in left:
            raise form.wrong(f"the rule it extends has no “{entry}” to take away", key)
        if isinstance(left, dict):
            del left[entry]
        else:
            left.remove(entry)
    return left

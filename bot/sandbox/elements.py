"""Slack's rules for what stands in a block: texts, buttons, menus, inputs."""

import re
from itertools import count
from typing import Any

from bot.sandbox.model import Json

_SELECTS = frozenset(
    f"{many}{what}_select"
    for many in ("", "multi_")
    for what in ("static", "external", "users", "conversations", "channels")
)
_CHOICES = frozenset({"radio_buttons", "checkboxes"})
_TIMES = frozenset({"datepicker", "timepicker", "datetimepicker"})
_FIELDS = frozenset(
    {"plain_text_input", "number_input", "email_text_input", "url_text_input", "file_input",
     "rich_text_input"}
)  # fmt: skip
_ALLOWED: dict[str, frozenset[str]] = {
    "section": _SELECTS | _CHOICES | {"button", "overflow", "image", "datepicker", "timepicker"},
    "actions": _SELECTS | _CHOICES | _TIMES | {"button", "overflow", "rich_text_input"},
    "input": _SELECTS | _CHOICES | _TIMES | _FIELDS,
    "context": frozenset({"image"}),
}
_WRITTEN = {
    "datepicker": ("initial_date", r"\d{4}-\d\d-\d\d"),
    "timepicker": ("initial_time", r"([01]\d|2[0-3]):[0-5]\d"),
    "datetimepicker": ("initial_date_time", r"\d{10}"),
}
_MOST_OPTIONS = {"overflow": 5, "radio_buttons": 10, "checkboxes": 10}


_ids = count(1)


def fresh_id() -> str:
    """An id for what was sent without one; never the same again while the sandbox runs."""
    return f"s{next(_ids):04x}"


def missing(name: str, at: str) -> str:
    """Slack's line for a field that is not there."""
    return f"[ERROR] missing required field: {name} [json-pointer:{at}]"


def length_complaint(value: Any, at: str, most: int, *, required: bool = False) -> str | None:
    """Slack's line for a string that is too long, of the wrong type or not there."""
    if value is None:
        name, _, above = at[::-1].partition("/")
        return missing(name[::-1], above[::-1]) if required else None
    if not isinstance(value, str):
        return f"[ERROR] must be a string [json-pointer:{at}]"
    if len(value) > most:
        return f"[ERROR] must be less than {most + 1} characters [json-pointer:{at}]"
    return None


def count_complaint(values: Any, at: str, least: int, most: int) -> str | None:
    """Slack's line for too many or too few of something."""
    if not isinstance(values, list) or len(values) < least:
        return f"[ERROR] no fewer than {least} items allowed [json-pointer:{at}]"
    if len(values) > most:
        return f"[ERROR] no more than {most} items allowed [json-pointer:{at}]"
    return None


def text_complaint(value: Any, at: str, most: int, *, plain: bool = False) -> str | None:
    """Slack's line for a text object that is not one, is empty or is too long."""
    if not isinstance(value, dict):
        name, _, above = at[::-1].partition("/")
        return missing(name[::-1], above[::-1])
    kinds = ("plain_text",) if plain else ("plain_text", "mrkdwn")
    if value.get("type") not in kinds:
        return f"[ERROR] unsupported type: {value.get('type')} [json-pointer:{at}/type]"
    said = value.get("text")
    if isinstance(said, str) and not said:
        return f"[ERROR] must be more than 0 characters [json-pointer:{at}/text]"
    return length_complaint(said, f"{at}/text", most, required=True)


def element_complaints(element: Any, at: str, block: str) -> list[str | None]:
    """Everything Slack would not take about an element standing in a ``block``."""
    if not isinstance(element, dict) or element.get("type") not in _ALLOWED[block]:
        kind = element.get("type") if isinstance(element, dict) else element
        return [f"[ERROR] unsupported type: {kind} [json-pointer:{at}/type]"]
    kind = element["type"]
    if kind == "image":
        return [length_complaint(element.get("alt_text"), f"{at}/alt_text", 2000, required=True)]
    element.setdefault("action_id", fresh_id())
    found = [length_complaint(element["action_id"], f"{at}/action_id", 255)]
    if "placeholder" in element:
        where = f"{at}/placeholder"
        found.append(text_complaint(element["placeholder"], where, 150, plain=True))
    if "confirm" in element:
        found += _confirm(element["confirm"], f"{at}/confirm")
    return found + _own_rules(element, at)


def _own_rules(element: Json, at: str) -> list[str | None]:
    kind = element["type"]
    if kind == "button":
        return _button(element, at)
    if kind in _CHOICES or kind in ("overflow", "static_select", "multi_static_select"):
        return _options(element, at)
    if kind == "plain_text_input":
        return _field(element, at)
    if kind == "file_input":
        return [_between(element.get("max_files"), f"{at}/max_files", 1, 10)]
    if kind.startswith("multi_"):
        return [_between(element.get("max_selected_items"), f"{at}/max_selected_items", 1, 100)]
    if kind in _WRITTEN:
        return [_written(element, at, *_WRITTEN[kind])]
    return []


def _between(value: Any, at: str, least: int, most: int) -> str | None:
    if value is None or (isinstance(value, int) and least <= value <= most):
        return None
    return f"[ERROR] must be between {least} and {most} [json-pointer:{at}]"


def _written(element: Json, at: str, name: str, form: str) -> str | None:
    value = element.get(name)
    if value is None or re.fullmatch(form, str(value)):
        return None
    return f"[ERROR] invalid {name} [json-pointer:{at}/{name}]"


def _button(button: Json, at: str) -> list[str | None]:
    style = button.get("style")
    return [
        text_complaint(button.get("text"), f"{at}/text", 75, plain=True),
        length_complaint(button.get("value"), f"{at}/value", 2000),
        length_complaint(button.get("url"), f"{at}/url", 3000),
        length_complaint(button.get("accessibility_label"), f"{at}/accessibility_label", 75),
        f"[ERROR] invalid style: {style} [json-pointer:{at}/style]"
        if style not in (None, "primary", "danger")
        else None,
    ]


def _options(element: Json, at: str) -> list[str | None]:
    groups = element.get("option_groups")
    if isinstance(groups, list):
        found = [count_complaint(groups, f"{at}/option_groups", 1, 100)]
        for n, group in enumerate(groups):
            found += _option_list(element, group.get("options"), f"{at}/option_groups/{n}/options")
        return found
    return _option_list(element, element.get("options"), f"{at}/options")


def _option_list(element: Json, options: Any, at: str) -> list[str | None]:
    kind = element["type"]
    found = [count_complaint(options, at, 1, _MOST_OPTIONS.get(kind, 100))]
    for n, option in enumerate(options if isinstance(options, list) else []):
        where = f"{at}/{n}"
        plain = kind not in _CHOICES
        found += [
            text_complaint(option.get("text"), f"{where}/text", 75, plain=plain),
            length_complaint(option.get("value"), f"{where}/value", 150, required=True),
        ]
        if option.get("description") is not None:
            described = option["description"]
            found.append(text_complaint(described, f"{where}/description", 75, plain=plain))
    first = [element.get("initial_option"), *(element.get("initial_options") or [])]
    if "option_groups" not in element and any(one not in (options or []) for one in first if one):
        found.append(f"[ERROR] invalid initial option [json-pointer:{at}]")
    return found


def _field(element: Json, at: str) -> list[str | None]:
    found = [length_complaint(element.get("initial_value"), f"{at}/initial_value", 3000)]
    for name in ("min_length", "max_length"):
        if not 0 <= int(element.get(name) or 0) <= 3000:
            found.append(f"[ERROR] must be less than 3001 [json-pointer:{at}/{name}]")
    return found


def _confirm(confirm: Any, at: str) -> list[str | None]:
    if not isinstance(confirm, dict):
        return [missing("confirm", at)]
    return [
        text_complaint(confirm.get("title"), f"{at}/title", 100, plain=True),
        text_complaint(confirm.get("text"), f"{at}/text", 300),
        text_complaint(confirm.get("confirm"), f"{at}/confirm", 30, plain=True),
        text_complaint(confirm.get("deny"), f"{at}/deny", 30, plain=True),
    ]

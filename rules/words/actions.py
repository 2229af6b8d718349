"""Vale's actions: what a rule would put in the place of the words it found."""

from collections.abc import Callable
from typing import Literal

import regex
from pydantic import BaseModel, ConfigDict

_GROUP = regex.compile(r"\$\{?(\d+)\}?")
Replaced = Callable[[str, str, str], str]  # pattern, what is put for it, words


class Action(BaseModel):
    """``replace`` by given words, ``remove``, ``edit`` or ``convert``; ``suggest`` is not read."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    name: Literal["", "replace", "remove", "suggest", "edit", "convert"] = ""
    params: tuple[str, ...] = ()

    @property
    def is_doable(self) -> bool:
        """False for an edit by a broken pattern, or by a group that there is not."""
        if self.name != "edit" or self.params[:1] != ("regex",) or len(self.params) != 3:
            return True
        _, pattern, by = self.params
        try:  # on no words at all, where a pattern that may also be nothing surely matches
            _edited(("regex", f"(?:{pattern})|", by), "", regex.sub)
        except regex.error:
            return False
        return True

    def fixed(self, words: str, replaced: Replaced) -> tuple[str, ...]:
        """What to write instead of ``words``; nothing, if the action does not tell.

        ``replaced`` is what puts something else for a pattern: Patience.replaced.
        """
        if self.name == "replace":
            return self.params
        if self.name == "remove":
            return ("",)
        if self.name == "convert":
            return (words,)
        return (_edited(self.params, words, replaced),) if self.name == "edit" else ()


def options(value: str) -> tuple[str, ...]:
    r"""The suggestions in a swap's value: ``a|b`` are two, ``\|`` is a bar."""
    parts = regex.split(r"(?<!\\)\|", value)
    return tuple(part.replace(r"\|", "|") for part in parts if part)


def sentence(words: tuple[str, ...]) -> str:
    """The words as Vale lists them: 'a', 'b', or 'c'."""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) <= 2:
        return " or ".join(quoted)
    return ", ".join([*quoted[:-1], f"or {quoted[-1]}"])


def recased(option: str, words: str) -> str:
    """``option`` in the case of ``words``: all capitals, all small, or its first letter."""
    if len(words) > 1 and words.isupper():
        return option.upper()
    if words.islower():
        return option.lower()
    return capitalised(option) if words[:1].isupper() else option


def capitalised(words: str) -> str:
    """``words`` with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def _edited(params: tuple[str, ...], words: str, replaced: Replaced) -> str:
    match params:
        case ("regex", pattern, by):
            words = replaced(pattern, _GROUP.sub(r"\\g<\1>", by), words)
        case ("trim_left", marks):
            words = words.lstrip(marks)
        case ("trim_right", marks):
            words = words.rstrip(marks)
        case ("trim", marks):
            words = words.strip(marks)
        case ("truncate", mark) if mark:
            words = words.split(mark)[0]
        case ("split", mark, n) if mark and n.isdigit():
            words = (words.split(mark)[int(n) : int(n) + 1] or [words])[0]
    return words.strip()

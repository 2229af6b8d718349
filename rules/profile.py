"""How hard each rule presses on one kind of copy: rules/profiles/<name>.yml."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from rules.cache import kept
from rules.files.form import Form
from rules.model import Level, Rule
from rules.text.model import Kind, Text

PROFILES = Path(__file__).parent / "profiles"
DEFAULT = "news"
_LABEL_LINE = 80  # characters
_MARK = re.compile(r" ?[|:/] ?| - | by ")
_INLINE = re.compile(r"[*#_ ]*(?P<label>[A-Za-z][A-Za-z-]*(?: [A-Za-z]+)?)[*_]* ?(?:[:|]|[-–—] )")
# "Review: …" and "Letter: …" may be headlines about one; these are labels in any case.
_CLEAR = frozenset({"opinion", "op-ed", "comment", "commentary", "analysis", "match report"})


class UnknownProfile(ValueError):
    """A profile that nobody wrote; ``str(error)`` names those there are."""


class Profile(BaseModel):
    """Levels by rule id or pack; ``off`` records what is found and raises nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    why: str
    labels: tuple[str, ...] = ()
    levels: Mapping[str, Level | None] = {}

    @field_validator("levels", mode="before")
    @classmethod
    def _off(cls, said: object) -> object:
        if not isinstance(said, dict):
            return said
        return {key: None if level == "off" else level for key, level in said.items()}

    def level(self, rule: Rule) -> Level | None:
        """What a hit of ``rule`` weighs here, if anything; its id goes before its pack."""
        return self.levels.get(rule.id, self.levels.get(rule.pack, rule.level))


@cache
def profiles() -> tuple[str, ...]:
    """The names of the profiles there are."""
    return tuple(sorted(path.stem for path in PROFILES.glob("*.yml")))


@cache
def profile(name: str) -> Profile:
    """The profile of that name."""
    if name not in profiles():
        raise UnknownProfile(f"There is no profile “{name}”; there are {_listed(profiles())}.")
    path = PROFILES / f"{name}.yml"
    return kept("profiles", path.read_bytes(), lambda: _said(path), Profile.model_validate)


def _said(path: Path) -> dict[str, Any]:
    """The profile as written; RuleError names the line of what is wrong in it."""
    from rules.files.yaml_lines import mapping  # most runs find it in the cache

    said, lines = mapping(path)
    try:
        Profile.model_validate(said)
    except ValidationError as error:
        fault = error.errors()[0]
        raise Form(path, lines).wrong(fault["msg"], *fault["loc"]) from None
    return said


def labelled(text: Text) -> str | None:
    """The profile that the first label in the copy asks for.

    It stands on a line of its own (OPINION, "Opinion | Lena Marsh"), or at the head of the
    headline or the copy ("ANALYSIS: …").
    """
    for label in _labels(text):
        for name in profiles():
            if label in profile(name).labels:
                return name
    return None


def _labels(text: Text) -> Iterator[str]:
    """What stands above the copy or at its head; below, "Theatre" is a crosshead."""
    for p in text.paragraphs:
        end = min(p.span.end, p.span.start + _LABEL_LINE)
        if p.kind is Kind.LABEL:
            yield _MARK.split(text.folded[p.span.start : end], maxsplit=1)[0].strip(" :*#")
        elif p.kind in (Kind.HEADLINE, Kind.BODY):
            match = _INLINE.match(text.source, p.span.start, end)
            if match and (match["label"].isupper() or match["label"].lower() in _CLEAR):
                yield match["label"].lower()
        if p.kind is Kind.BODY:
            return


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]

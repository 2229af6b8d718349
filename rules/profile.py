"""How hard each rule presses on one kind of copy: rules/profiles/<name>.yml."""

from collections.abc import Mapping
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
    """The profile that a label in the copy asks for: OPINION on a line of its own."""
    labels = {
        text.folded[p.span.start : p.span.end].strip(" :")
        for p in text.paragraphs
        if p.kind is Kind.LABEL
    }
    if not labels:
        return None
    return next((name for name in profiles() if labels & set(profile(name).labels)), None)


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]

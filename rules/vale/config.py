"""What a .vale.ini asks for: which rules, how hard, on which files, and what is no prose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import regex

from rules.form import RuleError
from rules.vale.globs import matches
from rules.vale.ini import Ini, Value

LEVELS = ("suggestion", "warning", "error")
_CORE = frozenset({"StylesPath", "MinAlertLevel", "Vocab", "IgnoredScopes", "SkippedScopes"}) | {
    "IgnoredClasses", "WordTemplate", "Packages", "NLPEndpoint", "SphinxBuildPath",
    "SphinxAutoBuild",
}  # fmt: skip
_SYNTAX = frozenset({"BasedOnStyles", "TokenIgnores", "BlockIgnores", "IgnorePatterns"}) | {
    "Transform", "Lang", "View", "CommentDelimiters",
}  # fmt: skip
_OTHER = frozenset({"formats", "asciidoctor"})


class ForFile(NamedTuple):
    """What the configuration says of one file."""

    styles: tuple[str, ...]
    checks: Mapping[str, bool]
    everywhere: Mapping[str, bool]
    token_ignores: tuple["regex.Pattern[str]", ...]
    block_ignores: tuple["regex.Pattern[str]", ...]

    def runs(self, rule: str) -> bool:
        """Tell whether ``rule`` is on: named, its style named, or its style based on."""
        style = rule.split(".", 1)[0]
        for settings in (self.checks, self.everywhere):
            for name in (rule, style):
                if name in settings:
                    return settings[name]
        return style in self.styles


@dataclass
class Config:
    """One .vale.ini, or a folder of styles with everything on."""

    ini: Ini
    styles_path: Path
    least: str = "suggestion"
    vocabularies: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ("tt", "code", "kbd")
    skipped: tuple[str, ...] = ("script", "style", "pre", "figure", "noscript", "iframe")
    classes: tuple[str, ...] = ("problematic", "pre", "code")
    formats: Mapping[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)  # what it names and is not there

    @classmethod
    def read(cls, path: Path) -> "Config":
        """The configuration in the file at ``path``; RuleError names what is wrong, and where."""
        ini = Ini.read(path)
        core = ini.sections[""]
        for key, value in core.items():
            if key in _SYNTAX:
                raise ini.wrong(value.line, f"{key} belongs under a [section]")
        config = cls(ini, path.parent)
        config._set(core)
        formats = ini.sections.get("formats", {})
        config.formats = {key: value.text for key, value in formats.items()}
        for _, key, value in config._settings():
            if key in _CORE:
                raise ini.wrong(value.line, f"{key} belongs above every [section]")
        return config

    def _set(self, core: Mapping[str, Value]) -> None:
        if path := core.get("StylesPath"):
            self.styles_path = self.ini.path.parent / path.text
            if not self.styles_path.is_dir():
                wrong = self.ini.wrong(path.line, f"StylesPath: there is no folder “{path.text}”")
                self.missing.append(str(wrong))
        if level := core.get("MinAlertLevel"):
            self.least = level.listed()[-1] if level.listed() else ""
            if self.least not in LEVELS:
                raise self.ini.wrong(level.line, f"MinAlertLevel: is one of {', '.join(LEVELS)}")
        listed = {key: value.listed() for key, value in core.items() if value.listed()}
        self.vocabularies = listed.get("Vocab", ())
        self.ignored = listed.get("IgnoredScopes", self.ignored)
        self.skipped = listed.get("SkippedScopes", self.skipped)
        self.classes += listed.get("IgnoredClasses", ())
        if template := core.get("WordTemplate"):
            wrong = self.ini.wrong(template.line, "WordTemplate: is not read; words end as usual")
            self.missing.append(str(wrong))

    def _settings(self) -> Iterator[tuple[str, str, Value]]:
        """Section, key and value of all that is set for files, in order."""
        for section, keys in self.ini.sections.items():
            if section and section not in _OTHER:
                for key, value in keys.items():
                    yield section, key, value

    def styles(self) -> tuple[str, ...]:
        """Every style that some section is based on."""
        based = (v.listed() for _, key, v in self._settings() if key == "BasedOnStyles")
        return tuple(dict.fromkeys(style for styles in based for style in styles))

    def named(self) -> tuple[str, ...]:
        """Every rule and style that some section switches."""
        return tuple(dict.fromkeys(k for _, k, _ in self._settings() if k not in _SYNTAX))

    def levels(self) -> Mapping[str, str]:
        """The levels that sections give to rules and styles."""
        return {k: v.text for _, k, v in self._settings() if v.text in LEVELS}

    def may_run(self, rule: str) -> bool:
        """Tell whether ``rule`` is on for some file: others are not even read."""
        style = rule.split(".", 1)[0]
        on = {k for _, k, v in self._settings() if v.text == "YES" or v.text in LEVELS}
        everywhere = self._checks("*")
        if rule in on or (style in on and everywhere.get(rule, True)):
            return True
        return style in self.styles() and everywhere.get(rule, True)

    def for_file(self, path: str) -> ForFile:
        """What holds for the file at ``path``; of several sections the last one's styles."""
        suffix = path.rpartition(".")[2]
        normed = path.removesuffix(suffix) + self.formats.get(suffix, suffix)
        star = self.ini.sections.get("*", {})
        styles = star["BasedOnStyles"].listed() if "BasedOnStyles" in star else ()
        checks: dict[str, bool] = {}
        tokens: list[regex.Pattern[str]] = []
        blocks: list[regex.Pattern[str]] = []
        for section, keys in self.ini.sections.items():
            if section in ("", *_OTHER) or not any(matches(section, p) for p in (path, normed)):
                continue
            if section != "*" and "BasedOnStyles" in keys:
                styles = keys["BasedOnStyles"].listed()
            if section != "*":
                checks |= self._checks(section)
            tokens += self._patterns(keys, "TokenIgnores")
            blocks += self._patterns(keys, "BlockIgnores", "IgnorePatterns")
        return ForFile(styles, checks, self._checks("*"), tuple(tokens), tuple(blocks))

    def _checks(self, section: str) -> dict[str, bool]:
        keys = self.ini.sections.get(section, {})
        return {
            key: value.text == "YES" or value.text in LEVELS
            for key, value in keys.items()
            if key not in _SYNTAX
        }

    def _patterns(self, keys: Mapping[str, Value], *names: str) -> Iterator["regex.Pattern[str]"]:
        for name in names:
            for pattern in keys[name].listed() if name in keys else ():
                try:
                    yield regex.compile(pattern)
                except regex.error as error:
                    raise self._wrong(keys[name], f"{name}: not a pattern: {error}") from None

    def _wrong(self, value: Value, what: str) -> RuleError:
        return self.ini.wrong(value.line, what)

"""What a .vale.ini asks for: which rules, how hard, on which files, and what is no prose."""

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import regex

from rules.files.form import RuleError, meant
from rules.vale.for_file import ForFile
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
_TOKENS, _BLOCKS = ("TokenIgnores",), ("BlockIgnores", "IgnorePatterns")
_REMARKS = "CommentDelimiters"
_BASED = "BasedOnStyles"
_OTHER = frozenset({"", "formats", "asciidoctor"})
_PIPELINE = ".vale-config"  # what packages bring, inside StylesPath
_KEY_OF_RULE = re.compile(r"([^\[]+\..+)\[(\w+)\]")
_WORDLESS = re.compile(r"(?:\(\?m\))?\(\?:%s\)|\(%s\)|%s")


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
    wordless: bool = False  # terms are found within words too
    missing: list[str] = field(default_factory=list)  # what it names and is not there
    faults: list[str] = field(default_factory=list)  # what makes it unusable

    @classmethod
    def read(cls, path: Path) -> "Config":
        """The configuration in the file at ``path``; RuleError names what is wrong, and where.

        What packages have put into the styles' folder is read before it.
        """
        ini = Ini.read(path)
        config = cls(ini, path.parent)
        config._set_path(ini.sections[""].get("StylesPath"))
        pipeline = config.styles_path / _PIPELINE
        before = Ini(path)
        for file in sorted(pipeline.iterdir()) if pipeline.is_dir() else ():
            if file.is_file():
                before = Ini.read(file).after(before)
        config.ini = ini.after(before)
        config._set(config.ini.sections[""])
        config._check()
        if config.faults:
            raise RuleError(*config.faults, *config.missing)
        return config

    def where(self, name: str) -> Value:
        """The value that names a style, or switches a rule."""
        return next(
            value
            for _, key, value in self._settings()
            if key == name or (key == _BASED and name in value.listed())
        )

    def _set_path(self, said: Value | None) -> None:
        if said is not None:
            self.styles_path = self.ini.path.parent / said.text
            if not self.styles_path.is_dir():
                wrong = said.wrong(f"StylesPath: there is no folder “{said.text}”")
                self.missing.append(str(wrong))

    def _set(self, core: Mapping[str, Value]) -> None:
        if level := core.get("MinAlertLevel"):
            self.least = level.listed()[-1] if level.listed() else ""
            if self.least not in LEVELS:
                self._refuse(level, f"MinAlertLevel: is one of {', '.join(LEVELS)}")
        listed = {key: value.listed() for key, value in core.items() if value.listed()}
        self.vocabularies = listed.get("Vocab", ())
        self.ignored = listed.get("IgnoredScopes", self.ignored)
        self.skipped = listed.get("SkippedScopes", self.skipped)
        self.classes += listed.get("IgnoredClasses", ())
        formats = self.ini.sections.get("formats", {})
        self.formats = {key: value.text for key, value in formats.items()}
        if template := core.get("WordTemplate"):
            self.wordless = _WORDLESS.fullmatch(template.text) is not None
            if not self.wordless:
                wrong = template.wrong("WordTemplate: is not read; words end as usual")
                self.missing.append(str(wrong))

    def _refuse(self, value: Value, what: str) -> None:
        self.faults.append(str(value.wrong(what)))

    def _check(self) -> None:
        """Refuse keys that stand in the wrong place, globs that are none, patterns too."""
        for key, value in self.ini.sections[""].items():
            if key in _SYNTAX:
                self._refuse(value, f"{key} belongs under a [section]")
            elif key not in _CORE:
                what = f"{key}: is not a key we read here{meant(key, _CORE, 0.6)}"
                self.missing.append(str(value.wrong(what)))
        for section in self.ini.sections.keys() - _OTHER:
            self._check_glob(section)
        for _, key, value in self._settings():
            if key in _CORE:
                self._refuse(value, f"{key} belongs above every [section]")
            elif key not in _SYNTAX and not _KEY_OF_RULE.fullmatch(key):
                self._check_switch(key, value)
            self._check_patterns(key, value)
            if key == "Transform":
                self.missing.append(str(value.wrong("Transform: is not done; left out")))
            if key == _REMARKS and len(value.listed()) != 2:
                self._refuse(value, "CommentDelimiters: give two, with a comma between them")

    def _check_glob(self, section: str) -> None:
        try:
            matches(section, "")
        except re.error as error:
            for value in list(self.ini.sections[section].values())[:1]:
                self._refuse(value, f"[{section}]: not a glob: {error}")

    def _check_patterns(self, key: str, value: Value) -> None:
        try:
            list(self._patterns({key: value}, *_TOKENS, *_BLOCKS))
        except RuleError as error:
            self.faults += map(str, error.args)

    def _check_switch(self, key: str, value: Value) -> None:
        if did := meant(key, _CORE | _SYNTAX, 0.8):
            self.missing.append(str(value.wrong(f"{key}: is not a key we read{did}")))
        elif value.text not in (*LEVELS, "YES", "NO"):
            what = f"{key}: is YES, NO or one of {', '.join(LEVELS)}; read as NO"
            self.missing.append(str(value.wrong(what)))

    def _settings(self) -> Iterator[tuple[str, str, Value]]:
        """Section, key and value of all that is set for files, in order; [*] comes first."""
        for section in sorted(self.ini.sections.keys() - _OTHER, key=self._order):
            for key, value in self.ini.sections[section].items():
                yield section, key, value

    def _order(self, section: str) -> tuple[bool, int]:
        return section != "*", list(self.ini.sections).index(section)

    @property
    def view(self) -> tuple[Hashable, ...]:
        """All that decides how any file is cut."""
        formats = tuple(sorted(self.formats.items()))
        return formats, self.ignored, self.skipped, self.classes

    def styles(self) -> tuple[str, ...]:
        """Every style that some section is based on."""
        based = (v.listed() for _, key, v in self._settings() if key == _BASED)
        return tuple(dict.fromkeys(style for styles in based for style in styles))

    def named(self) -> tuple[str, ...]:
        """Every rule and style that some section switches."""
        keys = (k for _, k, _ in self._settings() if k not in _SYNTAX)
        return tuple(dict.fromkeys(k for k in keys if not _KEY_OF_RULE.fullmatch(k)))

    def keys_of(self, rule: str) -> Mapping[str, str]:
        """What sections say for single keys of ``rule``: ``Style.Rule[max] = 30``."""
        found: dict[str, str] = {}
        for _, key, value in self._settings():
            said = _KEY_OF_RULE.fullmatch(key)
            if said and said[1] == rule:
                found[said[2].lower()] = value.text
        return found

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
        styles: tuple[str, ...] = ()
        checks: dict[str, bool] = {}
        levels: dict[str, str] = {}
        keys: list[Mapping[str, Value]] = []
        for section in sorted(self.ini.sections.keys() - _OTHER, key=self._order):
            if matches(section, path):
                here = self.ini.sections[section]
                keys.append(here)
                styles = here["BasedOnStyles"].listed() if "BasedOnStyles" in here else styles
                levels |= {k: v.text for k, v in here.items() if v.text in LEVELS}
                checks |= self._checks(section) if section != "*" else {}
        return ForFile(
            styles,
            checks,
            self._checks("*"),
            levels,
            tuple(p for here in keys for p in self._patterns(here, *_TOKENS)),
            tuple(p for here in keys for p in self._patterns(here, *_BLOCKS)),
            next((here[_REMARKS].listed() for here in keys[::-1] if _REMARKS in here), ()),
        )

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
                    raise keys[name].wrong(f"{name}: not a pattern: {error}") from None

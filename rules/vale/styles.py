"""Vale's styles: loads their rules and reads files with them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from glob import escape
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rules.engine import Reading
from rules.files import yaml_form
from rules.files.form import Form
from rules.files.yaml_lines import mapping
from rules.kinds.consistency import Consistency
from rules.model import Rule
from rules.search.scan import Scan
from rules.vale.config import Config
from rules.vale.for_file import ForFile
from rules.vale.inherit import LISTS, whole
from rules.vale.ini import Ini
from rules.vale.one_file import OneFile
from rules.vale.vocabulary import built_in, words
from rules.words.actions import Action

_KINDS = frozenset(
    {"existence", "substitution", "occurrence", "repetition", "consistency", "conditional"}
)
_OF_WORDS = frozenset({"existence", "substitution", "consistency"})
_OTHER = frozenset({"capitalization", "metric", "readability", "spelling", "sequence", "script"})
_CODE_POINT = re.compile(r"\\x\{([0-9a-fA-F]{1,5})\}")
_NAME = re.compile(r"[^\s.&~]+")
_NO_STYLES = frozenset({"config", "Vocab"})
_UNREAD = ("name", "code", "pos", "tests")


@dataclass
class Styles:
    """The rules that one configuration turns on; ``unsupported`` names those we cannot run."""

    config: Config
    all_on: bool = False
    rules: list[Rule] = field(default_factory=list)
    unsupported: list[str] = field(default_factory=list)
    others: "tuple[Styles, ...]" = ()
    limits: dict[str, int] = field(default_factory=dict)  # how often a rule speaks in one file

    @classmethod
    def read(cls, path: Path) -> "Styles":
        """The styles of a .vale.ini; RuleError names file, line and key of what is wrong."""
        config = Config.read(path)
        styles = cls(config)
        styles._load(config.styles())
        styles.unsupported += config.missing
        return styles

    @classmethod
    def folder(cls, path: Path) -> "Styles":
        """Every rule of every style in a folder, or of the one style that the folder is."""
        if not path.is_dir():
            raise Form(path).wrong("there is no such folder")
        is_one = any(path.glob("*.yml"))
        config = Config(Ini(path), path.parent if is_one else path)
        styles = cls(config, all_on=True)
        below = [path] if is_one else sorted(one for one in path.iterdir() if one.is_dir())
        names = (one.name for one in below if any(one.rglob("*.yml")))
        styles._load(tuple(name for name in names if name not in _NO_STYLES))
        if not styles.rules and not styles.unsupported:
            raise Form(path).wrong("there is no rule (.yml) in it")
        return styles

    def plus(self, other: "Styles") -> "Styles":
        """These and the others."""
        return replace(self, others=(*self.others, replace(other, others=()), *other.others))

    def read_file(self, source: str, path: str) -> Reading:
        """What the rules find in ``source``; offsets are code points into it."""
        return OneFile((self, *self.others), source, path, self.scan).reading()

    def read_any(self, path: str) -> bool:
        """Tell whether some rule is on for a file of that name."""
        here = self.here(path)
        return any(here.runs(rule.id) for rule in self.rules)

    def here(self, path: str) -> ForFile:
        """What the configuration says of the file at ``path``."""
        here = self.config.for_file(path)
        if not self.all_on:
            return here
        styles = dict.fromkeys(rule.id.split(".", 1)[0] for rule in self.rules)
        return here._replace(styles=tuple(styles))

    def _load(self, styles: Sequence[str]) -> None:
        accepted, rejected = words(self.config)
        for style in styles:
            if style != "Vale":
                self._style(style, accepted)
        for name in self.config.named():
            style, _, rest = name.partition(".")
            if rest and style not in (*styles, "Vale"):
                self._named(name, accepted)
            elif rest and style != "Vale" and self.config.may_run(name):
                self._known(name)
        for name, said in built_in(accepted, rejected):
            if self.config.may_run(name):
                self._made(name, said, Form(self.config.ini.path), accepted)

    def _style(self, style: str, accepted: tuple[str, ...]) -> None:
        """Every rule of a style; folders that begin with a dot or _ are put away."""
        folder = self.config.styles_path / style
        if not folder.is_dir():
            self._missing(style, f"BasedOnStyles: there is no style “{style}”")
        for file in sorted(folder.rglob("*.yml")):
            if not any(part.startswith((".", "_")) for part in file.relative_to(folder).parts):
                self._add(".".join((style, *_parts(file, folder))), file, accepted)

    def _named(self, name: str, accepted: tuple[str, ...]) -> None:
        """One rule of a style that is not based on as a whole."""
        file = self.config.styles_path / f"{name.replace('.', '/')}.yml"
        if file.is_file():
            self._add(name, file, accepted)
        elif self.config.may_run(name):
            self._missing(name, f"there is no rule {name}")

    def _known(self, name: str) -> None:
        """A rule that is switched by name is one of its style."""
        folder, _, file = name.replace(".", "/").rpartition("/")
        there = self.config.styles_path / folder
        if not any(there.glob(f"{escape(file)}.*yml")):
            self._missing(name, f"there is no rule {name}")

    def _missing(self, name: str, what: str) -> None:
        """Say where the ini names what is not there."""
        said = self.config.where(name).wrong(f"{what} in {self.config.styles_path}")
        self.config.missing.append(str(said))

    def _add(self, name: str, file: Path, accepted: tuple[str, ...]) -> None:
        if file.stem.endswith(".test") or not (self.all_on or self.config.may_run(name)):
            return
        said, lines = mapping(file, lenient=True)
        form = Form(file, lines)
        self._made(name, _listed(whole(said, form, self.config.styles_path)), form, accepted)

    def _made(
        self, name: str, said: dict[str, Any], form: Form, accepted: tuple[str, ...]
    ) -> None:
        kind = str(said.get("extends"))
        if kind in _OTHER:
            self.unsupported.append(f"{name}: the kind {kind} is not supported yet; left out.")
            return
        said |= self.config.keys_of(name)
        if self.config.wordless and kind in _OF_WORDS:
            said = {"nonword": "true"} | said
        if not _is_doable(said.get("action")):
            del said["action"]
        if str(said.get("limit", "")).isdecimal():
            self.limits[name] = int(said.pop("limit"))
        if kind in _KINDS and "message" not in said:
            raise form.wrong("missing", "message")
        self.rules.append(yaml_form.made(said, form, name, origin="vale", accepted=accepted))

    @cached_property
    def names_in_scopes(self) -> frozenset[str]:
        """Every name that some rule has in its scope: which parts of a file are asked for."""
        scopes = (scope for rule in self.rules if rule.words for scope in rule.words.scope)
        return frozenset(name for scope in scopes for name in _NAME.findall(scope))

    @cached_property
    def scan(self) -> Scan:
        """One automaton for the literals of all rules, the others' too."""
        rules = (rule for styles in (self, *self.others) for rule in styles.rules)
        return Scan(dict.fromkeys(s for rule in rules for s in rule.seekers))


def _is_doable(action: Any) -> bool:
    """Tell whether an action can be done at all; in public styles some cannot, and do no harm."""
    try:
        asked = Action.model_validate(action)
    except ValidationError:
        return True  # that it is no action is for the rule to say, with its line
    return asked.is_doable


def _readable(value: Any) -> Any:
    r"""Patterns say ``\x{1F300}`` to Vale's engine, and mean the character."""
    if isinstance(value, list):
        return [_readable(one) for one in value]
    if isinstance(value, dict):
        return {_readable(key): _readable(one) for key, one in value.items()}
    if not isinstance(value, str):
        return value
    return _CODE_POINT.sub(lambda match: re.escape(chr(int(match[1], 16))), value)


def _parts(file: Path, folder: Path) -> tuple[str, ...]:
    """The folders of a rule in its style, and the name of its file up to the first dot."""
    return (*file.relative_to(folder).parent.parts, file.name.split(".")[0])


def _listed(said: dict[str, Any]) -> dict[str, Any]:
    """Vale takes one word for a list of one, and nothing for none; the keys are in lower case.

    In consistency it passes over keys that it does not know; elsewhere it refuses them.
    """
    found = {key: _readable(value) for key, value in said.items()}
    for key in _UNREAD:
        found.pop(key, None)
    for key in LISTS:
        if isinstance(found.get(key), str):
            found[key] = [found[key]]
        if isinstance(found.get(key), list):
            found[key] = [one for one in found[key] if one is not None]
    if found.get("extends") == "consistency":
        return {key: value for key, value in found.items() if key in Consistency.model_fields}
    return found

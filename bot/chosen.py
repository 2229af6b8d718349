"""The rules that one run of `copychief check` reads with: packs, house, Vale styles, settled."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import CopychiefError
from bot.wording import listed
from rules import Review, Rule, RuleError, Source, UnknownProfile, review
from rules.load import accepted, folder
from rules.load import packs as shipped
from rules.profile import profile as profile_named

if TYPE_CHECKING:
    from rules.vale import Styles


class BadChoice(CopychiefError):
    """An option that names what is not there, or what cannot be used: a line for each."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person asked for, in plain values, so that another process can load the same."""

    profile: str | None = None
    packs: tuple[str, ...] = ()
    house: str | None = None
    allow_code: bool = False
    style: str | None = None
    vale: str | None = None
    settled: frozenset[str] = frozenset()

    def load(self) -> "Chosen":
        """The rules themselves; BadChoice says what is wrong with what was asked."""
        if self.profile is not None:
            _known_profile(self.profile)
        if self.allow_code and self.house is None:
            raise BadChoice("--allow-code is for the rules of --house DIR: name the folder.")
        house, words = _house(self.house, self.allow_code) if self.house else ([], ())
        _known_packs(self.packs, house)
        styles = tuple(vale_styles(self.style, self.vale))
        packs = () if styles and not self.packs else self.packs or None
        return Chosen(self.profile, packs, tuple(house), words, styles, self.settled)


@dataclass(frozen=True)
class Chosen:
    """The rules of a run, loaded."""

    profile: str | None
    packs: tuple[str, ...] | None
    house: tuple[Rule, ...]
    accepted: tuple[str, ...]
    styles: "tuple[Styles, ...]"
    settled: frozenset[str]

    def review(
        self, text: str, profile: str | None = None, *, source: Source | None = None
    ) -> Review:
        """Read ``text``; a ``profile`` of its own goes before the one of the run."""
        return review(
            text,
            profile or self.profile,
            source=source,
            packs=self.packs,
            house=self.house,
            accepted=self.accepted,
            styles=self._styles,
            settled=self.settled,
        )

    @property
    def is_foreign(self) -> bool:
        """Tell whether only Vale's rules are on: they read a file as it lies, tags and all."""
        return self.packs == () and not self.house

    def reads(self, path: str) -> bool:
        """Tell whether any rule is on for a file of that name."""
        return not self.is_foreign or any(styles.read_any(path) for styles in self.styles)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each rule asks, by its id and those it had before."""
        foreign = (rule for styles in self.styles for rule in styles.rules)
        rules = (*shipped().values(), *self.house, *foreign)
        return {name: rule.title for rule in rules for name in (*rule.formerly, rule.id)}

    @cached_property
    def _styles(self) -> "Styles | None":
        return reduce(lambda some, others: some.plus(others), self.styles) if self.styles else None

    @property
    def unsupported(self) -> Iterator[str]:
        """What the Vale styles ask for and we do not do, each in a line."""
        for styles in self.styles:
            yield from styles.unsupported


def house_rules(name: str, *, allow_code: bool = False) -> list[Rule]:
    """The rules of a newsroom's own folder; BadChoice where there is none, or a wrong one."""
    path = Path(name)
    if not path.is_dir():
        raise BadChoice(f"There is no folder “{name}”.")
    try:
        return folder(path, allow_code=allow_code)
    except RuleError as error:
        raise BadChoice(*error.args) from None


def _house(name: str, allow_code: bool) -> tuple[list[Rule], tuple[str, ...]]:
    rules = house_rules(name, allow_code=allow_code)
    try:
        words = accepted(Path(name))
    except RuleError as error:
        raise BadChoice(*error.args) from None
    except (OSError, ValueError) as error:
        raise BadChoice(f"The house's accepted words cannot be used: {error}") from None
    if not rules and not words:
        raise BadChoice(f"There is no rule (.yml) and no accept.txt in “{name}”.")
    return rules, words


def vale_styles(style: str | None, vale: str | None) -> "Iterator[Styles]":
    """The styles of a folder and of a .vale.ini; only here is anything of Vale's imported."""
    if style is None and vale is None:
        return
    if vale is not None and not Path(vale).is_file():
        raise BadChoice(f"There is no file “{vale}”: name a .vale.ini after --vale.")
    if style is not None and not Path(style).is_dir():
        raise BadChoice(f"There is no folder “{style}”: name one of Vale styles after --style.")
    from rules.vale import Styles

    try:
        if vale is not None:
            yield Styles.read(Path(vale))
        if style is not None:
            yield Styles.folder(Path(style))
    except RuleError as error:
        raise BadChoice(*error.args) from None
    except (OSError, ValueError) as error:
        raise BadChoice(str(error)) from None


def _known_profile(name: str) -> None:
    try:
        profile_named(name)
    except UnknownProfile as error:
        raise BadChoice(str(error)) from None


def _known_packs(packs: Collection[str], house: Collection[Rule]) -> None:
    there = sorted({rule.pack for rule in (*shipped().values(), *house)})
    for pack in packs:
        if pack not in there:
            each = " Give each a --pack of its own." if "," in pack else ""
            raise BadChoice(f"There is no pack “{pack}”; there are {listed(there)}.{each}")

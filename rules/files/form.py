"""Says what is wrong with a rule file in one line: file, line and key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rules.files.examples import Example

Key = tuple[str | int, ...]
HERE = Path(__file__).parents[1]
FACTS = ("title", "why", "fix", "level", "examples")


class RuleError(Exception):
    """Rule files of the wrong form; each line of ``str(error)`` names file, line and key."""

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))


@dataclass(frozen=True)
class Form:
    """A rule file while it is read: its path, and on which line each of its keys stands."""

    path: Path
    lines: Mapping[Key, int] = field(default_factory=dict)

    def wrong(self, what: str, *key: str | int) -> RuleError:
        """The error to raise for ``key``, at the line where it (or what holds it) stands."""
        named = f"{'.'.join(map(str, key))}: " if key else ""
        return RuleError(f"{self._shown()}:{self.line(key)}: {named}{what}")

    def line(self, key: Key) -> int:
        """The line of ``key``, or of what holds it."""
        return next((self.lines[k] for k in _shorter(key) if k in self.lines), 1)

    def examples(self, examples: tuple[str, ...], *key: str | int, required: bool) -> None:
        """Refuse examples whose marks are not paired, and too few of them where they are due."""
        read = []
        for n, example in enumerate(examples):
            try:
                read.append(Example.read(example))
            except ValueError as error:
                raise self.wrong(str(error), *key, n) from None
        if required and not any(example.spans for example in read):
            raise self.wrong("needs an example with [[…]] around what must be flagged", *key)
        if required and all(example.spans for example in read):
            raise self.wrong("needs an example without marks, that must stay silent", *key)

    def _shown(self) -> str:
        inside = self.path.is_relative_to(HERE)
        return (self.path.relative_to(HERE.parent) if inside else self.path).as_posix()


def meant(name: str, names: Iterable[str], cutoff: float) -> str:
    """``; did you mean …?`` with the nearest of ``names``, if one is as near as ``cutoff``."""
    from difflib import get_close_matches  # only who mistypes waits for it

    near = get_close_matches(name, list(names), n=1, cutoff=cutoff)
    return f"; did you mean {near[0]}?" if near else ""


def _shorter(key: Key) -> list[Key]:
    return [key[:n] for n in range(len(key), -1, -1)]

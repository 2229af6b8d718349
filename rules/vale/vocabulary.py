"""Vocabularies: the words that a newsroom accepts and rejects, and the rules made of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rules.files.form import Form
from rules.vale.config import Config
from rules.words.patterns import compiles

_FOLDERS = ("config/vocabularies", "Vocab")


def words(config: Config) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the configuration's vocabularies accept, and what they reject, as patterns."""
    accepted: list[str] = []
    rejected: list[str] = []
    for name in config.vocabularies:
        folder = _folder(config, name)
        for file in sorted(folder.rglob("*.txt")) if folder else ():
            if file.name in ("accept.txt", "reject.txt"):
                (accepted if file.name == "accept.txt" else rejected).extend(_lines(file))
    return tuple(dict.fromkeys(accepted)), tuple(dict.fromkeys(rejected))


def built_in(
    accepted: tuple[str, ...], rejected: tuple[str, ...]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Vale's own rules by name: a doubled word, accepted terms as written, rejected ones."""
    yield (
        "Vale.Repetition",
        {
            "extends": "repetition",
            "message": "'%s' is repeated!",
            "level": "error",
            "ignorecase": "true",
            "alpha": "true",
            "tokens": [r"[^\s.!?]+"],
        },
    )
    yield (
        "Vale.Spelling",
        {"extends": "spelling", "message": "Did you really mean '%s'?", "level": "error"},
    )
    if accepted:
        yield (
            "Vale.Terms",
            {
                "extends": "substitution",
                "message": "Use '%s' instead of '%s'.",
                "level": "error",
                "ignorecase": "true",
                "vocab": "false",
                "swap": {term.lower(): term for term in accepted},
            },
        )
    if rejected:
        yield (
            "Vale.Avoid",
            {
                "extends": "existence",
                "message": "Avoid using '%s'.",
                "level": "error",
                "tokens": list(rejected),
            },
        )


def _folder(config: Config, name: str) -> Path | None:
    for folder in _FOLDERS:
        if (config.styles_path / folder / name).is_dir():
            return config.styles_path / folder / name
    said = config.ini.sections[""]["Vocab"]
    wrong = said.wrong(f"Vocab: there is no vocabulary “{name}” in StylesPath")
    config.missing.append(str(wrong))
    return None


def _lines(file: Path) -> Iterator[str]:
    for n, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1):
        if line.strip() and not line.startswith("# "):
            try:
                yield compiles(line.strip())
            except ValueError as error:
                raise Form(file, {(): n}).wrong(str(error)) from None

"""Finds rules by path: rules/packs/language/label.yml is language.label."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from rules import python_form, yaml_form
from rules.form import Form
from rules.model import Rule

PACKS = Path(__file__).parent / "packs"
HOUSE = "house"


@cache
def packs() -> Mapping[str, Rule]:
    """Every rule we ship by its id, in order of pack and name."""
    return MappingProxyType({rule.id: rule for rule in _shipped()})


def rule_named(name: str) -> Rule | None:
    """The rule of that id, or the one that was formerly called so."""
    rules = packs()
    found = rules.get(name)
    return found or next((rule for rule in rules.values() if name in rule.formerly), None)


def folder(path: Path) -> list[Rule]:
    """The YAML rules of a folder that is not ours; their facts and examples are optional.

    A file right in the folder belongs to the pack ``house``, one in a subfolder to that pack.
    """
    found = []
    for file in sorted((*path.glob("*.yml"), *path.glob("*/*.yml"))):
        pack = HOUSE if file.parent == path else file.parent.name
        found.append(yaml_form.read(file, f"{pack}.{file.stem}", origin="house"))
    for file in sorted((*path.glob("*.py"), *path.glob("*/*.py"))):
        raise Form(file).wrong("Python rules are read from Copychief's own packs only")
    return found


@cache
def hashes() -> Mapping[str, str]:
    """A short hash of each pack's files, to tell by which rules a review was made."""
    found = {}
    for pack in sorted({rule.pack for rule in packs().values()}):
        digest = blake2b(digest_size=6)
        for file in _files(PACKS / pack, {".yml", ".py", ".txt"}):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
        found[pack] = digest.hexdigest()
    return MappingProxyType(found)


def _shipped() -> Iterator[Rule]:
    for pack in sorted(path for path in PACKS.iterdir() if path.is_dir()):
        for file in _files(pack):
            name = f"{pack.name}.{file.stem}"
            if file.suffix == ".yml":
                yield yaml_form.read(file, name, origin="packs")
            else:
                yield python_form.read(import_module(f"rules.packs.{name}"), file, name)


def _files(pack: Path, kinds: Collection[str] = (".yml", ".py")) -> list[Path]:
    return sorted(
        file for file in pack.iterdir() if file.suffix in kinds and not file.stem.startswith("_")
    )

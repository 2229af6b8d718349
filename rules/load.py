"""Finds rules by path: rules/packs/language/label.yml is language.label."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import MappingProxyType, ModuleType
from unicodedata import normalize

from rules.files import python_form, yaml_form
from rules.files.form import Form, RuleError
from rules.model import Rule
from rules.words.patterns import compiles

PACKS = Path(__file__).parent / "packs"
HOUSE = "house"
ACCEPT = "accept.txt"


@cache
def packs() -> Mapping[str, Rule]:
    """Every rule we ship by its id, in order of pack and name."""
    return MappingProxyType({rule.id: rule for rule in _shipped()})


def rule_named(name: str) -> Rule | None:
    """The rule of that id, or the one that was formerly called so."""
    rules = packs()
    found = rules.get(name)
    return found or next((rule for rule in rules.values() if name in rule.formerly), None)


def folder(path: Path, *, allow_code: bool = False) -> list[Rule]:
    """The rules of a folder that is not ours; their facts and examples are optional.

    A file right in the folder belongs to the pack ``house``, one in a subfolder to that pack.
    Python rules run whatever is in them: without ``allow_code`` they are refused (RuleError).
    """
    found: list[Rule] = []
    faults: list[object] = []
    known: dict[str, Path] = {}
    for file in (*_below(path, "yml"), *_below(path, "yaml"), *_below(path, "py")):
        try:
            rule = _read(path, file, allow_code)
            if rule.id in known:
                raise Form(file).wrong(f"is {rule.id}, as {known[rule.id]} is; rename one of them")
        except RuleError as error:
            faults += error.args
        else:
            known[rule.id] = file
            found.append(rule)
    if faults:
        raise RuleError(*faults)
    return found


def _read(path: Path, file: Path, allow_code: bool) -> Rule:
    name = _named(path, file)
    if file.suffix == ".yaml":
        raise Form(file).wrong("is read as a rule only if its name ends in .yml")
    if file.suffix == ".yml":
        return yaml_form.read(file, name, origin="house")
    if not allow_code:
        raise Form(file).wrong("a rule in Python is read with --allow-code only")
    return python_form.read(_module(file), file, name)


def accepted(path: Path) -> tuple[str, ...]:
    """The words that a house folder's ``accept.txt`` lets stand: one pattern a line."""
    file = path / ACCEPT
    if not file.exists():
        return ()
    found: list[str] = []
    faults: list[str] = []
    text = normalize("NFC", file.read_text(encoding="utf-8"))  # as drafts are: text/bare.py
    for n, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("# "):
            try:
                found.append(compiles(line.strip()))
            except ValueError as error:
                faults.append(str(Form(file, {(): n}).wrong(str(error))))
    if faults:
        raise RuleError(*faults)
    return tuple(found)


def _below(path: Path, suffix: str) -> list[Path]:
    files = (*path.glob(f"*.{suffix}"), *path.glob(f"*/*.{suffix}"))
    return sorted(file for file in files if not file.stem.startswith((".", "_")))


def _named(folder: Path, file: Path) -> str:
    pack = HOUSE if file.parent == folder else file.parent.name
    return f"{pack}.{file.stem}"


def _module(file: Path) -> ModuleType:
    """The module in ``file``, run; RuleError with the reason where that fails."""
    spec = spec_from_file_location(f"copychief_house_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise Form(file).wrong("is no Python module")
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except SyntaxError as error:
        raise Form(file, {(): error.lineno or 1}).wrong(f"is no Python: {error.msg}") from None
    except (Exception, SystemExit) as error:
        raise Form(file).wrong(f"does not run: {type(error).__name__}: {error}") from None
    return module


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

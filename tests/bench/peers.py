"""The linters that we stand beside: proselint in this process, others where they are installed."""

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from tests.bench.measures import Work


def proselint() -> Work | None:
    """Proselint's own checks over a text, if the bench extra is installed."""
    if find_spec("proselint") is None:
        return None
    registry = import_module("proselint.registry").CheckRegistry()
    if not registry.checks:  # one registry for the process: twice would be every check twice
        registry.register_many(import_module("proselint.checks").__register__)
    file = import_module("proselint.tools").LintFile
    return lambda text: file("draft", text).lint()


def commands(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The command to put a file's name behind, for each linter that is on this machine."""
    beside = Path(sys.executable).with_name("proselint")
    if beside.exists():
        yield "proselint", [str(beside), "check"]
    if vale := which("vale"):
        settings = folder / "vale.ini"
        settings.write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n", "utf-8")
        yield "vale", [vale, f"--config={settings}", "--no-exit"]
    for name in ("write-good", "alex"):
        if found := which(name):
            yield name, [found]

"""The house: what stands where, how large it is, which words are used."""

import re
import subprocess
from pathlib import Path

HOUSE = Path(__file__).parents[1]
TOP = {"pyproject.toml", "README.md", "Makefile", "LICENSE", "bot", "rules", "seeds", "tests"}
LONGEST = 300
AVOIDED = {"utils", "util", "helpers", "helper", "manager", "service", "handler", "common", "misc"}


def kept(*patterns: str) -> list[Path]:
    """List the files git keeps or would keep; every file where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", *patterns],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=True,
    )
    return [HOUSE / line for line in listed.stdout.splitlines() if (HOUSE / line).exists()]


def test_the_top_level_holds_nothing_else() -> None:
    """Eight names stand at the top, and dot-files."""
    tops = {path.relative_to(HOUSE).parts[0] for path in kept()}
    assert {name for name in tops if not name.startswith(".")} <= TOP


def test_files_are_small() -> None:
    """No source file passes 300 lines."""
    sizes = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for path in kept("*.py", "*.js", "*.css", "*.html")
    }
    assert {path.name: size for path, size in sizes.items() if size > LONGEST} == {}


def test_modules_are_named_for_what_is_inside() -> None:
    """No module is called a helper, a manager or the like."""
    parts = {part for path in kept("*.py") for part in re.split(r"[_/.]", str(path.name))}
    assert set() == parts & AVOIDED


def test_tests_are_no_package() -> None:
    """No __init__.py stands under tests/: it would hide the packages of the same name."""
    assert [p for p in kept("tests") if p.name == "__init__.py"] == []


def test_the_readme_points_at_what_is_there() -> None:
    """Every relative link of the three READMEs and the contribution guide leads somewhere."""
    pages = ["README.md", "bot/README.md", "rules/README.md", ".github/CONTRIBUTING.md"]
    dead = [
        (page, link)
        for page in pages
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", (HOUSE / page).read_text("utf-8"))
        if not ((HOUSE / page).parent / link).exists()
    ]
    assert dead == []

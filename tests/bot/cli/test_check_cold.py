"""`copychief check FILE` from a cold start: only what one short draft needs is imported."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "slack_bolt", "slack_sdk", "sqlalchemy", "alembic", "dbos", "aiohttp", "aiosqlite", "httpx",
    "pydantic_settings", "numpy", "lemminflect", "markdown_it", "asyncio", "ssl",
    "multiprocessing", "concurrent.futures.process", "rules.vale", "bot.hands",
    "bot.handback.report", "bot.handback.bar", "bot.handback.proof", "jinja2", "difflib",
}  # fmt: skip
CODE = f"""
import sys
from bot.cli import copychief
copychief.main(['check', *sys.argv[1:]], standalone_mode=False)
sys.exit(', '.join(sorted({HEAVY!r} & set(sys.modules))) or 0)
"""


@pytest.mark.parametrize(
    "words", [["draft.md"], ["draft.md", "--explain", "--sources"], ["--house", ".", "draft.md"]]
)
def test_brings_no_machinery(tmp_path: Path, words: list[str]) -> None:
    """Nothing of Slack, databases, documents, numbers, loops and processes, once it was run."""
    (tmp_path / "draft.md").write_text("The regime shut the port.\n", encoding="utf-8")
    (tmp_path / "accept.txt").write_text("wombat\n", encoding="utf-8")
    for _ in range(2):  # the first run may have to compile the packs
        done = subprocess.run(
            [sys.executable, "-c", CODE, *words],
            capture_output=True,
            cwd=tmp_path,
            env={"PYTHONPATH": str(Path.cwd()), "HOME": str(tmp_path), "PATH": ""},
            timeout=60,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_help_brings_no_page(tmp_path: Path) -> None:
    """What pages are made with is imported by who wants one."""
    code = (
        "import sys\nfrom bot.cli import copychief\n"
        "copychief.main(['check', '--help'], standalone_mode=False)\n"
        f"sys.exit(', '.join(sorted({HEAVY!r} & set(sys.modules))) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path.cwd()), "HOME": str(tmp_path), "PATH": ""},
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"html" in done.stdout

"""Serving from the shell: what is missing is said in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def serve(folder: Path, **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run `copychief serve` with these settings and no others."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", "serve"],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(Path(__file__).parents[3])} | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({}, "SLACK_BOT_TOKEN is missing"),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN is missing"),
        ({"SLACK_BOT_TOKEN": "xapp-1", "SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN is not"),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "secret"}, "SLACK_APP_TOKEN is not"),
    ],
)
def test_a_missing_or_malformed_token_is_named(
    tmp_path: Path, settings: dict[str, str], line: str
) -> None:
    """One line says which token, and where to get it; no token is printed."""
    served = serve(tmp_path, **settings)
    assert served.returncode == 2
    assert served.stderr.startswith(f"copychief: {line}")
    assert "api.slack.com/apps" in served.stderr
    assert len(served.stderr.splitlines()) == 1
    assert "secret" not in served.stderr

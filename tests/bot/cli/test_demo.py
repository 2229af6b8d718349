"""The demo: one whole conversation in the terminal."""

import subprocess
import sys


def test_the_headless_demo_goes_from_handed_in_to_cleared() -> None:
    """A draft is handed in, every flag is settled by its people, and the story is cleared."""
    demo = subprocess.run(
        [sys.executable, "-m", "bot.cli", "demo", "--headless"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert demo.returncode == 0, demo.stderr
    assert demo.stderr == ""
    assert ":white_check_mark:" in demo.stdout
    assert "stet by Imran: house style" in demo.stdout
    assert "sourced by Sana" in demo.stdout
    assert "leared by Leila" in demo.stdout

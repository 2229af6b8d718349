"""What tests of rules have in common."""

from pathlib import Path

import pytest

from tests.rules.making import Make


@pytest.fixture
def rule(tmp_path: Path) -> Make:
    """Make a house rule of the text of its file."""
    return Make(tmp_path)

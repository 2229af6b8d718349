"""Good copy is left alone: twelve drafts of many desks with nothing in them to ask about.

Their names say how they are read: ``<desk>.<profile>.txt``.
"""

from pathlib import Path

import pytest

from rules import Level, review

FOLDER = Path(__file__).parents[1] / "drafts" / "clean"
DRAFTS = [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("*.txt"))]


@pytest.mark.parametrize("path", DRAFTS)
def test_good_copy_is_not_asked_about(path: Path) -> None:
    """No hold and no query, and at most one note to take or leave."""
    flags = review(path.read_text("utf-8"), path.stem.split(".")[-1]).flags
    asked = [f"{f.rule}: {f.quote}" for f in flags if f.level is not Level.NOTE]
    noted = [f"{f.rule}: {f.quote}" for f in flags if f.level is Level.NOTE]
    assert asked == []
    assert noted[1:] == []


@pytest.mark.parametrize("path", DRAFTS)
def test_good_copy_is_as_long_as_a_story(path: Path) -> None:
    """Silence on a few words would prove nothing."""
    assert 220 <= review(path.read_text("utf-8")).words <= 440

"""The short form of `make crash`: a few kills while people work, and nothing lost."""

from pathlib import Path

from tests.crash.run import table
from tests.crash.storm import Plan, storm


async def test_nothing_is_lost(tmp_path: Path) -> None:
    """Killed six times over fifty events, it loses nothing, doubles nothing, keeps the order."""
    outcome = await storm(Plan(kills=6, events=50, minutes=4, late=False), tmp_path)
    assert outcome.count.clean, table(outcome)
    assert (outcome.kills, outcome.events) == (6, 50), table(outcome)

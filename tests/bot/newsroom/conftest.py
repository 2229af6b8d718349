"""A desk on a database file of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import Store
from tests.bot.newsroom.desk import Desk


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database that is not there yet."""
    return f"sqlite:///{tmp_path}/kept/copychief.db"


@pytest.fixture
async def desk(url: str) -> AsyncIterator[Desk]:
    """A desk that has just opened."""
    store = await Store.open(url)
    yield Desk(store)
    await store.close()

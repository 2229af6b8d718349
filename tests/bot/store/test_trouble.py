"""A database that cannot be written for a while."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import NotKept
from bot.store import Store
from tests.trouble import full, locked


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "copychief.db"


@pytest.fixture
async def store(file: Path) -> AsyncIterator[Store]:
    """A store that waits a tenth of a second for others, with a table of two columns."""
    store = await Store.open(f"sqlite:///{file}", patience=0.1)
    async with store.begin() as connection:
        await connection.execute(text("CREATE TABLE tally (n INTEGER, copy TEXT)"))
    yield store
    await store.close()


async def add(store: Store, *numbers: int, length: int = 10) -> None:
    async with store.begin() as connection:
        for n in numbers:
            row = {"n": n, "copy": "x" * length}
            await connection.execute(text("INSERT INTO tally VALUES (:n, :copy)"), row)


async def kept(store: Store) -> list[int]:
    async with store.look() as connection:
        return list((await connection.execute(text("SELECT n FROM tally ORDER BY n"))).scalars())


async def test_locked(store: Store, file: Path) -> None:
    """While somebody else writes, one line says so; reading goes on; then all is as before."""
    await add(store, 1)
    with locked(file):
        with pytest.raises(NotKept, match="busy, so that was not recorded") as caught:
            await add(store, 2)
        assert await kept(store) == [1]
    assert "\n" not in str(caught.value)
    await add(store, 3)
    assert await kept(store) == [1, 3]


async def test_full(store: Store) -> None:
    """When the file may not grow, nothing of a transaction is kept, until it may again."""
    await add(store, 1)
    async with store.look() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(NotKept, match="The disk is full, so that was not recorded"):
        await add(store, *range(2, 50), length=4000)
    assert await kept(store) == [1]
    async with store.look() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    await add(store, *range(2, 50), length=4000)
    assert await kept(store) == list(range(1, 50))


async def test_no_room(store: Store) -> None:
    """When the disk refuses a write halfway, nothing of the transaction is kept."""
    await add(store, 1)
    with full():
        with pytest.raises(NotKept, match="disk"):
            await add(store, *range(2, 50), length=4000)
        assert await kept(store) == [1]
    await add(store, 2)
    assert await kept(store) == [1, 2]

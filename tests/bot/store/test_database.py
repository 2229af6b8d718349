"""The database file: made, migrated, private, and shared with the work engine."""

import asyncio
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.exc import IntegrityError

from bot.desk import Right
from bot.model import Person
from bot.newsroom import Newsroom
from bot.store import Store, resolutions, revisions
from bot.store.migrate import VERSION_TABLE, migrate, ours
from bot.store.tables import metadata


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in a folder that is not there yet, with signs in its name."""
    return tmp_path / "100% new" / "copychief.db"


def mode(path: Path) -> int:
    """Who may do what with it."""
    return stat.S_IMODE(path.stat().st_mode)


async def test_made_private(file: Path) -> None:
    """The first start makes folder and file, for their owner alone."""
    store = await Store.open(f"sqlite:///{file}")
    await store.close()

    assert (mode(file), mode(file.parent)) == (0o600, 0o700)


async def test_migrated_twice(file: Path) -> None:
    """Starting again finds the tables as they are, by both forms of the address."""
    for url in (f"sqlite:///{file}", f"sqlite+aiosqlite:///{file}"):
        store = await Store.open(url)
        async with store.look() as connection:
            version = await connection.execute(text(f"SELECT * FROM {VERSION_TABLE}"))
            assert version.scalars().all() == ["0003"]
        await store.close()


async def test_migrations_make_the_tables(file: Path) -> None:
    """What the migrations make is what the queries expect."""

    def differences(connection: Connection) -> object:
        options = {"version_table": VERSION_TABLE, "include_name": ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        return compare_metadata(context, metadata)

    store = await Store.open(f"sqlite:///{file}")
    async with store.begin() as connection:
        assert await connection.run_sync(differences) == []
    await store.close()


OLD = """
    INSERT INTO drafts (id, team, channel, thread, own_message, slug, writer, writer_name, state,
        version, change, changed, handed_in)
    VALUES (1, 'T', 'C', '1', 1, 'a', 'U1', 'Sana', 'with writer', 2, 1, '2025-03-03 09:00:00',
        '2025-03-03 09:00:00');
    INSERT INTO acts (key, draft, verb, "by", by_name, at) VALUES
        ('K0', 1, 'hand in', 'U2', '', '2025-03-03 09:00:00'),
        ('K1', 1, 'stet', 'U1', '', '2025-03-03 09:00:00'),
        ('K2', 1, 'stet', 'U2', '', '2025-03-03 09:00:00'),
        ('K3', 1, 'stet', 'U3', '', '2025-03-03 09:00:00');
    INSERT INTO resolutions (act, draft, number, version, outcome, reason) VALUES
        ('K1', 1, 1, 1, 'stet', ''), ('K2', 1, 1, 1, 'stet', ''), ('K3', 1, 1, 1, 'stet', '')
"""
VERSIONS = ("The ferry was late.", "The ferry was late again.")
OLD_VERSION = """
    INSERT INTO revisions (draft, version, text, sha256, words, handed_in)
    VALUES (1, :version, :text, :sha, 4, '2025-03-03 09:00:00.25')
"""


def make_old(file: Path) -> None:
    """A database of the first version, in which a draft was decided on."""
    file.parent.mkdir(parents=True)
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as old:
        migrate(old, "0001")
        for statement in OLD.split(";"):
            old.execute(text(statement))
        for version, words in enumerate(VERSIONS, start=1):
            sha = sha256(words.encode()).hexdigest()
            old.execute(text(OLD_VERSION), {"version": version, "text": words, "sha": sha})
    engine.dispose()


async def test_old_words_on_own_copy_still_settle_nothing(file: Path) -> None:
    """What a writer said before rights were kept is worth no more after the migration."""
    make_old(file)
    store = await Store.open(f"sqlite:///{file}")
    async with store.look() as connection:
        said = await resolutions.of(connection, 1)
    await store.close()
    worth = {each.by.id: each.right for each in said[1]}
    assert worth == {"U1": Right.ANSWERS, "U2": Right.ANSWERS, "U3": Right.SETTLES}


async def test_the_record_of_an_old_draft_is_sealed(file: Path) -> None:
    """A draft from before there was a record has one from the migration on, and it goes on."""
    make_old(file)
    store = await Store.open(f"sqlite:///{file}")
    newsroom = Newsroom(store)
    told = await newsroom.record(1)
    assert told.sealed
    assert [(row.kind, row.by.name, row.body["message"]) for row in told.rows] == [
        ("handed in", "Sana", "1"),
        ("handed in", "Sana", "1"),
    ]
    assert [row.at for row in told.rows] == [each.handed_in for each in told.versions]
    assert await newsroom.came_from(1) == "1"

    await newsroom.take(1, Person(id="U3", name="Leila"), "K9")
    told = await newsroom.record(1)
    assert (told.sealed, told.rows[-1].kind) == (True, "taken")
    await store.close()


async def test_an_old_draft_is_whose_its_byline_says(file: Path) -> None:
    """What was read before bylines were kept is looked at once more; what was not, is not."""
    make_old(file)
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as old:
        old.execute(text("UPDATE revisions SET text = 'By Leila Haddad', read_at = handed_in"))
        old.execute(
            text("UPDATE revisions SET text = 'By Ines', read_at = NULL WHERE version = 2")
        )
    engine.dispose()
    store = await Store.open(f"sqlite:///{file}")
    async with store.look() as connection:
        assert await revisions.authors(connection, 1) == {"Leila Haddad"}
    await store.close()


async def test_other_tables_are_left_alone(file: Path) -> None:
    """Tables that the work engine keeps in the same file stay as they are."""
    store = await Store.open(f"sqlite:///{file}")
    async with store.begin() as connection:
        await connection.execute(text("CREATE TABLE workflow_status (id TEXT)"))
        await connection.execute(text("DROP TABLE copychief_version"))
        for table in reversed(metadata.sorted_tables):
            await connection.execute(text(f"DROP TABLE {table.name}"))
    await store.close()

    store = await Store.open(f"sqlite:///{file}")
    async with store.look() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    assert set(names) == {"workflow_status", VERSION_TABLE, *metadata.tables}
    await store.close()


async def test_safe_settings(file: Path) -> None:
    """A commit is on the disk before anybody is told, and readers do not wait for writers."""
    store = await Store.open(f"sqlite:///{file}")
    async with store.look() as connection:
        found = {}
        for name in ("journal_mode", "synchronous", "foreign_keys"):
            found[name] = (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    await store.close()


async def test_two_processes_start_at_once(file: Path) -> None:
    """Two bots that start on one new file at the same moment both find the tables made."""
    stores = await asyncio.gather(*(Store.open(f"sqlite:///{file}") for _ in range(4)))
    for store in stores:
        async with store.look() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM drafts"))).scalar() == 0
        await store.close()


async def test_writers_take_turns(file: Path) -> None:
    """Writers from several processes wait for each other; no count is lost."""
    stores = [await Store.open(f"sqlite:///{file}") for _ in range(3)]
    async with stores[0].begin() as connection:
        await connection.execute(text("CREATE TABLE tally (n INTEGER)"))
        await connection.execute(text("INSERT INTO tally VALUES (0)"))

    async def add_one(store: Store) -> None:
        async with store.begin() as connection:
            n = (await connection.execute(text("SELECT n FROM tally"))).scalar_one()
            await connection.execute(text("UPDATE tally SET n = :n"), {"n": n + 1})

    await asyncio.gather(*(add_one(stores[n % 3]) for n in range(30)))
    async with stores[0].look() as connection:
        assert (await connection.execute(text("SELECT n FROM tally"))).scalar_one() == 30
    for store in stores:
        await store.close()


async def test_all_or_nothing(file: Path) -> None:
    """A transaction that fails leaves nothing behind, and the next one can begin."""
    store = await Store.open(f"sqlite:///{file}")

    async def fail() -> None:
        async with store.begin() as connection:
            await connection.execute(text("CREATE TABLE half (n INTEGER)"))
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        await fail()
    async with store.begin() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    assert "half" not in names
    await store.close()


async def test_errors_tell_no_copy(file: Path) -> None:
    """What the database refuses is not repeated in the error."""
    store = await Store.open(f"sqlite:///{file}")
    wrong = text("INSERT INTO revisions (draft, text) VALUES (1, :copy)")
    with pytest.raises(IntegrityError) as caught:
        async with store.begin() as connection:
            await connection.execute(wrong, {"copy": "The mauve ferry was late."})
    assert "mauve" not in str(caught.value)
    await store.close()

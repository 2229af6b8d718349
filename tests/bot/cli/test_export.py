"""`copychief export` in a shell: the record of one draft."""

import json
import sqlite3
from pathlib import Path

import pytest

from bot.model import Outcome
from bot.store import Store
from tests.bot.cli.conftest import Shell
from tests.bot.newsroom.desk import IMRAN, Desk

COPY = "The ferry {query slammed} the pier."


@pytest.fixture
async def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with one draft, read and decided on, that the settings name."""
    kept = tmp_path / "copychief.sqlite3"
    monkeypatch.setenv("COPYCHIEF_DATABASE_URL", f"sqlite:///{kept}")
    store = await Store.open(f"sqlite:///{kept}")
    desk = Desk(store)
    await desk.reads(COPY)
    await desk.decides(Outcome.STET, 1, by=IMRAN, because="house style")
    await store.close()
    return kept


def test_a_page_to_read(file: Path, copychief: Shell) -> None:
    """The page says what was asked and what was decided."""
    told = copychief("export", "1")
    assert told.code == 0
    assert told.out.startswith("<!doctype html>")
    assert "<b>stet</b> by Imran" in told.out


def test_json_for_other_programs(file: Path, copychief: Shell, tmp_path: Path) -> None:
    """It is written where the person says, with texts, flags and rows."""
    told = copychief("export", "1", "--format", "json", "-o", "record.json")
    assert (told.code, told.out) == (0, "")
    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    assert [version["text"] for version in record["versions"]] == [COPY]
    assert [row["kind"] for row in record["rows"]] == ["handed in", "read", "decided"]
    assert record["sealed"] is True


@pytest.mark.parametrize(
    "changed",
    [
        "UPDATE record SET body = replace(body, 'house', 'mouse')",
        "UPDATE record SET by_name = 'Leila' WHERE n = 3",
        "UPDATE record SET at = '2024-01-01 00:00:00.000000' WHERE n = 2",
        "DELETE FROM record WHERE n = 2",
        "UPDATE revisions SET text = 'The ferry reached the pier.'",
    ],
)
def test_what_was_changed_afterwards_is_found_out(
    file: Path, copychief: Shell, changed: str
) -> None:
    """A row or a text that somebody changed in the database breaks the seal: exit code 1."""
    with sqlite3.connect(file) as connection:
        connection.execute(changed)
    connection.close()
    told = copychief("export", "1")
    assert told.code == 1
    assert "The hashes do not fit" in told.out


def test_a_draft_that_is_not_there(file: Path, copychief: Shell) -> None:
    """One line says so."""
    assert copychief("export", "9").refusal == "copychief: There is no draft 9."


def test_a_place_that_cannot_be_written(file: Path, copychief: Shell) -> None:
    """One line says so."""
    refusal = copychief("export", "1", "-o", "no/such/folder.html").refusal
    assert refusal == "copychief: I cannot write “no/such/folder.html”: No such file or directory."

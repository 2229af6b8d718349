"""The cache holds plain data, and nothing in it can spoil a run."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rules.cache import kept

HOUR = 3600


class Work:
    """Something that takes long to make; counts how often it was made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> list[int]:
        self.times += 1
        return [1, 2, 3]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own."""
    monkeypatch.setattr("rules.cache.user_cache_path", lambda name: tmp_path / name)
    return tmp_path / "copychief" / "numbers"


def ask(work: Callable[[], list[int]], key: bytes = b"key") -> int:
    return kept("numbers", key, work, sum)


@pytest.mark.usefixtures("folder")
def test_made_once_for_one_key() -> None:
    """The same key is answered from the cache, another is not."""
    work = Work()
    assert [ask(work), ask(work), ask(work, b"another")] == [6, 6, 6]
    assert work.times == 2


@pytest.mark.parametrize("spoiled", ["", "{", "null", '["a"]', "\x00"])
def test_what_is_not_ours_is_made_anew(folder: Path, spoiled: str) -> None:
    """A file that is cut off, or holds something else, is passed over and written again."""
    work = Work()
    ask(work)
    [file] = folder.iterdir()
    file.write_text(spoiled, "utf-8")
    assert [ask(work), ask(work)] == [6, 6]
    assert work.times == 2


def test_what_killed_processes_left_goes(folder: Path) -> None:
    """A file half written long ago is cleared away; one that may be in the making stays."""
    folder.mkdir(parents=True)
    old, new = folder / "old.part", folder / "new.part"
    old.touch()
    new.touch()
    os.utime(old, (old.stat().st_atime, old.stat().st_mtime - 2 * HOUR))
    ask(Work())
    assert not old.exists()
    assert new.exists()


def test_a_folder_that_cannot_be_written_costs_time_only(folder: Path) -> None:
    """Where the cache is a file, or read only, everything is made each time."""
    folder.parent.mkdir(parents=True)
    folder.write_text("no folder", "utf-8")
    work = Work()
    assert [ask(work), ask(work)] == [6, 6]
    assert work.times == 2

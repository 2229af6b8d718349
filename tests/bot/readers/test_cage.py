"""The cage: what a file can do there, it cannot do here."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import Unreadable
from bot.readers import __path__ as readers
from bot.readers import cage
from bot.readers.cage import READING, Limits, caged, close

DEEDS = """
import os, time
from bot.errors import Unreadable

def read(data, facts):
    match data:
        case b"kind": return {"said": facts, "words": data.decode()}
        case b"hungry": return {"a": bytearray(4 << 30)[:1].decode()}
        case b"busy":
            while True: pass
        case b"asleep": time.sleep(600)
        case b"dies": os.abort()
        case b"leaves": os._exit(0)
        case b"deep": return read_deep()
        case b"refuses": raise Unreadable("It is a song.")
        case b"writes": open("written", "wb").write(b"a" * 10)
        case b"secrets": return {"said": dict(os.environ)}
        case b"who": return {"pid": os.getpid()}
        case b"eats": return {"pid": os.getpid(), "eaten": len(bytearray(160 << 20))}
        case b"grows":
            eaten = []
            while True:
                eaten.append(bytearray(1 << 20))
                time.sleep(0.001)
        case b"copies": return {"of": "copies"}, data * 2
    raise ValueError("words of the draft")

def read_deep():
    return read_deep()
"""


@pytest.fixture(autouse=True)
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A reader that does as its file says, beside the real ones."""
    (tmp_path / "bot" / "readers").mkdir(parents=True)
    (tmp_path / "bot" / "readers" / "deeds.py").write_text(DEEDS, encoding="utf-8")
    start = (
        f"import bot.readers; bot.readers.__path__.append({str(tmp_path / 'bot' / 'readers')!r})"
    )
    monkeypatch.setattr(cage, "_START", cage._START.replace("from bot", f"{start}; from bot"))
    monkeypatch.chdir(tmp_path)
    close()
    yield
    close()
    assert list(readers) == [str(Path(cage.__file__).parent)]


def told(deed: bytes, limits: Limits = READING, **facts: str) -> dict[str, Any]:
    said, made = caged("bot.readers.deeds.read", deed, facts, "draft.html", limits)
    assert made == (deed * 2 if deed == b"copies" else b"")
    return said


def refused(deed: bytes, limits: Limits = READING) -> str:
    with pytest.raises(Unreadable) as caught:
        told(deed, limits)
    assert "\n" not in str(caught.value)
    assert "words of the draft" not in str(caught.value)
    return str(caught.value)


def test_what_it_says_comes_back() -> None:
    """As it said it, with the facts that it was given, and the bytes that it made."""
    facts = {"charset": "utf-8", "name": "draft.html"}
    assert told(b"kind", charset="utf-8") == {"said": facts, "words": "kind"}
    assert told(b"copies") == {"of": "copies"}


def test_one_process_reads_many_files() -> None:
    """A new one for each file would take longer than most files do."""
    assert len({told(b"who")["pid"] for _ in range(5)}) == 1


def test_one_that_has_grown_reads_no_more() -> None:
    """Its memory is given back."""
    assert told(b"eats")["pid"] != told(b"who")["pid"]


def test_one_that_was_ended_is_replaced() -> None:
    """Whatever the file before did, the next is read as if nothing had happened."""
    before = told(b"who")["pid"]
    for deed in (b"dies", b"hungry", b"leaves", b"deep"):
        refused(deed)
        assert told(b"kind")["words"] == "kind"
    os.kill(told(b"who")["pid"], 0)
    with pytest.raises(ProcessLookupError):
        os.kill(before, 0)


@pytest.mark.parametrize("deed", [b"hungry", b"deep"])
def test_what_takes_too_much_is_stopped(deed: bytes) -> None:
    """Memory has a bound, and so has depth."""
    assert "“draft.html” takes more time or memory" in refused(deed)


@pytest.mark.parametrize("deed", [b"asleep", b"busy"])
def test_what_does_not_end_is_stopped(deed: bytes) -> None:
    """By the clock, whether or not it does anything."""
    assert "takes more time" in refused(deed, READING._replace(wall=0.5))


def test_what_is_busy_is_stopped() -> None:
    """Before the clock says so, so that a machine under load reads what is honest."""
    assert "takes more time" in refused(b"busy", Limits(READING.memory, cpu=1, wall=60.0))


def test_one_that_was_ended_while_it_waited_is_replaced() -> None:
    """Whoever ended it, the next file is read."""
    os.kill(told(b"who")["pid"], 9)
    os.waitid(os.P_PID, cage._idle[0]._process.pid, os.WEXITED | os.WNOWAIT)
    assert told(b"kind")["words"] == "kind"


def test_what_is_not_wanted_does_not_come() -> None:
    """It is left out on the other side."""
    said, _ = caged("bot.readers.deeds.read", b"kind", {}, "draft.html", without=["said"])
    assert said == {"words": "kind"}


def test_where_memory_has_no_limit_it_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS, which takes the limit and does not keep it."""
    monkeypatch.setattr(cage, "_HAS_LIMIT", False)
    limits = Limits(memory=200 << 20, cpu=60, wall=60.0)
    assert "takes more time or memory" in refused(b"grows", limits)
    assert told(b"kind", limits)["words"] == "kind"


@pytest.mark.parametrize("deed", [b"dies", b"other", b"writes"])
def test_what_breaks_is_told(deed: bytes, tmp_path: Path) -> None:
    """Whatever it dies of, there is one line; and it has written nothing."""
    assert "“draft.html”: it is damaged" in refused(deed)
    written = tmp_path / "written"
    assert not written.exists() or written.stat().st_size == 0


def test_what_leaves_without_a_word_is_told() -> None:
    """An answer that is none is a broken file, too."""
    assert "it is damaged" in refused(b"leaves")


def test_a_readers_own_line_comes_through() -> None:
    """The reader knows best what is wrong with the file."""
    assert refused(b"refuses") == "It is a song."


def test_no_secret_is_shown_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens of the environment are not there for a file to find."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    assert "xoxb-1" not in str(told(b"secrets"))


def test_no_code_beside_the_drafts_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file called like a module of Python's is not mistaken for it."""
    (tmp_path / "json.py").write_text("open('ran', 'w')", encoding="utf-8")
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert told(b"kind")
    assert not (tmp_path / "ran").exists()

"""Reading in another process: what a file can do there, it cannot do here."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import Unreadable
from bot.readers import __path__ as readers
from bot.readers import apart
from bot.readers.apart import read_apart

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
    monkeypatch.setattr(apart, "_START", apart._START.replace("from bot", f"{start}; from bot"))
    monkeypatch.chdir(tmp_path)
    yield
    assert list(readers) == [str(Path(apart.__file__).parent)]


def refused(deed: bytes, name: str = "draft.html") -> str:
    with pytest.raises(Unreadable) as caught:
        read_apart("deeds", deed, {}, name)
    assert "\n" not in str(caught.value)
    assert "words of the draft" not in str(caught.value)
    return str(caught.value)


def test_what_it_says_comes_back() -> None:
    """As it said it, with the facts that it was given."""
    said = read_apart("deeds", b"kind", {"charset": "utf-8"}, "draft.html")
    assert said == {"said": {"charset": "utf-8"}, "words": "kind"}


@pytest.mark.parametrize("deed", [b"hungry", b"deep"])
def test_what_takes_too_much_is_stopped(deed: bytes) -> None:
    """Memory has a bound, and so has depth."""
    assert "“draft.html” takes more time or memory" in refused(deed)


def test_what_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the processor's time that it takes, and by the clock where it takes none."""
    monkeypatch.setattr(apart, "_WALL", 0.5)
    assert "takes more time" in refused(b"asleep")


def test_what_is_busy_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the clock says so, so that a machine under load reads what is honest."""
    patched = apart._START.replace("main()", "import bot.readers.apart as a; a._CPU = 1; main()")
    monkeypatch.setattr(apart, "_START", patched)
    assert "takes more time" in refused(b"busy")


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
    assert "xoxb-1" not in str(read_apart("deeds", b"secrets", {}, "draft.html"))


def test_no_code_beside_the_drafts_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file called like a module of Python's is not mistaken for it."""
    (tmp_path / "json.py").write_text("open('ran', 'w')", encoding="utf-8")
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert read_apart("deeds", b"kind", {}, "draft.html")
    assert not (tmp_path / "ran").exists()

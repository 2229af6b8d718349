"""`copychief check` with many drafts: files, folders, globs, and all cores."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot import checking
from tests.bot.cli.conftest import Shell

DRAFT = "The mayor slammed the plan.\n"
CLEAN = "Rain fell on the square all night.\n"
KILLER = '''"""Is it deadly?

Why: It ends the process that reads it.

Fix: Cut it.
"""

import os

from rules.model import Level

LEVEL = Level.QUERY
EXAMPLES = ("[[wombat]]", "koala")


def find(text):
    """Nothing: whoever reads of wombats is gone."""
    return [] if "wombat" not in text.folded else os._exit(3)
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of drafts, with what is no draft among them."""
    drafts = tmp_path / "drafts"
    for name, text in {
        "b.md": DRAFT,
        "a.txt": CLEAN,
        "deep/c.MARKDOWN": DRAFT,
        ".hidden.md": DRAFT,
        ".git/d.md": DRAFT,
        "picture.png": "\x00",
        "list.csv": "a,b",
    }.items():
        (drafts / name).parent.mkdir(parents=True, exist_ok=True)
        (drafts / name).write_text(text, encoding="utf-8")
    return drafts


def read(lines: list[str]) -> list[str]:
    """The drafts that were read, in order."""
    return [line for line in lines if line.startswith("drafts")]


def test_a_folder_is_every_draft_in_it(copychief: Shell, folder: Path) -> None:
    """In order of their names, without hidden ones and what is no text; a last line sums up."""
    said = copychief("check", "drafts/")
    assert read(said.lines) == ["drafts/a.txt", "drafts/b.md", "drafts/deep/c.MARKDOWN"]
    assert said.lines[-1] == "3 drafts: 2 queries in 17 words."
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["drafts/**/*.md"], ["drafts/b.md"]),
        (["drafts/*"], ["drafts/a.txt", "drafts/b.md", "drafts/deep/c.MARKDOWN"]),
        (["drafts/[ab].*"], ["drafts/a.txt", "drafts/b.md"]),
        (
            ["drafts/b.md", "drafts", "drafts/*.md"],
            ["drafts/b.md", "drafts/a.txt", "drafts/deep/c.MARKDOWN"],
        ),
    ],
)
def test_a_glob_is_what_it_matches(
    copychief: Shell, folder: Path, words: list[str], found: list[str]
) -> None:
    """Folders that match are read as a whole, and no draft is read twice."""
    assert read(copychief("check", *words).lines) == found


def test_a_file_may_be_called_like_a_glob(copychief: Shell, tmp_path: Path) -> None:
    """What is there by its very name is that file."""
    (tmp_path / "draft [1].md").write_text(DRAFT, encoding="utf-8")
    assert copychief("check", "draft [1].md").lines[0] == "draft [1].md"


def test_a_glob_may_name_a_type_of_its_own(copychief: Shell, tmp_path: Path) -> None:
    """A pattern that ends in a type brings files of that type."""
    (tmp_path / "story.copy").write_text(DRAFT, encoding="utf-8")
    assert copychief("check", "*.copy").lines[0] == "story.copy"


@pytest.mark.parametrize("nothing", ["empty", "*.md", "drafts/**/*.docx"])
def test_nothing_to_read_is_refused(
    copychief: Shell, tmp_path: Path, folder: Path, nothing: str
) -> None:
    """A folder or a glob without a draft gets one line."""
    (tmp_path / "empty").mkdir()
    refusal = copychief("check", nothing).refusal
    assert nothing in refusal
    assert "othing to read" in refusal


@pytest.mark.parametrize("hands", [False, True])
def test_one_that_cannot_be_read_stops_no_other(
    copychief: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch, hands: bool
) -> None:
    """It is named on stderr, the others are read, and the exit code is 2."""
    if hands:
        monkeypatch.setattr(checking, "MANY", 0)
    (folder / "aa.txt").write_bytes(b"\x00\x01")
    (folder / "ab.txt").write_text("...", encoding="utf-8")
    said = copychief("check", "drafts", "--fail-on", "query")
    assert len(read(said.lines)) == 3
    assert said.code == 2
    first, second = said.err.splitlines()
    assert "drafts/aa.txt" in first
    assert "not a word" in second


def test_names_are_shown_harmlessly(copychief: Shell, folder: Path) -> None:
    """A line break or an escape in the name of a file reaches no terminal."""
    (folder / "bell\x07\nring.md").write_text(DRAFT, encoding="utf-8")
    (folder / "bad\x07\nring.md").write_bytes(b"\x00")
    said = copychief("check", "drafts")
    assert "drafts/bell� ring.md" in said.lines
    assert "“drafts/bad� ring.md”" in said.err
    assert len(said.err.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "darwin", reason="file names are Unicode there")
def test_a_name_may_be_no_unicode(copychief: Shell, folder: Path) -> None:
    """What cannot be shown of a name is replaced, in text and in JSON."""
    (folder / os.fsdecode(b"caf\xe9.md")).write_text(DRAFT, encoding="utf-8")
    assert "drafts/caf�.md" in copychief("check", "drafts").lines
    report = json.loads(copychief("check", "drafts/caf*", "--format", "json").out)
    assert report["reviews"][0]["source"]["path"] == "drafts/caf�.md"


@pytest.mark.parametrize("wrong", ["drafts/picture.png", "lost.md", "nothing*.md"])
def test_one_that_is_named_wrongly_stops_no_other(
    copychief: Shell, folder: Path, wrong: str
) -> None:
    """The drafts before and behind it are read; it has its line, and the exit code is 2."""
    said = copychief("check", "drafts/a.txt", wrong, "drafts/b.md")
    assert read(said.lines) == ["drafts/a.txt", "drafts/b.md"]
    assert said.code == 2
    [line] = said.err.splitlines()
    assert wrong in line


def test_named_alone_it_is_refused(copychief: Shell, folder: Path) -> None:
    """Nothing is printed where nothing is read."""
    assert "drafts/picture.png" in copychief("check", "drafts/picture.png").refusal


def test_json_of_many_is_one_report(copychief: Shell, folder: Path) -> None:
    """Printed piece by piece, it is what it would be as a whole."""
    said = copychief("check", "drafts", "--format", "json").out
    report = json.loads(said)
    assert [one["source"]["path"] for one in report["reviews"]] == [
        "drafts/a.txt",
        "drafts/b.md",
        "drafts/deep/c.MARKDOWN",
    ]
    assert json.dumps(report, ensure_ascii=False, indent=1) + "\n" == said


@pytest.mark.parametrize("form", ["text", "json"])
def test_all_cores_print_the_same(
    copychief: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """Several processes change neither the words nor their order."""
    for n in range(30):
        (folder / f"{n}.md").write_text(f"{DRAFT * (n % 7 + 1)}", encoding="utf-8")
    words = ("check", "drafts", "--format", form, "--explain", "--house", "house")
    (folder.parent / "house").mkdir()
    (folder.parent / "house" / "accept.txt").write_text("slammed\n", encoding="utf-8")
    alone = copychief(*words)
    monkeypatch.setattr(checking, "MANY", 0)
    assert copychief(*words) == alone


def test_a_draft_that_ends_its_process_is_named(
    copychief: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line; the others are read."""
    monkeypatch.setattr(checking, "MANY", 0)
    (folder.parent / "house").mkdir()
    (folder.parent / "house" / "deadly.py").write_text(KILLER, encoding="utf-8")
    (folder / "aa.md").write_text("A wombat.", encoding="utf-8")
    said = copychief("check", "drafts", "--house", "house", "--allow-code")
    assert len(read(said.lines)) == 3
    assert said.code == 2
    assert said.err == (
        "copychief: “drafts/aa.md” could not be read: it ended the process that read it.\n"
    )


def test_a_line_that_ends_its_process_is_answered(
    copychief: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its id and an error; the next line is read."""
    monkeypatch.setattr(checking, "MANY", 0)
    (tmp_path / "deadly.py").write_text(KILLER, encoding="utf-8")
    said = copychief(
        "check", "--jsonl", "--house", ".", "--allow-code",
        stdin=b'{"id": 1, "text": "A wombat."}\n[]\n{"id": 3, "text": "Rain."}\n',
    )  # fmt: skip
    first, second, third = map(json.loads, said.lines)
    assert first["id"] == 1
    assert "ended the process" in first["error"]
    assert second == {"id": None, "error": "not a JSON object"}
    assert third["review"]["words"] == 1
    assert said.code == 0


@pytest.mark.parametrize(
    ("deed", "reason"), [("text.nothing", "AttributeError"), ("exit()", "SystemExit")]
)
def test_a_draft_that_breaks_the_engine_is_named(
    copychief: Shell, tmp_path: Path, folder: Path, deed: str, reason: str
) -> None:
    """In one line without a word of it; the others are read."""
    (tmp_path / "broken.py").write_text(KILLER.replace("os._exit(3)", deed), encoding="utf-8")
    (folder / "aa.md").write_text("A wombat.", encoding="utf-8")
    said = copychief("check", "drafts", "--house", ".", "--allow-code")
    assert len(read(said.lines)) == 3
    assert said.err == f"copychief: “drafts/aa.md” could not be read ({reason}).\n"
    assert said.code == 2


def started(tmp_path: Path, *words: str) -> "subprocess.Popen[bytes]":
    """`copychief check` over all cores, from a script as pip makes it."""
    script = tmp_path / "bin" / "copychief"
    script.parent.mkdir()
    script.write_text(
        "import sys\nfrom bot import checking\nfrom bot.cli import main\n"
        "checking.MANY = 0\nif __name__ == '__main__':\n    sys.exit(main())\n",
        encoding="utf-8",
    )
    return subprocess.Popen(
        [sys.executable, str(script), "check", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        start_new_session=True,
    )


@pytest.mark.parametrize("words", [["drafts"], ["--jsonl"]])
def test_ctrl_c_ends_it_cleanly(tmp_path: Path, folder: Path, words: list[str]) -> None:
    """No process is left to complain; an answer is there while the next line is awaited."""
    for n in range(2000 if words == ["drafts"] else 0):
        (folder / f"{n}.md").write_text(DRAFT, encoding="utf-8")
    with started(tmp_path, *words) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write(b'{"id": 1, "text": "Rain."}\n')
        running.stdin.flush()
        assert running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert (running.returncode, said.strip()) == (130, b"")


def test_no_code_beside_the_drafts_is_run(tmp_path: Path, folder: Path) -> None:
    """A file called like one of Python's own modules is not mistaken for it."""
    for name in ("pickle", "signal", "multiprocessing", "tempfile", "rules", "bot"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w')", encoding="utf-8")
    with started(tmp_path, "drafts") as running:
        said, _ = running.communicate(timeout=60)
    assert (running.returncode, len(read(said.decode().splitlines()))) == (0, 3)
    assert not (tmp_path / "ran").exists()


def test_never_writes_over_a_draft(copychief: Shell, tmp_path: Path) -> None:
    """A file to write that is one of the drafts is refused, and the draft is as it was."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    said = copychief("check", "draft.md", "-o", "./draft.md")
    assert "is one of the drafts" in said.refusal
    assert (tmp_path / "draft.md").read_text(encoding="utf-8") == DRAFT

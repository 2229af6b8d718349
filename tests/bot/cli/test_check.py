"""`copychief check` as a person and a script meet it."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

DRAFT = "The regime shut the port.\nThe mayor slammed the plan.\n"
HOLD = "The treasurer pocketed the flood money.\n"
Run = subprocess.CompletedProcess[bytes]
Check = Callable[..., Run]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Run `copychief check` in a folder of its own."""

    def run(*words: str, stdin: bytes = b"", **env: str) -> Run:
        return subprocess.run(
            [sys.executable, "-m", "bot.cli", "check", *words],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path.cwd())} | env,
            timeout=60,
        )

    return run


def refused(done: Run) -> str:
    """The one line on stderr of a run that ended with 2 and printed nothing."""
    assert (done.returncode, done.stdout) == (2, b"")
    [line] = done.stderr.decode().splitlines()
    return line


def test_repeats_are_shown_where_they_are(check: Check) -> None:
    """A flag on several places names the line and column of each."""
    done = check("-", stdin=b"The regime shut the port.\nNobody saw the regime.\n")
    assert "  Also at 2:16" in done.stdout.decode().splitlines()


@pytest.mark.parametrize("nothing", [b"", b"\n \n", b"... !\n"])
def test_a_draft_without_a_word_is_refused(check: Check, nothing: bytes) -> None:
    """Nothing to read is bad input, not clean copy."""
    assert "not a word" in refused(check("-", stdin=nothing))


def test_prints_passages_with_their_flags(check: Check, tmp_path: Path) -> None:
    """Each flag shows level, place, question, passage, reason and remedy; a last line counts."""
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    done = check("draft.txt")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert lines[0] == "draft.txt"
    assert "query 1:5 Whose word is it? (language.label)" in lines
    assert "  The mayor [[slammed]] the plan." in lines
    assert any(line.startswith("  Why: ") for line in lines)
    assert any(line.startswith("  Fix: ") for line in lines)
    assert lines[-1] == "2 queries in 10 words."


def test_has_nothing_to_say_of_clean_copy(check: Check) -> None:
    """Clean copy gets one line that says it was read."""
    done = check("-", stdin=b"Rain fell on the square all night.\n")
    assert done.stdout.decode().splitlines()[-1] == (
        "Read it: 1 sentence, 0 attributed. Nothing to query."
    )


@pytest.mark.parametrize(
    ("draft", "fail_on", "code"),
    [
        (DRAFT, None, 0),
        (DRAFT, "query", 1),
        (DRAFT, "note", 1),
        (HOLD, None, 1),
        (HOLD, "query", 1),
        ("The the gate was shut at nine.", "query", 0),
        ("The the gate was shut at nine.", "note", 1),
    ],
)
def test_exit_code_follows_fail_on(
    check: Check, draft: str, fail_on: str | None, code: int
) -> None:
    """The exit code is 1 if a flag is as hard as --fail-on, which is hold by default."""
    words = ["--fail-on", fail_on] if fail_on else []
    assert check("-", *words, stdin=draft.encode()).returncode == code


def test_json_is_the_contract(check: Check, tmp_path: Path) -> None:
    """The JSON names its schema, tool and packs, and each flag's place in the text."""
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes("\ufeffMiß the regime.".encode())
    said = json.loads(check("a.md", "b.txt", "--format", "json").stdout)
    assert (said["schema"], said["tool"]["name"]) == (1, "copychief")
    assert set(said["tool"]["packs"]) == {"copy", "harm", "language", "legal", "sourcing"}
    first, second = said["reviews"]
    assert (first["source"]["type"], first["text"], first["title"]) == ("markdown", DRAFT, None)
    assert second["text"].startswith("Miß")
    for read in (first, second):
        for flag in read["flags"]:
            assert read["text"][flag["start"] : flag["end"]] == flag["quote"]


def test_only_the_packs_and_profile_asked_for(check: Check) -> None:
    """--pack and --profile choose what is asked."""
    done = check("-", "--pack", "copy", "--format", "json", stdin=b"The the regime fell.")
    assert [f["rule"] for f in json.loads(done.stdout)["reviews"][0]["flags"]] == ["copy.repeat"]
    oldest = b"Tarn has the oldest pier in the world."
    done = check("-", "--profile", "opinion", "--format", "json", stdin=oldest)
    assert [f["level"] for f in json.loads(done.stdout)["reviews"][0]["flags"]] == ["note"]


def test_explains_silence_and_shows_sources(check: Check) -> None:
    """--explain shows what was left alone and why, --sources who speaks for what."""
    draft = "The board said the pact had clearly failed. Rain fell on the square."
    said = check("-", "--explain", "--sources", stdin=draft.encode()).stdout.decode()
    assert "The board said the pact had [[clearly]] failed." in said
    assert "  The board: 1 sentence\n    1. The board said" in said
    assert "Nobody speaks but us\n  2. Rain fell" in said


def test_a_pipe_is_read_once(check: Check) -> None:
    """What can be had only once (a pipe under a name) is not asked for twice."""
    lines = check("/dev/stdin", stdin=DRAFT.encode()).stdout.decode().splitlines()
    assert lines[-1] == "2 queries in 10 words."


def test_writes_to_a_file(check: Check, tmp_path: Path) -> None:
    """-o puts the review in a file and nothing on the terminal."""
    done = check("-", "-o", "out.txt", stdin=DRAFT.encode())
    assert (done.returncode, done.stdout) == (0, b"")
    assert "[[slammed]]" in (tmp_path / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["missing.txt"], "missing.txt"),
        (["nowhere/"], "nowhere/"),
        (["binary.txt"], "binary.txt"),
        (
            ["-", "--profile", "tabloid"],
            "There is no profile “tabloid”; there are court, culture, news, opinion, sport"
            " and wire.",
        ),
        (
            ["-", "--pack", "law"],
            "There is no pack “law”; there are copy, harm, language, legal and sourcing.",
        ),
        (["-", "--format", "sarif"], "sarif"),
        (["-", "--fail-on", "blood"], "blood"),
        (["-", "--loud"], "--loud"),
        (["-", "-o", "no/such/folder.txt"], "no/such/folder.txt"),
        (["draft.txt", "--jsonl"], "--jsonl"),
        (["--jsonl", "--format", "text"], "leave out PATH, --format"),
        (["--jsonl", "--explain"], "leave out PATH, --format"),
        (["ftp://example.org/a"], "“ftp://example.org/a” is none: check it, or paste the text"),
    ],
)
def test_refuses_in_one_line(check: Check, tmp_path: Path, words: list[str], line: str) -> None:
    """Bad input and bad usage are one line on stderr, exit code 2, and nothing printed."""
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02\xff" * 40)
    assert line in refused(check(*words, stdin=b"Text."))


def test_draws_in_colour_on_a_terminal_only(tmp_path: Path) -> None:
    """On a terminal the words stand out by themselves; NO_COLOR and a pipe get marks."""
    (tmp_path / "draft.txt").write_text("The regime \x1b[31mfell.", encoding="utf-8")

    def on_terminal(**env: str) -> str:
        ours, theirs = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "bot.cli", "check", str(tmp_path / "draft.txt")],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            env={k: v for k, v in os.environ.items() if k != "NO_COLOR"} | env,
            timeout=60,
        )
        os.close(theirs)
        said = os.read(ours, 65536).decode()
        os.close(ours)
        return said

    coloured = on_terminal()
    assert "\x1b[1m" in coloured
    assert "[[" not in coloured
    assert "\x1b[31mfell" not in coloured
    plain = on_terminal(NO_COLOR="1")
    assert "\x1b" not in plain
    assert "[[regime]]" in plain

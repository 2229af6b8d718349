"""`copychief check --jsonl`: a line in, a line out."""

import io
import json
import shlex
import subprocess
import sys
from typing import Any

import pytest
from click.testing import CliRunner

from bot import checking
from bot.checking import answered
from bot.chosen import Choice
from bot.cli.check import command
from bot.handback import lines
from rules import Review, review


def asked(*said: bytes) -> list[dict[str, Any]]:
    """What `check --jsonl` answers to these lines."""
    done = CliRunner().invoke(command, ["--jsonl"], input=b"\n".join(said) + b"\n")
    assert done.exit_code == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_answers_line_by_line() -> None:
    """Each draft gets its review, in order, under its own id and without its text."""
    first, second = asked(
        b'{"id": 7, "text": "Tarn has the oldest pier in the world.", "profile": "opinion"}',
        b'{"id": "b", "text": ""}',
    )
    assert (first["id"], first["review"]["profile"]) == (7, "opinion")
    assert [flag["level"] for flag in first["review"]["flags"]] == ["note"]
    assert "text" not in first["review"]
    assert (second["id"], second["review"]["words"]) == ("b", 0)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[1]", "not a JSON object"),
        (b'{"id": 1}', 'no "text"'),
        (b'{"id": 1, "text": 5}', '"text" is not a string'),
        (b'{"id": 1, "text": "a\\ud800"}', "half a surrogate pair at 1"),
        (b'{"id": 1, "text": "a", "profile": "tabloid"}', "There is no profile"),
        (b'{"id": 1, "text": "a", "profile": ["news"]}', '"profile" is not a string'),
    ],
)
def test_a_bad_line_stops_nothing(line: bytes, error: str) -> None:
    """A line that holds no draft is answered with an error, and the next one is read."""
    bad, good = asked(line, b'{"id": 2, "text": "Rain fell."}')
    assert error in bad["error"]
    assert bad["id"] == (1 if b'"id": 1' in line else None)
    assert good["review"]["words"] == 2


def test_an_id_may_be_anything() -> None:
    """An id comes back as it was, half a surrogate pair included."""
    [answer] = asked(b'{"id": {"a": "\\ud800"}, "text": "Rain."}')
    assert answer["id"] == {"a": "\ud800"}


def test_a_draft_that_breaks_the_engine_stops_nothing() -> None:
    """Whatever one draft does to the engine, the stream goes on and no text is told."""

    def read(text: str, profile: str | None) -> Review:
        if "secret" in text:
            raise RecursionError(text)
        return review(text)

    stream = io.BytesIO(b'{"id": 1, "text": "secret"}\n{"id": 2, "text": "Rain."}')
    bad, good = (json.loads(lines.answer(line, read)) for line in lines.lines(stream))
    assert bad == {"id": 1, "error": "this draft could not be read (RecursionError)"}
    assert good["id"] == 2


def test_a_line_without_end_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line longer than the longest is skipped in pieces, and the next one is read."""
    monkeypatch.setattr(lines, "LONGEST", 64)
    stream = io.BytesIO(b"x" * 1000 + b'\n{"id": 2, "text": "Rain."}\n')
    bad, good = (json.loads(lines.answer(line, review)) for line in lines.lines(stream))
    assert bad == {"id": None, "error": "a line of more than 64 bytes"}
    assert good["id"] == 2


def test_streams() -> None:
    """The first answer is there before the second line is read."""
    stream = io.BytesIO(b'{"id": 1, "text": "Rain."}\n{"id": 2, "text": "Snow."}\n')
    answers = answered(Choice(), Choice().load(), stream)
    assert json.loads(next(answers))["id"] == 1
    assert stream.tell() < len(stream.getvalue())


def test_many_lines_are_answered_over_all_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """After some lines the others are shared out; the answers and their order are the same."""
    said = b"".join(b'{"id": %d, "text": "The regime fell."}\n' % n for n in range(50))
    alone = list(answered(Choice(), Choice().load(), io.BytesIO(said)))
    monkeypatch.setattr(checking, "MANY", 200)
    assert list(answered(Choice(), Choice().load(), io.BytesIO(said))) == alone


@pytest.mark.parametrize("words", [["--jsonl"], ["-"], []])
def test_input_that_is_closed_is_refused(words: list[str]) -> None:
    """Without a standard input, one line says so."""
    command = shlex.join([sys.executable, "-m", "bot.cli", "check", *words])
    done = subprocess.run(["sh", "-c", f"{command} <&-"], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, b"")
    [line] = done.stderr.decode().splitlines()
    assert "ame a file to read" in line

"""`copychief check` with files of every kind, and the marked Word file it hands back."""

import io
import json
from pathlib import Path

import pytest
from docx import Document

from tests.bot.cli.conftest import Shell
from tests.bot.readers.hostile import macros, pdf, word

LINE = "The mayor slammed the plan of the council in the town hall."
RTF = b"{\\rtf1\\ansi The mayor slammed the plan of the council in the town hall.\\par}"


def comments(path: Path) -> list[str]:
    """What stands in the margin of a Word file, by its first lines."""
    return [comment.text.splitlines()[0] for comment in Document(str(path)).comments]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [("plan.docx", word(LINE), "docx"), ("plan.doc", RTF, "rtf"), ("plan", RTF, "rtf")],
)
def test_a_file_of_any_kind_is_read(
    copychief: Shell, tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    """Known by what is in it; the report says what it was."""
    (tmp_path / name).write_bytes(data)
    [found] = json.loads(copychief("check", name, "--format", "json").out)["reviews"]
    assert (found["text"].strip(), found["source"]["type"]) == (LINE, kind)
    assert "language.verb" in {flag["rule"] for flag in found["flags"]}


def test_a_folder_is_read_with_all_that_can_be(copychief: Shell, tmp_path: Path) -> None:
    """What cannot be read has its line, and the others are read."""
    (tmp_path / "a.docx").write_bytes(word(LINE))
    (tmp_path / "b.pdf").write_bytes(pdf())
    (tmp_path / "c.rtf").write_bytes(RTF)
    said = copychief("check", ".")
    assert [line for line in said.lines if line in ("a.docx", "c.rtf")] == ["a.docx", "c.rtf"]
    assert "copychief: I cannot read “b.pdf”: it has no text in it" in said.err
    assert said.code == 2


def test_a_word_file_is_read_from_standard_input(copychief: Shell) -> None:
    """As any other draft."""
    assert "[[slammed]]" in copychief("check", "-", stdin=word(LINE)).out


def test_a_word_file_is_marked(copychief: Shell, tmp_path: Path) -> None:
    """It comes back with comments in it; the exit code is that of any check."""
    (tmp_path / "plan.docx").write_bytes(word(LINE))
    said = copychief(
        "check", "plan.docx", "--format", "docx", "-o", "m.docx", "--fail-on", "query"
    )
    assert (said.code, said.out, said.err) == (1, "", "")
    assert comments(tmp_path / "m.docx") == ["1 · Does the verb take sides? · query"]
    marked = Document(str(tmp_path / "m.docx"))
    assert [paragraph.text for paragraph in marked.paragraphs] == [LINE]
    assert "In the thread" not in next(iter(marked.comments)).text


def test_any_draft_is_marked_as_a_word_file(copychief: Shell, tmp_path: Path) -> None:
    """One is made of its text; what is let be has no comment."""
    (tmp_path / "plan.md").write_text(f"# Plan\n\n{LINE}\n", encoding="utf-8")
    assert copychief("check", "plan.md", "--format", "docx", "-o", "m.docx").code == 0
    made = Document(str(tmp_path / "m.docx"))
    assert [paragraph.text for paragraph in made.paragraphs] == ["Plan", LINE]
    assert comments(tmp_path / "m.docx") == ["1 · Does the verb take sides? · query"]


@pytest.mark.parametrize(
    "words",
    [
        ["plan.docx", "--format", "docx"],
        ["plan.docx", "again.docx", "--format", "docx", "-o", "m.docx"],
        ["plan.docx", "--format", "docx", "-o", "plan.docx"],
    ],
)
def test_one_draft_goes_to_one_other_file(
    copychief: Shell, tmp_path: Path, words: list[str]
) -> None:
    """Else one line says what to do, and nothing is written over."""
    plan = word(LINE)
    for name in ("plan.docx", "again.docx"):
        (tmp_path / name).write_bytes(plan)
    line = copychief("check", *words).refusal
    assert "name" in line
    assert (tmp_path / "plan.docx").read_bytes() == plan


def test_the_name_of_the_file_says_the_form(copychief: Shell, tmp_path: Path) -> None:
    """A Word file is never plain text."""
    (tmp_path / "plan.docx").write_bytes(word(LINE))
    assert copychief("check", "plan.docx", "-o", "m.DOCX").code == 0
    assert comments(tmp_path / "m.DOCX") == ["1 · Does the verb take sides? · query"]
    assert copychief("check", "plan.docx", "-o", "proof.html").code == 0
    assert (tmp_path / "proof.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_folder_of_old_drafts_names_each(copychief: Shell, tmp_path: Path) -> None:
    """What Word keeps of an open one is no draft."""
    (tmp_path / "a.docm").write_bytes(macros())
    (tmp_path / "~$a.docx").write_bytes(bytes(range(200)))
    (tmp_path / "b.docx").write_bytes(word(LINE))
    said = copychief("check", ".")
    [line] = said.err.splitlines()
    assert "“a.docm”: there are macros in it" in line


def test_what_cannot_be_read_is_not_marked(copychief: Shell, tmp_path: Path) -> None:
    """Nothing is written."""
    (tmp_path / "plan.docm").write_bytes(macros())
    line = copychief("check", "plan.docm", "--format", "docx", "-o", "m.docx").refusal
    assert "there are macros in it" in line
    assert not (tmp_path / "m.docx").exists()


def test_a_stream_of_bytes_is_a_word_file(copychief: Shell, tmp_path: Path) -> None:
    """From standard input, too."""
    said = copychief("check", "-", "--format", "docx", "-o", "m.docx", stdin=word(LINE))
    assert said.code == 0
    assert len(list(Document(io.BytesIO((tmp_path / "m.docx").read_bytes())).comments)) == 1

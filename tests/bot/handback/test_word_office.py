"""Word files handed back, as another word processor opens them; skipped where there is none."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from bot.handback.marked import Comment
from bot.model import Standing
from tests.bot.handback.handed import comment, handed_back, made, span
from tests.bot.handback.test_word import DRAFT
from tests.bot.readers.wordfiles import copy_of

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
RESOLVED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}resolved"

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def opened(data: bytes, folder: Path) -> etree._Element:
    """The file's content as LibreOffice saves it."""
    (folder / "draft.docx").write_bytes(data)
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", "odt", "--outdir", str(folder), str(folder / "draft.docx"),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with zipfile.ZipFile(folder / "draft.odt") as file:
        return etree.fromstring(file.read("content.xml"))


def remarks(content: etree._Element) -> dict[str, tuple[str, str]]:
    """By what each comment is called, the words it stands at, and whether it is settled."""
    found: dict[str, tuple[str, str]] = {}
    begun: dict[str, list[str]] = {}
    called: dict[str, str] = {}

    def walk(element: etree._Element) -> None:
        name = element.get(f"{OFFICE}name", "")
        if element.tag == f"{OFFICE}annotation":
            first = element.find(f"{TEXT}p")
            called[name] = "" if first is None else "".join(map(str, first.itertext()))
            begun[name] = []
            found[called[name]] = ("", element.get(RESOLVED, ""))
        elif element.tag == f"{OFFICE}annotation-end":
            found[called[name]] = ("".join(begun.pop(name)), found[called[name]][1])
        elif element.tag not in {f"{TEXT}tracked-changes", f"{TEXT}note-citation"}:
            say(element.text)
            for each in element:
                walk(each)
                say(each.tail)

    def say(words: str | None) -> None:
        for each in begun.values():
            each.append(words or "")

    [body] = content.iter(f"{OFFICE}text")
    walk(body)
    assert not begun
    return found


def called(one: Comment) -> str:
    return f"{one.number} · {one.title} · {'settled' if one.is_settled else one.level.value}"


def test_comments_stand_at_the_words_in_another_word_processor(tmp_path: Path) -> None:
    """Through changes, links, bold and tables; what is settled stands as settled."""
    text = copy_of(DRAFT).text
    wanted = ["fares rise", "rose 31 p", "March, [the reg", "ister", "regime fell", "Fare\n"]
    comments = [comment(n, span(text, each)) for n, each in enumerate(wanted)]
    comments.append(comment(9, span(text, "sail"), standing=Standing.SETTLED, decided="stet"))
    found = remarks(opened(handed_back(DRAFT, *comments), tmp_path))
    seen = ["fares rise", "rose 31 p", "March, the reg", "ister", "regime fell", "Fare"]
    assert [found[called(each)] for each in comments] == [
        *((words, "false") for words in seen),
        ("sail", "true"),
    ]


def test_a_made_file_opens_in_another_word_processor(tmp_path: Path) -> None:
    """With its comments at their words."""
    text = "# Fares rise\n\nBy Sana\n\n- Up 31 per cent, [it says](https://records.example/a)."
    comments = [comment(1, span(text, "31 per cent, [it")), comment(2)]
    found = remarks(opened(made(text, *comments), tmp_path))
    assert [found[called(each)] for each in comments] == [
        ("31 per cent, it", "false"),
        ("Fares rise", "false"),
    ]

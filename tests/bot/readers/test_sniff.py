"""What kind of file it is, whatever it is called."""

import io
import zipfile
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.errors import TooLong, Unreadable
from bot.readers.copy import Format
from bot.readers.sniff import format_of
from tests.bot.readers.hostile import crowded, pdf, with_part, word

_TEMPLATE = (b"wordprocessingml.document.main", b"wordprocessingml.template.main")


def packed(*parts: tuple[str, str]) -> bytes:
    """A zip archive."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as made:
        for name, words in parts:
            made.writestr(name, words)
    return held.getvalue()


ODT = packed(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"))


def renamed() -> bytes:
    """A Word file whose main part has another name."""
    held = io.BytesIO()
    with ZipFile(io.BytesIO(word())) as honest, ZipFile(held, "w", ZIP_DEFLATED) as made:
        for part in honest.namelist():
            data = honest.read(part).replace(b"word/document.xml", b"word/document2.xml")
            made.writestr(part.replace("document.xml", "document2.xml"), data)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (word(), "talks.pdf", Format.DOCX),
        (renamed(), "talks", Format.DOCX),
        (ODT, "talks.docx", Format.ODT),
        (b"{\\rtf1 Talks}", "talks.doc", Format.RTF),
        (pdf(), "talks.txt", Format.PDF),
        (b"junk before it\n" + pdf(), "talks.pdf", Format.PDF),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + pdf(), "x", Format.PDF),
        (b"\x00\x05\x16\x07 junk %PDF-1.4 cut off", "talks", Format.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4 cut off", "talks", Format.PDF),
        ("“%PDF-1.7” begins every file, the clerk said.".encode(), "talks.txt", Format.TEXT),
        ("Le numéro %PDF-1.7, dit-il.".encode("cp1252"), "talks.md", Format.MARKDOWN),
        (b"\n{\\rtf1 Talks}", "talks.txt", Format.RTF),
        (b"\xef\xbb\xbf{\\rtf1 Talks}", "talks", Format.RTF),
        (b"It begins with {\\rtf1, he said.", "talks.txt", Format.TEXT),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><p>Talks', "talks", Format.HTML),
        (b"<!-- a > b -->\n<!-- c\n--><?xml version='1.0'?><html><p>Talks", "t.md", Format.HTML),
        (b"<!--" + b"<!--" * 900 + b"--><!doctype\nHTML><p>Talks", "talks.txt", Format.HTML),
        (b"<!-- Talks --> <p>Talks", "talks.txt", Format.TEXT),
        (b'<?xml version="1.0"?><feed>Talks</feed>', "talks.txt", Format.TEXT),
        (b"\xef\xbb\xbf <!-- saved --> <!DOCTYPE html><p>Talks", "talks.txt", Format.HTML),
        (b"<p>Talks", "talks.HTM", Format.HTML),
        (b"# Talks", "talks.md", Format.MARKDOWN),
        (b"# Talks", "talks", Format.TEXT),
        (b"", "", Format.TEXT),
    ],
)
def test_told_by_its_bytes(data: bytes, name: str, kind: Format) -> None:
    """The name counts only where text is text."""
    assert format_of(data, name) is kind


@pytest.mark.parametrize("large", [False, True])
def test_a_crowded_zip_is_not_even_listed(large: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its table alone would take more memory than the bot has."""

    def listed(*_: object) -> None:
        raise AssertionError("it was listed")

    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", listed)
    with pytest.raises(TooLong, match="unpacks to far more"):
        format_of(crowded(40_000, large=large), "talks.docx")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (with_part("word/a.xml", b"<a/>", types=_TEMPLATE), "a template of Word's"),
        (packed(("xl/workbook.xml", "<x/>")), "a spreadsheet. Save it as a Word file"),
        (packed(("ppt/presentation.xml", "<x/>")), "a set of slides"),
        (packed(("Index/Document.iwa", "x")), "a Pages file"),
        (packed(("META-INF/container.xml", "<x/>"), ("mimetype", "epub")), "an e-book"),
        (packed(("a.txt", "Talks")), "a zip archive"),
        (packed(*((f"{n}.txt", "") for n in range(10_001))), "unpacks to far more"),
    ],
)
def test_what_is_not_read_says_what_to_do(data: bytes, what: str) -> None:
    """In one line, with the name that it has, cut short."""
    with pytest.raises(Unreadable) as caught:
        format_of(data, "t" * 100)
    line = str(caught.value)
    assert what in line
    assert "\n" not in line
    assert f"“{'t' * 79}…”" in line

"""Files that harm whoever opens them, made here and stored nowhere."""

import io
import zlib
from collections.abc import Callable, Mapping
from struct import pack
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from pypdf import PdfReader, PdfWriter

WORDS = "The ferry was late for the ninth day, the harbour office said."
_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_BODY = (
    '<?xml version="1.0"?>{}<w:document xmlns:w='
    '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
_END = "</w:body></w:document>"
_TYPES, _MAIN = "[Content_Types].xml", "word/document.xml"


def word(words: str = WORDS) -> bytes:
    """An honest Word file."""
    made, held = Document(), io.BytesIO()
    made.add_paragraph(words)
    made.save(held)
    return held.getvalue()


def with_main(xml: str) -> bytes:
    """A Word file whose main part is what it should not be."""
    return with_part(_MAIN, xml.encode())


def with_part(name: str, data: bytes, *, types: tuple[bytes, bytes] = (b"", b"")) -> bytes:
    """A Word file with another part in it, or in the place of one."""
    held = io.BytesIO()
    with ZipFile(io.BytesIO(word())) as honest, ZipFile(held, "w", ZIP_DEFLATED) as made:
        for part in honest.namelist():
            if part != name:
                known = honest.read(part)
                made.writestr(part, known.replace(*types) if part == _TYPES else known)
        made.writestr(name, data)
    return held.getvalue()


def swollen(
    name: str, filler: bytes, megabytes: int, before: bytes = b"", after: bytes = b""
) -> bytes:
    """A Word file with a part that unpacks to many megabytes, all of them the same.

    What is packed once is repeated: nothing here has to hold it, or to pack it.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH)
    chunk = packer.compress(filler * (_CHUNK // len(filler))) + packer.flush(zlib.Z_FULL_FLUSH)
    last = packer.compress(after) + packer.flush(zlib.Z_FINISH)
    size = len(before) + megabytes * (_CHUNK // len(filler)) * len(filler) + len(after)
    return _zip({name: (first + chunk * megabytes + last, size)})


def lying() -> bytes:
    """The same, but its table says that the part is small."""
    said = swollen(_MAIN, b"<w:p/>", 60, _BODY.format("").encode(), _END.encode())
    size = pack("<I", 60 * (_CHUNK // 6) * 6 + len(_BODY) - 2 + len(_END))
    assert said.count(size) == 2
    return said.replace(size, pack("<I", 1000))


def _zip(parts: Mapping[str, tuple[bytes, int]]) -> bytes:
    """A Word file's zip, written by hand: of each part what is packed, and how long it says."""
    with ZipFile(io.BytesIO(word())) as honest:
        known = {
            part: _packed(honest.read(part)) for part in honest.namelist() if part not in parts
        }
    body, table = bytearray(), bytearray()
    for name, (packed, size) in {**known, **parts}.items():
        facts = pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), size, len(name), 0)
        at = len(body)
        body += b"PK\x03\x04" + facts + name.encode() + packed
        table += b"PK\x01\x02" + pack("<H", 20) + facts + pack("<HHHII", 0, 0, 0, 0, at)
        table += name.encode()
    count = len(known) + len(parts)
    end = pack("<HHHHIIH", 0, 0, count, count, len(table), len(body), 0)
    return bytes(body + table + b"PK\x05\x06" + end)


def _packed(data: bytes) -> tuple[bytes, int]:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush(), len(data)


def billion_laughs() -> bytes:
    """Ten lines that an XML reader makes a thousand million words of."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    kind = f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{laughs}]>'
    return with_main(f"{_BODY.format(kind)}<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>{_END}")


def outside(file: str) -> bytes:
    """A Word file that wants a file of this machine's in its text."""
    kind = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file://{file}">]>'
    words = f"<w:p><w:r><w:t>{WORDS} &x;</w:t></w:r></w:p>"
    return with_main(_BODY.format(kind) + words + _END)


def deep(depth: int = 50_000) -> bytes:
    """Elements in elements."""
    return with_main(_BODY.format("") + "<w:sdt>" * depth + "</w:sdt>" * depth + _END)


def crowded(parts: int, *, large: bool) -> bytes:
    """A zip whose table lists so many empty parts; ``large``: in the form of large archives."""
    row = b"PK\x01\x02" + bytes(24) + b"\x01\x00" + bytes(16) + b"a"
    table, held = row * parts, b"PK\x03\x04" + bytes(26)
    start, size = len(held).to_bytes(8, "little"), len(table).to_bytes(8, "little")
    if not large:
        end = b"PK\x05\x06" + bytes(8) + size[:4] + start[:4] + bytes(2)
        return held + table + end
    count, at = parts.to_bytes(8, "little"), len(held) + len(table)
    record = b"PK\x06\x06" + (44).to_bytes(8, "little") + bytes(12) + count * 2 + size + start
    locator = b"PK\x06\x07" + bytes(4) + at.to_bytes(8, "little") + b"\x01\x00\x00\x00"
    end = b"PK\x05\x06" + bytes(4) + b"\xff" * 12 + bytes(2)
    return held + table + record + locator + end


def macros() -> bytes:
    """A Word file with a program in it."""
    kinds = (b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")
    return with_part("word/vbaProject.bin", b"Attribute VB_Name", types=kinds)


def pdf(pages: int = 1, stream: bytes = b"", filter: str = "") -> bytes:
    """A PDF of empty pages, or with what is drawn on each."""
    kind = f"/Filter /{filter} " if filter else ""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (pages, b" ".join(b"%d 0 R" % (n + 4) for n in range(pages))),
        f"<< {kind}/Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
    ]
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << >> >>"
    )
    parts += [page] * pages
    body, places = bytearray(b"%PDF-1.7\n"), []
    for n, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % n + part + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + table
    body += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start)
    return bytes(body)


def bomb() -> bytes:
    """A PDF whose one page unpacks to 290 MB of things to draw."""
    packer = zlib.compressobj(9)
    first = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    chunk = packer.compress(b"0 0 m 9 9 l S\n" * (_CHUNK // 14)) + packer.flush(zlib.Z_FULL_FLUSH)
    return pdf(1, first + chunk * 290 + packer.flush(), "FlateDecode")


def locked() -> bytes:
    """A PDF that opens with a password alone."""
    made, held = PdfWriter(PdfReader(io.BytesIO(pdf()))), io.BytesIO()
    made.encrypt("secret", algorithm="RC4-128")
    made.write(held)
    return held.getvalue()


# What each is called, and what its line says.
HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "locked.docx": (lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), "password-protected"),
    "old.doc": (lambda: _OLE + "WordDocument".encode("utf-16-le"), "before 2007"),
    "cut.docx": (lambda: word()[:-900], "it is damaged"),
    "empty.docx": (lambda: b"", "not a word"),
    "a pdf.docx": (lambda: b"%PDF-1.7\n%%EOF", "it is damaged"),
    "a program.docx": (lambda: b"\x7fELF\x02\x01\x01" + bytes(99), "it is a program"),
    "other.zip.docx": (lambda: _zip_of("notes.txt"), "it is a zip archive"),
    "macros.docm": (macros, "there are macros in it"),
    "macros.docx": (macros, "there are macros in it"),
    "one word.docx": (
        lambda: swollen(
            _MAIN, b"a", 300, f"{_BODY.format('')}<w:p><w:r><w:t>".encode(),
            f"</w:t></w:r></w:p>{_END}".encode(),
        ),
        "unpacks to far more",
    ),
    "paragraphs.docx": (
        lambda: swollen(_MAIN, b"<w:p/>", 6, _BODY.format("").encode(), _END.encode()),
        "unpacks to far more",
    ),
    "lying.docx": (lying, "it is damaged"),
    "media.docx": (lambda: swollen("word/media/a.png", b"\0", 1000), "unpacks to far more"),
    "large.docx": (lambda: b"PK\x03\x04" + bytes(20_000_000), "larger than 20 MB"),
    "crowded.docx": (lambda: crowded(400_000, large=False), "unpacks to far more"),
    "laughs.docx": (billion_laughs, ""),
    "outside.docx": (lambda: outside("/etc/hostname"), ""),
    "deep.docx": (deep, ""),
    "cut.pdf": (lambda: pdf()[:90], "it is damaged"),
    "garbage.pdf": (lambda: b"%PDF-1.7 " + bytes(range(256)) * 40, "it is damaged"),
    "locked.pdf": (locked, "password-protected"),
    "scan.pdf": (pdf, "it has no text in it"),
    "pages.pdf": (lambda: pdf(3000), "200 pages"),
    "bomb.pdf": (bomb, ""),
    "deep.html": (lambda: b"<div>" * 100_000 + WORDS.encode(), ""),
    "large.html": (lambda: b"<html><p>" + b"word " * 5_600_000, "larger than"),
    "deep.rtf": (lambda: b"{\\rtf1" + b"{" * 100_000 + WORDS.encode(), ""),
    "binary.txt": (lambda: bytes(range(256)) * 20, "it is binary"),
}  # fmt: skip


def _zip_of(name: str) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w") as made:
        made.writestr(name, WORDS)
    return held.getvalue()

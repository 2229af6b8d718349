"""What kind of file it is: told by its bytes, and by its name only where text is text."""

import io
import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from bot.errors import TooLong, Unreadable
from bot.readers.copy import Format, locked

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_START = rb"(?:\xef\xbb\xbf)?\s{0,99}"
_RTF = re.compile(_START + rb"\{\\rtf")
_HTML = re.compile(  # below what may stand above it: <?xml …?>, comments
    _START
    + rb"(?:<(?:\?(?:(?!\?>).){0,999}\?|!--(?:(?!-->).){0,4000}--)>\s{0,99}){0,9}"
    + rb"<(?:!doctype\s{1,99}html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_PDF = re.compile(_START + rb"%PDF-")
_PDF_WITHIN = 1024  # bytes; readers of PDF allow as much before it begins
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_OBJECT = re.compile(rb"\d{1,9} \d{1,5} obj\b")  # a PDF is made of them
_OBJECT_WITHIN = 4096  # bytes
_HTML_NAME = re.compile(r"\.x?html?\Z", re.IGNORECASE)
_MARKDOWN_NAME = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)
_ODT = b"application/vnd.oasis.opendocument.text"
_KINDS = (  # by what only they have in them
    ("xl/workbook.xml", "it is a spreadsheet"),
    ("ppt/presentation.xml", "it is a set of slides"),
    ("Index/Document.iwa", "it is a Pages file"),
    ("META-INF/container.xml", "it is an e-book"),
)
_TYPES = "[Content_Types].xml"
_MOST_TYPES = 1_000_000  # bytes
_MOST_XML, _MOST_IN_ALL = 50_000_000, 300_000_000  # bytes, unpacked
_MOST_PARTS, _MOST_TABLE = 10_000, 1_500_000  # parts, and bytes of the table that lists them
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_END_WITHIN = 66_000  # bytes: a comment of 65,535 may follow
# Word's own XML is packed 23 times smaller; files that are made to do harm, 290 times and more.
_MOST_PACKED, _SMALL = 200, 1_000_000
_SAVE = "Save it as a Word file (.docx) or as plain text, and send that."
_MACROS = (
    "I do not open “{name}”: there are macros in it. Save it as a Word document without macros"
    " (.docx), and send that."
)
_DAMAGED = (
    "I cannot read “{name}”: it is damaged, or only a part of it came. Save it anew, and send it"
    " again."
)
_SWOLLEN = (
    "“{name}” unpacks to far more than any draft holds, so I did not open it. Copy its text into"
    " a new file, and send that."
)


def format_of(data: bytes, name: str) -> Format:
    """What kind of file this is; Unreadable where it is none that can be read, or does harm.

    Of a zip the table of what is in it is looked at, and nothing unpacked but its list of types.
    """
    shown = name if len(name) <= 80 else name[:79] + "…"
    if data.startswith(_ZIP):
        return _zipped(data, shown)
    if data.startswith(_OLE):
        raise _old(data, shown)
    if _is_pdf(data):
        return Format.PDF
    if _RTF.match(data):
        return Format.RTF
    if _HTML.match(data) or _HTML_NAME.search(name):
        return Format.HTML
    return Format.MARKDOWN if _MARKDOWN_NAME.search(name) else Format.TEXT


def _is_pdf(data: bytes) -> bool:
    """Tell a PDF, which may have junk before it, from a text that quotes how one begins."""
    at = data.find(b"%PDF-", 0, _PDF_WITHIN)
    if at < 0 or _PDF.match(data):
        return at >= 0
    is_made = _OBJECT.search(data, at, at + _OBJECT_WITHIN) is not None
    return is_made or _NO_TEXT.search(data, 0, at) is not None


def _old(data: bytes, name: str) -> Unreadable:
    """What an OLE file is: a locked one of today's, or one of an old Office."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return locked(name)
    is_word = "WordDocument".encode("utf-16-le") in data
    what = "it is a Word file of before 2007 (.doc)" if is_word else "it is an old Office file"
    return Unreadable(f"I cannot read “{name}”: {what}. {_SAVE}")


def _zipped(data: bytes, name: str) -> Format:
    from zipfile import BadZipFile, ZipFile  # few drafts need it

    if _table_size(data) > _MOST_TABLE:
        raise TooLong(_SWOLLEN.format(name=name))
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            parts = {part.filename: part for part in packed.infolist()}
            _refuse_swollen(packed.infolist(), name)
            if any(part.flag_bits & 1 for part in parts.values()):
                raise locked(name)
            types = _beginning(packed, parts, _TYPES, _MOST_TYPES).lower()
            if _is_word(types):
                return _word(types, parts, name)
            if _beginning(packed, parts, "mimetype", len(_ODT)) == _ODT:
                return Format.ODT
    except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise Unreadable(_DAMAGED.format(name=name)) from None
    what = next((said for part, said in _KINDS if part in parts), "it is a zip archive")
    raise Unreadable(f"I cannot read “{name}”: {what}. {_SAVE}")


def _table_size(data: bytes) -> int:
    """How many bytes a zip says that the table of its parts has: all of it would be read at once.

    Where the record of a large archive (zip64) stands before the other, that one counts.
    """
    end = data.rfind(_END, max(0, len(data) - _END_WITHIN))
    if end < 0 or len(data) < end + 22:
        return 0
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    large = data.rfind(_END_64, max(0, end - _END_WITHIN), end)
    return max(size, int.from_bytes(data[large + 40 : large + 48], "little") if large >= 0 else 0)


def _beginning(packed: "ZipFile", parts: "dict[str, ZipInfo]", part: str, most: int) -> bytes:
    """The first bytes of a part; none if there is no such part."""
    if part not in parts:
        return b""
    with packed.open(part) as opened:
        return opened.read(most)


def _is_word(types: bytes) -> bool:
    """Tell a Word file by what its parts are, whatever they are called."""
    return b"wordprocessingml.document.main" in types or (
        b".main+xml" in types and (b"ms-word." in types or b"wordprocessingml.template" in types)
    )


def _word(types: bytes, parts: Collection[str], name: str) -> Format:
    """A Word file, if nothing in it is to be run."""
    if b"macroenabled" in types or any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise Unreadable(_MACROS.format(name=name))
    if b"wordprocessingml.template.main" in types:
        raise Unreadable(f"I cannot read “{name}”: it is a template of Word's. {_SAVE}")
    return Format.DOCX


def _refuse_swollen(parts: "list[ZipInfo]", name: str) -> None:
    xml = sum(
        part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels"))
    )
    whole = sum(part.file_size for part in parts)
    packed = any(part.file_size > max(_SMALL, part.compress_size * _MOST_PACKED) for part in parts)
    if packed or xml > _MOST_XML or whole > _MOST_IN_ALL or len(parts) > _MOST_PARTS:
        raise TooLong(_SWOLLEN.format(name=name))

"""Builds PDFs from their objects: words at places, links over them, locks; and reads them."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from pypdfium2 import PdfDocument

from bot.readers.copy import Copy, Format, Spot
from bot.readers.pdf import read
from tests.bot.readers.leading import heard

WIDE, HIGH = 595, 842
_FONTS = "/F1 4 0 R /F2 5 0 R"
LEAD = [
    "The night ferry came into the north pier an hour late on Tuesday, the harbour",
    "office said, and nobody who waited for it there was told why it had stopped for so",
    "long off the island.",
]
QUOTE = [
    "“We were out there in the dark,” said Amrit Gill, who has worked the crossing for",
    "eleven years. “Nobody asked us.”",
]
LEAD_TEXT, QUOTE_TEXT = " ".join(LEAD), " ".join(QUOTE)


class Said(NamedTuple):
    """Words at a place of a page, in points from its lower left corner."""

    words: str
    x: float
    y: float
    size: float = 12
    font: str = "F1"


class Link(NamedTuple):
    """A link over a part of a page."""

    address: str
    left: float
    bottom: float
    right: float
    top: float


def lines(words: Sequence[str], x: float = 72, y: float = 700, *, size: float = 12) -> list[Said]:
    """Lines of a paragraph, one below the other."""
    return [Said(line, x, y - n * size * 1.2, size) for n, line in enumerate(words)]


def pdf(*pages: Sequence[Said | Link]) -> bytes:
    """A file with these pages, in Helvetica."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< >>"]
    for base in ("Helvetica", "Helvetica-Bold"):
        font = f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
        objects.append(font.encode())
    kids = []
    for page in pages:
        drawn = b"\n".join(_drawn(each) for each in page if isinstance(each, Said))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        links = "".join(_link(each) for each in page if isinstance(each, Link))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {HIGH}]"
            f" /Resources << /Font << {_FONTS} >> >> /Contents {len(objects)} 0 R"
            f" /Annots [{links}] >>".encode()
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _whole(objects)


def locked(data: bytes, *, user: str = "", owner: str = "owner") -> bytes:
    """The same file, encrypted."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    whole = BytesIO()
    writer.write(whole)
    return whole.getvalue()


def turned(data: bytes, turn: int) -> bytes:
    """The same file, its pages drawn on their side and turned upright again."""
    from pypdf import PdfReader, PdfWriter, Transformation

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    shifts = {0: (0, 0), 90: (HIGH, 0), 180: (WIDE, HIGH), 270: (0, WIDE)}
    for page in writer.pages:
        page.add_transformation(Transformation().rotate(turn).translate(*shifts[turn]))
        if turn in {90, 270}:
            page.mediabox.upper_right = page.cropbox.upper_right = (HIGH, WIDE)
        page.rotate(turn)
    whole = BytesIO()
    writer.write(whole)
    return whole.getvalue()


def copy(data: bytes) -> Copy:
    """What is read of a file."""
    return heard(read(data, {"name": "ferry.pdf"}), Format.PDF)


def text(*pages: Sequence[Said | Link]) -> str:
    """What is read of a file with these pages."""
    return copy(pdf(*pages)).text


def words_at(data: bytes, spot: Spot) -> str:
    """The letters of a page, as pdfium itself gives them."""
    page = PdfDocument(data)[int(spot.where.removeprefix("page ")) - 1].get_textpage()
    return str(page.get_text_range(spot.start, spot.end - spot.start))


def _drawn(said: Said) -> bytes:
    words = said.words.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        words = words.replace(sign, b"\\" + sign)
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (
        said.font.encode(),
        said.size,
        said.x,
        said.y,
        words,
    )


def _link(link: Link) -> str:
    box = f"{link.left} {link.bottom} {link.right} {link.top}"
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0]"
        f" /A << /S /URI /URI ({link.address}) >> >> "
    )


def _whole(objects: Sequence[bytes]) -> bytes:
    whole, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    whole += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return whole + b"startxref\n%d\n%%%%EOF\n" % start

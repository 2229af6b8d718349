"""PDFs: a page is drawn, not written, so its lines and paragraphs are put together again."""

from collections.abc import Iterator
from ctypes import byref, c_int, create_string_buffer
from typing import TYPE_CHECKING, Any

from bot.errors import TooLong, Unreadable
from bot.readers.copy import LONGEST, Format, locked, too_long
from bot.readers.paragraphs import written

if TYPE_CHECKING:
    from bot.readers.glyphs import Area, Glyphs

_MOST = 200  # pages
_MOST_LINKS = 500  # on a page
_LONGEST_ADDRESS = 1600  # bytes
_LONG = (
    "“{name}” has more than {most} pages, which no draft has."
    " Paste the part to be read, or send that part as a file."
)
_SCAN = (
    "I cannot read “{name}”: it has no text in it, only pictures (a scan)."
    " Run it through OCR, or paste its text."
)


def read(data: bytes, facts: dict[str, str]) -> dict[str, Any]:
    """What the other process does with such a file; its parts are “page 1” and so on.

    Offsets are those of pdfium's letters on that page.
    """
    from bot.readers.columns import untangled
    from bot.readers.lines import lines
    from bot.readers.margins import Sheet, sorted_out
    from bot.readers.reflow import paragraphs

    name = facts.get("name", "")
    pages, letters = [], 0
    with _opened(data, name) as pdf:
        if len(pdf) > _MOST:
            raise TooLong(_LONG.format(name=name, most=_MOST))
        for number in range(1, len(pdf) + 1):
            page = pdf[number - 1]
            glyphs = _glyphs(page, number)
            letters += glyphs.count
            if letters > LONGEST:
                raise too_long(name)
            pages.append(Sheet(page.get_height(), untangled(lines(glyphs.words()))))
            page.close()
    if not any(letter.isalnum() for page in pages for line in page.lines for letter in line.text):
        raise Unreadable(_SCAN.format(name=name))
    return written(paragraphs(*sorted_out(pages)), Format.PDF, name).said()


def _opened(data: bytes, name: str) -> Any:
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise locked(name) from None
        raise


def _glyphs(page: Any, number: int) -> "Glyphs":
    from bot.readers.glyphs import Glyphs

    return Glyphs(page, number, [] if page.get_rotation() else list(_areas(page)))


def _areas(page: Any) -> "Iterator[Area]":
    """Where on a page which links are."""
    from pypdfium2 import raw

    from bot.readers.glyphs import Area

    at, link = c_int(0), raw.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page, byref(at), byref(link)):
            return
        action = raw.FPDFLink_GetAction(link)
        box = raw.FS_RECTF()
        if not action or not raw.FPDFLink_GetAnnotRect(link, byref(box)):
            continue
        address = create_string_buffer(_LONGEST_ADDRESS)
        length = raw.FPDFAction_GetURIPath(page.pdf, action, address, _LONGEST_ADDRESS)
        if 1 < length <= _LONGEST_ADDRESS:
            href = address.raw[: length - 1].decode("utf-8", "replace")
            yield Area(
                box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top), href
            )

"""OpenDocument texts, as LibreOffice writes them and Google Docs exports them."""

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from bot.errors import TooLong, Unreadable
from bot.readers.copy import Format, locked
from bot.readers.paragraphs import written

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 50_000_000  # bytes of XML
_LARGE = "“{name}” holds more than any draft should. Paste its text, or post the part to be read."
_NO_TEXT = (
    "I cannot read “{name}”: it is a spreadsheet, slides or a drawing, not a text."
    " Paste what is to be read."
)
_BODY = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}body"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"


def read(data: bytes, facts: dict[str, str]) -> dict[str, Any]:
    """What the other process does with such a file; its parts are “paragraph 1” and so on.

    The n-th is the n-th text:p or text:h of its content.xml, whatever holds it; offsets are in
    what is seen of that paragraph.
    """
    from bot.readers.odf import Styles, paragraphs

    name = facts.get("name", "")
    with ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        if "META-INF/manifest.xml" in names:
            manifest = _member(archive, "META-INF/manifest.xml", name)
            if b"encryption-data" in manifest:
                raise locked(name)
        content = _parsed(_member(archive, "content.xml", name))
        named = [_parsed(_member(archive, "styles.xml", name))] if "styles.xml" in names else []
    body = content.find(f"{_BODY}/{_TEXT}")
    if body is None:
        raise Unreadable(_NO_TEXT.format(name=name))
    return written(paragraphs(body, Styles([*named, content])), Format.ODT, name).said()


def _member(archive: ZipFile, member: str, name: str) -> bytes:
    """One part of the file; what it says of its own size is not believed."""
    with archive.open(member) as part:
        data = part.read(_MOST + 1)
    if len(data) > _MOST:
        raise TooLong(_LARGE.format(name=name))
    return data


def _parsed(data: bytes) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)

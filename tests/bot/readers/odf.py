"""Builds OpenDocument texts: with odfpy, and from XML by hand."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

NAMES = (
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    ' manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def packed(members: dict[str, str]) -> bytes:
    """A zip archive of such files."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _TYPE, ZIP_STORED)
        for name, text in members.items():
            archive.writestr(name, text)
    return whole.getvalue()


def odt(body: str, styles: str = "", named: str = "") -> bytes:
    """A text with this XML in it; ``styles`` are its own, ``named`` those of its template."""
    return packed(
        {
            "content.xml": content(body, styles),
            "styles.xml": f'{_HEAD}<office:document-styles{NAMES} office:version="1.3">'
            f"<office:styles>{named}</office:styles></office:document-styles>",
            "META-INF/manifest.xml": _HEAD + _MANIFEST,
        }
    )


def content(body: str, styles: str = "", kind: str = "text") -> str:
    """What stands in content.xml."""
    return (
        f'{_HEAD}<office:document-content{NAMES} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )


def saved(paragraphs: Sequence[str]) -> bytes:
    """A text as odfpy saves it, a paragraph each."""
    from odf.opendocument import OpenDocumentText
    from odf.teletype import addTextToElement
    from odf.text import P

    text = OpenDocumentText()
    for words in paragraphs:
        paragraph = P()
        addTextToElement(paragraph, words)
        text.text.addElement(paragraph)
    whole = BytesIO()
    text.write(whole)
    return whole.getvalue()

"""OpenDocument texts: their paragraphs, what is left out, and where each word stands."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from bot.errors import TooLong, Unreadable
from bot.readers import odt as reader
from bot.readers.copy import Copy, Format, Spot
from bot.readers.odt import read
from tests.bot.readers.leading import astray, heard
from tests.bot.readers.odf import content, odt, packed, saved
from tests.bot.readers.sample import TEXT, converted, draft

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
NAME = {"name": "ferry.odt"}
WORDS = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="[]#-\ufffe\uffff"),
    min_size=1,
    max_size=20,
).filter(lambda words: words.strip() == words)


def copy(data: bytes) -> Copy:
    return heard(read(data, NAME), Format.ODT)


def text(body: str, styles: str = "", named: str = "") -> str:
    return copy(odt(body, styles, named)).text


def seen(data: bytes, spot: Spot) -> str:
    """The words of a paragraph of the file, as they are seen; asked of the file itself."""
    with ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    number = int(spot.where.removeprefix("paragraph "))
    found = list(root.iter(f"{{{_TEXT}}}p", f"{{{_TEXT}}}h"))[number - 1]
    for note in found.findall(f".//{{{_TEXT}}}note"):
        for inside in list(note):
            note.remove(inside)
    for blank, sign in (("tab", "\t"), ("line-break", "\n")):
        for each in found.iter(f"{{{_TEXT}}}{blank}"):
            each.text = sign
    for each in found.iter(f"{{{_TEXT}}}s"):
        each.text = " " * int(each.get(f"{{{_TEXT}}}c", "1"))
    return "".join(map(str, found.itertext()))[spot.start : spot.end]


def test_a_draft_with_everything_in_it() -> None:
    """Headline, byline, bullets, link, a tracked change, cells and a note: each as it is seen."""
    data = draft()
    found = copy(data)
    assert found.text == TEXT
    assert found.title == "Harbour board backs the night ferry"
    assert astray(found, lambda spot: seen(data, spot)) == []


def test_libreoffices_own(tmp_path: Path) -> None:
    """What LibreOffice makes of the draft is read the same."""
    data = converted(draft(), tmp_path, "odt:writer8")
    assert copy(data).text == TEXT


def test_white_space() -> None:
    """Space in the XML is one space, and none where a paragraph begins."""
    body = "<text:p>\n   The ferry\n   is <text:s text:c='2'/>late<text:tab/>again.\n</text:p>"
    assert text(body) == "The ferry is   late\tagain."
    assert text("<text:p>By Ines<text:line-break/>Mallick</text:p>") == "By Ines\nMallick"
    assert text("<text:h>The ferry<text:line-break/>is late</text:h>") == "# The ferry is late"


def test_headings() -> None:
    """Below the headline they are crossheads; one that is a sentence is copy."""
    assert (
        text(
            "<text:p>By Ines Mallick</text:p>"
            '<text:h text:outline-level="1">Ferry late</text:h>'
            '<text:h text:outline-level="1">Why</text:h>'
            '<text:h text:outline-level="2">It was the ice.</text:h>'
        )
        == "By Ines Mallick\n\n# Ferry late\n\n## Why\n\nIt was the ice."
    )


def test_a_heading_far_down_is_no_headline() -> None:
    body = "<text:p>The ferry was late again.</text:p>" * 6 + "<text:h>Why</text:h>"
    found = copy(odt(body))
    assert found.text.endswith("\n\n## Why")
    assert found.title == ""


def test_styles_say_what_is_a_title() -> None:
    """By their own name, or by that of the style that they are made from."""
    styles = (
        '<style:style style:name="P7" style:family="paragraph" style:parent-style-name="Mine"/>'
        '<style:style style:name="P8" style:family="paragraph"'
        ' style:parent-style-name="Heading_20_3"/>'
    )
    named = (
        '<style:style style:name="Mine" style:display-name="Title" style:family="paragraph"/>'
        '<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>'
    )
    body = (
        '<text:p text:style-name="P7">Ferry late</text:p>'
        '<text:p text:style-name="P8">Why</text:p>'
        '<text:p text:style-name="Loop">Ice.</text:p>'
    )
    assert text(body, styles, named) == "# Ferry late\n\n## Why\n\nIce."


@pytest.mark.parametrize(
    ("style", "mark"),
    [
        ("Heading_20_1", "# "),
        ("Heading1", "# "),
        ("Heading_20_10", "## "),
        ("Heading", "## "),
        ("Subtitle", "## "),
        ("Header", ""),
    ],
)
def test_styles_say_how_high_a_heading_is(style: str, mark: str) -> None:
    """A subtitle is made from what all headings are made from, and is no headline."""
    named = (
        '<style:style style:name="Subtitle" style:family="paragraph"'
        ' style:parent-style-name="Heading"/>'
    )
    body = f'<text:p text:style-name="{style}">Ferry late</text:p>'
    assert text(body, named=named) == f"{mark}Ferry late"


def test_what_is_not_to_be_seen() -> None:
    """Remarks, hidden words and paragraphs, the names of pictures and tables of contents."""
    styles = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:table-of-content><text:index-body><text:p>Contents</text:p></text:index-body>"
        "</text:table-of-content>"
        "<text:p>The <office:annotation><dc:creator>Jo</dc:creator><text:p>Sure?</text:p>"
        '</office:annotation>ferry<office:annotation-end/><text:span text:style-name="T1">'
        " never</text:span> came.</text:p>"
        '<text:section text:display="none"><text:p>Spike this.</text:p></text:section>'
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>Nor this.</text:p>'
        "<text:p><draw:frame><draw:image/><svg:title>IMG_1</svg:title></draw:frame>Late.</text:p>"
    )
    data = odt(body, styles)
    found = copy(data)
    assert found.text == "The ferry came.\n\nLate."
    assert {piece.where for piece in found.pieces} == {"paragraph 2", "paragraph 6"}


def test_a_box_comes_after_the_paragraph_it_hangs_on() -> None:
    body = (
        "<text:p>The ferry <draw:frame><draw:text-box>\n <text:p>A box.</text:p>\n"
        "</draw:text-box></draw:frame>came.</text:p><text:p>Late.</text:p>"
    )
    assert text(body) == "The ferry came.\n\nA box.\n\nLate."


def test_lists_in_lists() -> None:
    """Each entry once; a second paragraph of one has no mark."""
    body = (
        "<text:list><text:list-item><text:p>One</text:p><text:p>more</text:p><text:list>"
        "<text:list-item><text:p>Two</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:h>Three</text:h></text:list-item></text:list>"
    )
    assert text(body) == "- One\n\nmore\n\n- Two\n\n# Three"


@pytest.mark.parametrize(
    ("words", "href", "expected"),
    [
        ("the paper", "https://a.example/b c(d)", "[the paper](https://a.example/b%20c%28d%29)"),
        (" the paper ", "http://a.example", "[the paper](http://a.example)"),
        (
            "the paper",
            "https://www.google.com/url?q=https://a.example/x&amp;sa=D",
            "[the paper](https://a.example/x)",
        ),
        ("the paper", "mailto:ines@a.example", "the paper"),
        ("the paper", "#note", "the paper"),
        ("https://a.example/x", "https://a.example/x", "https://a.example/x"),
        ("the [paper]", "https://a.example", "the [paper]"),
        ("the<text:line-break/>paper", "https://a.example", "the\npaper"),
        ("  ", "https://a.example", ""),
    ],
)
def test_links(words: str, href: str, expected: str) -> None:
    """A link to a page stays one, with just the words that are seen."""
    body = f'<text:p>In <text:a xlink:href="{href}">{words}</text:a></text:p>'
    assert text(body) == f"In {expected}".rstrip()


def test_a_part_of_a_word_is_no_link() -> None:
    body = '<text:p>Post<text:a xlink:href="https://a.example">men</text:a> came.</text:p>'
    assert text(body) == "Postmen came."


def test_notes_stand_at_the_end() -> None:
    """In their order, without their marks; what was deleted is in neither."""
    note = (
        '<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    body = (
        f"<text:p>One{note.format('footnote', 1, 'First.')} came.</text:p>"
        f"<text:p>Two{note.format('endnote', 'i', 'Second.')}.</text:p>"
    )
    assert text(body) == "One came.\n\nTwo.\n\nFirst.\n\nSecond."


@settings(max_examples=50)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_paragraph_comes_back(paragraphs: list[str]) -> None:
    """Whatever words are saved, those are read, and each of them leads back."""
    data = saved(paragraphs)
    found = copy(data)
    assert found.text == "\n\n".join(paragraphs)
    assert astray(found, lambda spot: seen(data, spot)) == []


def test_locked() -> None:
    """A password is asked of nobody here."""
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    with pytest.raises(Unreadable) as caught:
        read(packed({"META-INF/manifest.xml": manifest, "content.xml": "\x07\x01"}), NAME)
    assert str(caught.value) == (
        "I cannot open “ferry.odt”: it is password-protected. Save it without a password and"
        " send it again; nothing was kept."
    )


def test_no_text() -> None:
    """A spreadsheet is told apart."""
    with pytest.raises(Unreadable, match="spreadsheet"):
        read(packed({"content.xml": content("<table:table/>", kind="spreadsheet")}), NAME)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that unpacks to more than any draft is not unpacked to the end."""
    monkeypatch.setattr(reader, "_MOST", 1000)
    with pytest.raises(TooLong, match="more than any draft"):
        read(odt("<text:p/>" * 200), NAME)


def test_entities_are_not_followed() -> None:
    """Neither to files of ours, nor into each other: nothing of them is read."""
    bomb = content("<text:p>x&secret;y</text:p>").replace(
        "<office:document-content",
        '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]><office:document-content',
    )
    with pytest.raises(ValueError, match="entity"):
        read(packed({"content.xml": bomb}), NAME)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 garbage",
        draft()[:900],
        packed({"other.xml": "<x/>"}),
        packed({"content.xml": "<x>"}),
        odt("<text:span>" * 50_000 + "</text:span>" * 50_000),
        odt("<text:p><text:span>" * 5_000),
    ],
    ids=["empty", "garbage", "truncated", "no content", "no XML", "deep", "deep and broken"],
)
def test_damaged(data: bytes) -> None:
    """What cannot be read is an error, and soon."""
    with pytest.raises(Exception):  # noqa: B017, PT011
        read(data, NAME)

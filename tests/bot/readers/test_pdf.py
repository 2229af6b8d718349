"""PDFs: which lines are a paragraph, what stands around the copy, and where each word stands."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from bot.errors import TooLong, Unreadable
from bot.readers.copy import Copy, Format, Spot
from bot.readers.pdf import read
from tests.bot.readers.leading import astray, heard
from tests.bot.readers.pdf import Link, Said, lines, locked, pdf
from tests.bot.readers.sample import TEXT, converted, draft

NAME = {"name": "ferry.pdf"}
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


def copy(data: bytes) -> Copy:
    return heard(read(data, NAME), Format.PDF)


def text(*pages: Sequence[Said | Link]) -> str:
    return copy(pdf(*pages)).text


def words_at(data: bytes, spot: Spot) -> str:
    """The letters of a page, as pdfium itself gives them."""
    page = PdfDocument(data)[int(spot.where.removeprefix("page ")) - 1].get_textpage()
    return str(page.get_text_range(spot.start, spot.end - spot.start))


def test_a_draft_with_everything_in_it(tmp_path: Path) -> None:
    """What LibreOffice prints of a draft with bullets, a link, cells and a note."""
    data = converted(draft(is_changed=False), tmp_path, "pdf")
    found = copy(data)
    assert found.text == TEXT
    assert found.title == "Harbour board backs the night ferry"
    assert astray(found, lambda spot: words_at(data, spot)) == []


def test_paragraphs_with_space_between() -> None:
    data = pdf(lines(LEAD, y=700) + lines(QUOTE, y=640))
    found = copy(data)
    assert found.text == f"{LEAD_TEXT}\n\n{QUOTE_TEXT}"
    assert astray(found, lambda spot: words_at(data, spot)) == []


def test_paragraphs_that_are_indented() -> None:
    """With no space between; that the last line is full does not matter."""
    full = [*LEAD[:2], "long off the island, or what it had been doing in such weather in the"]
    found = []
    for n, paragraph in enumerate((full, QUOTE, full, QUOTE)):
        y = 700 - 14.4 * sum((3, 2, 3, 2)[:n])
        found += [*lines(paragraph[:1], 90, y), *lines(paragraph[1:], 72, y - 14.4)]
    both = f"{' '.join(full)}\n\n{QUOTE_TEXT}"
    assert text(found) == f"{both}\n\n{both}"


def test_paragraphs_that_only_end() -> None:
    """Neither space nor indent: a line with room for more, and a sentence that ends."""
    assert text(lines(LEAD + QUOTE)) == f"{LEAD_TEXT}\n\n{QUOTE_TEXT}"


def test_a_headline_and_headings() -> None:
    """The largest at the top is the headline, on as many lines as it has."""
    page = [
        *lines(["Night ferry an hour late,", "and nobody says why"], y=780, size=24),
        *lines(["By Ines Mallick"], y=720),
        *lines(LEAD, y=690),
        *lines(["What it costs"], y=620, size=15),
        *lines(QUOTE, y=590),
    ]
    found = copy(pdf(page))
    assert found.title == "Night ferry an hour late, and nobody says why"
    assert found.text == (
        f"# {found.title}\n\nBy Ines Mallick\n\n{LEAD_TEXT}\n\n## What it costs\n\n{QUOTE_TEXT}"
    )


def test_bullets() -> None:
    """Bullets are marks, hanging lines go on with them."""
    page = [
        *lines(LEAD, y=700),
        Said("•", 80, 650),
        *lines([LEAD[0][:60], "and so on."], 94, 650),
        Said("• Two", 80, 618),
    ]
    assert text(page) == f"{LEAD_TEXT}\n\n- {LEAD[0][:60]} and so on.\n\n- Two"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("was no infor-", "mation for those", "was no information for those"),
        ("was a cross-", "border team there", "was a cross-border team there"),
        ("was no ha\u00ad", "ven for those there", "was no haven for those there"),
        ("was an Anglo-", "Irish plan in this", "was an Anglo-Irish plan in this"),
        ("was a state-of-the-", "art ship in there", "was a state-of-the-art ship in there"),
        ("was a night-", "ferry going there", "was a night-ferry going there"),
        ("was a nor-", "thern pier in there", "was a northern pier in there"),
        ("was two -", "or three – late in", "was two - or three – late in"),
    ],
)
def test_hyphens_at_the_ends_of_lines(before: str, after: str, expected: str) -> None:
    """One that only the line needs goes; the words of the file say which."""
    page = lines([LEAD[0], f"It {before}", f"{after} ship to go on, and a northern one."])
    page[1] = page[1]._replace(words=f"It is said by all of those who were there that it {before}")
    data = pdf(page)
    found = copy(data)
    assert expected in found.text
    assert astray(found, lambda spot: words_at(data, spot).replace("\ufffe", "-")) == []


def test_headers_footers_and_numbers() -> None:
    """What comes again at the same place of two pages, and the number below."""
    pages = []
    for n in (1, 2, 3):
        body = LEAD if n % 2 else QUOTE
        pages.append(
            [
                Said("Ferry draft, 12 May", 72, 810, 9),
                Said("Wellhaven Post", 420, 810, 9),
                *lines(body, y=740),
                Said(f"Page {n} of 3", 280, 40, 9),
            ]
        )
    assert text(*pages) == f"{LEAD_TEXT}\n\n{QUOTE_TEXT}\n\n{LEAD_TEXT}"


def test_one_page_keeps_what_stands_at_its_edges() -> None:
    """But for a number alone at the foot."""
    page = [
        Said("Ferry draft", 72, 810, 12),
        *lines(LEAD, y=740),
        Said("Nobody was hurt.", 72, 60),
        Said("– 1 –", 280, 30, 10),
    ]
    assert text(page) == f"Ferry draft\n\n{LEAD_TEXT}\n\nNobody was hurt."


def test_copy_at_the_same_place_of_two_pages_stays() -> None:
    """Lines that are as near to the rest as lines are, are no header."""
    assert text(lines(LEAD, y=800), lines(LEAD, y=800)) == f"{LEAD_TEXT}\n\n{LEAD_TEXT}"


def test_a_paragraph_that_runs_on_over_the_page() -> None:
    """It is one paragraph, with nothing of the footer in it."""
    foot = Said("Ferry draft 1", 72, 40, 9)
    data = pdf([*lines(LEAD[:2], y=100), foot], [*lines(LEAD[2:], y=740), foot])
    found = copy(data)
    assert found.text == LEAD_TEXT
    assert astray(found, lambda spot: words_at(data, spot)) == []
    assert {piece.where for piece in found.pieces} == {"page 1", "page 2"}


def test_two_columns() -> None:
    """The left one first, and what breaks off there goes on at the top of the right one."""
    left = ["The night ferry came into the north", "pier an hour late on Tuesday, so the"]
    right = ["harbour office said.", "Nobody was told what had become of"]
    page = lines([*["One line of the left column there is."] * 4, *left]) + lines(right, x=320)
    assert text(page).endswith(f"{' '.join(left)} harbour office said.\n\n{right[1]}")


def test_cells_of_a_table() -> None:
    """What stands far apart on one line is not one sentence."""
    page = [Said("Route", 72, 700), Said("Price", 200, 700)]
    page += [Said("North pier", 72, 684), Said("nine pounds", 200, 684)]
    assert text(page) == "Route\n\nPrice\n\nNorth pier\n\nnine pounds"


def over(page: list[Said], words: str) -> Link:
    """A link over these words of a page."""
    found = PdfDocument(pdf(page))[0].get_textpage()
    at = found.get_text_range().index(words)
    boxes = [found.get_charbox(n) for n in range(at, at + len(words))]
    left, bottom, right, top = zip(*boxes, strict=True)
    return Link("https://harbour.example/paper", min(left), min(bottom), max(right), max(top))


def test_links() -> None:
    """Just the words below a link are its label; where it goes on in the next line it is one."""
    page = lines(
        ["The plan that is in a paper to the board, which we have seen,", "is a year old."]
    )
    linked = "[a paper to the board](https://harbour.example/paper)"
    one: list[Said | Link] = [*page, over(page, "a paper to the board")]
    assert text(one) == (f"The plan that is in {linked}, which we have seen, is a year old.")
    two: list[Said | Link] = [*page, over(page, "we have seen,"), over(page, "is a year")]
    assert text(two).endswith(
        "which [we have seen, is a year](https://harbour.example/paper) old."
    )


def test_notes() -> None:
    """Small lines below the copy that begin with a mark stand at the end, the marks nowhere."""
    first = [
        *lines(LEAD[:2], y=120),
        *lines(["1 In May.", "2 In June, the office said."], y=60, size=9),
    ]
    second = [*lines(LEAD[2:], y=740), Said("3", 169, 744, 7), Said(" It cost £12.", 173, 740)]
    assert text(first, second) == (
        f"{LEAD_TEXT} It cost £12.\n\nIn May.\n\nIn June, the office said."
    )


def test_a_scan() -> None:
    """A page without a letter has to be read by something else first."""
    with pytest.raises(Unreadable) as caught:
        read(pdf([]), NAME)
    assert str(caught.value) == (
        "I cannot read “ferry.pdf”: it has no text in it, only pictures (a scan)."
        " Run it through OCR, or paste its text."
    )


def test_locked() -> None:
    """A password to open it is asked of nobody; one that only forbids printing does not matter."""
    data = pdf(lines(LEAD))
    assert copy(locked(data)).text == LEAD_TEXT
    with pytest.raises(Unreadable, match="it is password-protected"):
        read(locked(data, user="secret"), NAME)


def test_too_many_pages() -> None:
    page = lines(["Late."])
    assert copy(pdf(*[page] * 200)).text.startswith("Late.")
    with pytest.raises(TooLong, match="more than 200 pages"):
        read(pdf(*[page] * 201), NAME)


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7 garbage", pdf(lines(LEAD))[:200], b"PK\x03\x04"],
    ids=["empty", "garbage", "truncated", "zip"],
)
def test_damaged(data: bytes) -> None:
    """What cannot be read is an error, and soon."""
    with pytest.raises(Exception):  # noqa: B017, PT011
        read(data, NAME)

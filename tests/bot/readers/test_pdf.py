"""PDFs: what stands around the copy, links and notes, and files that cannot be read."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from bot.errors import TooLong, Unreadable
from bot.readers import pdf as reader
from bot.readers.pdf import read
from tests.bot.readers.leading import astray
from tests.bot.readers.pdf import (
    LEAD,
    LEAD_TEXT,
    QUOTE,
    QUOTE_TEXT,
    Link,
    Said,
    copy,
    lines,
    locked,
    pdf,
    text,
    turned,
    words_at,
)
from tests.bot.readers.sample import TEXT, converted, draft

NAME = {"name": "ferry.pdf"}


def test_a_draft_with_everything_in_it(tmp_path: Path) -> None:
    """What LibreOffice prints of a draft with bullets, a link, cells and a note."""
    data = converted(draft(is_changed=False), tmp_path, "pdf")
    found = copy(data)
    assert found.text == TEXT
    assert found.title == "Harbour board backs the night ferry"
    assert astray(found, lambda spot: words_at(data, spot)) == []


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


def test_what_a_browser_prints_around_a_page() -> None:
    """The hour above, the address below: that needs no second page."""
    page = [
        Said("11/27/26, 4:46 PM", 30, 820, 8),
        Said("Night ferry late – The Wellhaven Post", 250, 820, 8),
        *lines(LEAD, y=740),
        Said("https://post.example/ferry", 30, 20, 8),
        Said("1/1", 560, 20, 8),
    ]
    assert text(page) == LEAD_TEXT


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


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_that_are_turned(turn: int) -> None:
    """Lines are lines, and the footer is one, however the page was put into the printer."""
    page = [*lines(LEAD, y=700), *lines(QUOTE, y=640), Said("1", 280, 30)]
    found = copy(turned(pdf(page), turn)).text
    assert found == f"{LEAD_TEXT}\n\n{QUOTE_TEXT}"


def test_what_stands_beside_the_page_is_not_seen() -> None:
    """Wherever the corner of the page is."""
    page = [*lines(LEAD, y=-100), Said("Spike this.", 72, 40), Said("1", 280, -800)]
    moved = pdf(page).replace(b"[0 0 595 842]", b"[0 -842 595 0]")
    assert copy(moved).text == LEAD_TEXT


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


def test_too_many_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page can hold a book: no more of it is read than is taken."""
    monkeypatch.setattr(reader, "LONGEST", 150)
    with pytest.raises(TooLong, match="more text than any draft"):
        read(pdf(lines(LEAD)), NAME)


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7 garbage", pdf(lines(LEAD))[:200], b"PK\x03\x04"],
    ids=["empty", "garbage", "truncated", "zip"],
)
def test_damaged(data: bytes) -> None:
    """What cannot be read is an error, and soon."""
    with pytest.raises(Exception):  # noqa: B017, PT011
        read(data, NAME)

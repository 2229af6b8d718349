"""PDFs: which lines are a paragraph, a heading or an entry of a list, and where words stand."""

from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from tests.bot.readers.leading import astray
from tests.bot.readers.pdf import (
    LEAD,
    LEAD_TEXT,
    QUOTE,
    QUOTE_TEXT,
    Said,
    copy,
    lines,
    pdf,
    text,
    words_at,
)

WORDS = ["ferry", "late", "the", "harbour,", "“pier”", "£9", "café", "(so", "she)", "didn’t"]


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


def test_marks_of_a_list_that_are_drawn_apart() -> None:
    """Some programs draw all of them at the end of the page."""
    page = [
        *lines(LEAD, y=700),
        *lines([LEAD[0][:60], "and so on."], 94, 650),
        Said("Two", 94, 618),
        Said("Three", 94, 600),
        Said("•", 80, 650),
        Said("•", 80, 618),
        Said("3.", 78, 600),
    ]
    assert text(page) == (f"{LEAD_TEXT}\n\n- {LEAD[0][:60]} and so on.\n\n- Two\n\n3. Three")


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


def test_two_columns() -> None:
    """The left one first, and what breaks off there goes on at the top of the right one."""
    left = ["The night ferry came into the north", "pier an hour late on Tuesday, so the"]
    right = ["harbour office said.", "Nobody was told what had become of"]
    page = lines([*["One line of the left column there is."] * 4, *left]) + lines(right, x=320)
    assert text(page).endswith(f"{' '.join(left)} harbour office said.\n\n{right[1]}")


def test_two_columns_drawn_row_by_row() -> None:
    """They are read one after the other all the same."""
    left = wrap(f"{LEAD_TEXT} {LEAD_TEXT}", 40)
    right = wrap(f"Then {QUOTE_TEXT} {LEAD_TEXT} {LEAD_TEXT}", 40)[: len(left)]
    pairs = zip(lines(left), lines(right, x=320), strict=True)
    assert text([said for pair in pairs for said in pair]).startswith(
        f"{LEAD_TEXT} {LEAD_TEXT}\n\nThen {QUOTE_TEXT}"
    )


def test_cells_of_a_table() -> None:
    """What stands far apart on one line is not one sentence."""
    page = [Said("Route", 72, 700), Said("Price", 200, 700)]
    page += [Said("North pier", 72, 684), Said("nine pounds", 200, 684)]
    assert text(page) == "Route\n\nPrice\n\nNorth pier\n\nnine pounds"


def test_small_numbers() -> None:
    """One above the line leads to a note, but not a unit's; one below belongs to its word."""
    page, x = list[Said](), 72.0
    for words, rise in (("It cost £5", 0), ("1", 4), (" for a km", 0), ("2", 4), (", as H", 0)):
        page.append(Said(words, x, 700 + rise, 8 if rise else 12))
        x = end_of(page[-1])
    page += [Said("2", x, 697, 8), Said("O does.", x + 4.5, 700)]
    assert text(page) == "It cost £5 for a km2, as H2O does."


def end_of(said: Said) -> float:
    """Where the next words would go on."""
    found = PdfDocument(pdf([said]))[0].get_textpage()
    return float(found.get_charbox(found.count_chars() - 1, loose=True)[2])


@settings(max_examples=30)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), min_size=1, max_size=5))
def test_every_paragraph_comes_back(paragraphs: list[list[str]]) -> None:
    """Whatever words stand in lines with a gap between paragraphs, each of them leads back."""
    said = [f"Then {' '.join(words)}." for words in paragraphs]
    page, y = list[Said](), 780.0
    for each in said:
        page += lines(wrap(each, 70), y=y)
        y = page[-1].y - 24
    data = pdf(page)
    found = copy(data)
    assert found.text == "\n\n".join(said)
    assert astray(found, lambda spot: words_at(data, spot)) == []

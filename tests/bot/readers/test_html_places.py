"""Where on a page the words of its copy stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from bot.readers.blocks import seen
from bot.readers.copy import Copy, Format
from bot.readers.html import read

PAGES = Path(__file__).parent / "pages"
LINE = "The ferry was late for the ninth day, the harbour office said."


def copy_of(page: str) -> Copy:
    """The copy of a page, without another process."""
    facts = {"charset": "utf-8", "address": "", "name": "page.html"}
    return Copy.heard(read(page.encode(), facts), Format.HTML)


def texts(page: str) -> list[str]:
    """Every text node of a page, in its order."""
    root = LexborHTMLParser(page).root
    assert root is not None
    return [
        node.text_content or "" for node in root.traverse(include_text=True) if node.is_text_node
    ]


def is_found(copy: Copy, page: str) -> bool:
    """Tell whether each piece says what stands in its text node, but for white space."""
    there = texts(page)
    for start, end, where, at, to, _ in copy.pieces:
        kind, _, number = where.partition(" ")
        words = seen(there[int(number)][at:to])
        if kind != "text" or copy.text[start:end].split() != words.split():
            return False
    return True


@pytest.mark.parametrize("page", ["ferry", "harbour"])
def test_every_word_of_an_article_is_found_on_its_page(page: str) -> None:
    """Only what the reader wrote itself stands nowhere: marks, quotation marks and addresses."""
    html = (PAGES / f"{page}.html").read_text(encoding="utf-8")
    copy = copy_of(html)
    assert is_found(copy, html)
    own = copy.text
    for piece in reversed(copy.pieces):
        own = own[: piece.start] + own[piece.end :]
    assert not any(word.isalnum() for word in own.replace("Caption: ", "").split())


def test_a_passage_leads_to_its_words() -> None:
    """Over a link and a change of type, in the order of the page."""
    html = f"<h1>Ferry</h1><p>{LINE}</p><p>It was <b>the</b>\n <a href='https://a.example'>mayor</a>.</p>"
    copy, there = copy_of(html), texts(html)
    start = copy.text.index("was the")
    spots = copy.spots(start, copy.text.index("mayor") + 5)
    words = "".join(there[int(spot.where.split()[1])][spot.start : spot.end] for spot in spots)
    assert words.split() == ["was", "the", "mayor"]


TAGS = (
    "<p> </p> <b> </b> <ul> <li> </li> </ul> <br> <q> </q> <pre> </pre> <blockquote> <h1> </h1>"
    " </blockquote> <td> </a> <figcaption>"
)
LINK = "<a href='https://a.example'>"
PARTS = st.sampled_from([LINK, *TAGS.split(" ")])
WORDS = st.text("ab é\u00ad\n\t😀|[]()“.", max_size=30)


@given(st.lists(PARTS | WORDS, max_size=12).map("".join))
def test_whatever_a_page_is_like(inside: str) -> None:
    """The words that are read stand where they are said to."""
    html = f"<article><p>{LINE}</p>{inside}</article>"
    assert is_found(copy_of(html), html)

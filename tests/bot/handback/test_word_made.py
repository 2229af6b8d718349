"""Word files made of a text that lay in none."""

import re
from io import BytesIO

import docx
from hypothesis import given
from hypothesis import strategies as st

from tests.bot.handback.handed import FEWER, SPANS, at, comment, made, span
from tests.bot.handback.margins import shown
from tests.bot.readers.wordfiles import copy_of

# Lines that are the same when they are read again.
LINES = st.text("ab é", min_size=1, max_size=8).map(str.strip).filter(bool)
TEXTS = st.lists(
    st.tuples(st.sampled_from(["", "", "- ", "## "]), LINES).map("".join), min_size=1, max_size=5
).map("\n\n".join)


def test_any_other_draft_becomes_a_word_file() -> None:
    """Headline, headings, points and links are Word's own; the comments are at the same words."""
    text = (
        "# Ferry fares rise\n\nBy Sana\n\nFares rose 31 per cent, [the register]"
        "(https://records.example/a) says.\r\nNot for all.\n\n"
        "## What changes\n- A single\n- A return\x07\n"
    )
    wanted = ["31 per cent, [the", "return", "all", "records"]
    out = made(text, *(comment(n, span(text, each)) for n, each in enumerate(wanted)), comment(5))
    file = docx.Document(BytesIO(out))
    assert [(each.style.name, each.text) for each in file.paragraphs if each.style] == [
        ("Title", "Ferry fares rise"),
        ("Normal", "By Sana"),
        ("Normal", "Fares rose 31 per cent, the register says.\nNot for all."),
        ("Heading 2", "What changes"),
        ("List Bullet", "A single"),
        ("List Bullet", "A return"),
    ]
    assert file.paragraphs[2].hyperlinks[0].address == "https://records.example/a"
    assert [words for _, words in at(out)] == [
        "31 per cent, the", "return", "all", "the register", "Ferry fares rise",
    ]  # fmt: skip


@FEWER
@given(TEXTS)
def test_a_made_file_reads_as_the_text_it_was_made_of(text: str) -> None:
    """Mark for mark, line for line."""
    assert copy_of(made(text)).text == text


@FEWER
@given(st.text(), SPANS)
def test_no_letter_of_a_text_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever is in it: but for white space, marks, and what no file can hold."""
    whole = "Words " + text
    wanted = [(s, min(s + n, len(whole))) for s, n in spans if s < len(whole)]
    out = made(whole, *(comment(n, each) for n, each in enumerate(wanted)))
    said = "".join(letter for letter, _, _ in shown(out))
    kept = re.sub(r"(?m)^(#{1,6}|-)[ \t]+(?=\S)", "", "\n".join(whole.splitlines()))
    kept = re.sub(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]", "", kept)
    assert "".join(said.split()) == "".join(kept.split())

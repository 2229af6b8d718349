"""The front of a draft: what a picture has room for, and never more, whatever the draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handback.front import front
from bot.handback.marked import Marked
from bot.handback.proof import first_page
from tests.bot.handback.proofs import Proof, comment, marked
from tests.bot.handback.test_galley import TEXTS

ENDLESS = {
    "lines": marked("a\n" * 3000 + "word " * 2000),
    "blank lines": marked("\n" * 50_000 + "word " * 2000),
    "links and quotations": marked("[a](https://tarn.example/b) “a” " * 5000),
    "long addresses": marked(f"[a](https://tarn.example/{'b' * 700}) word " * 600),
    "one paragraph": marked("word " * 90_000),
    "one word": marked("a" * 400_000),
    "speakers": marked("".join(f"“No,” Ida Q{n} said. “Ah,” he said.\n\n" for n in range(900))),
    "flags": marked("word " * 9000, *(comment(n, (n * 5, n * 5 + 4)) for n in range(1, 5000))),
    "flags on flags": marked("word " * 2000, *(comment(n, (0, n)) for n in range(1, 3000))),
    "flags on nothing": marked("Rain.\n" * 2000, *(comment(n) for n in range(1, 500))),
    "places": marked(
        "word " * 9000, *(comment(n, *((k * 5, k * 5 + 4) for k in range(2000))) for n in (1, 2))
    ),
    "words in the margin": marked(
        "word " * 2000, *(comment(n, (n, n + 9), decided="so it is " * 900) for n in range(1, 99))
    ),
}  # fmt: skip


@pytest.mark.parametrize("draft", ENDLESS.values(), ids=ENDLESS)
def test_there_is_an_end_to_it(draft: Marked) -> None:
    """In characters, in elements, in notes and in rows; and it says that the draft goes on."""
    drawn = Proof(draft, page=first_page(draft, ["It took too long." * 99] * 40))
    words = drawn.one("article").text()
    assert len(words) < 40_000
    assert len(drawn.copy()) <= 6000
    assert len(drawn.all(".draft .row")) <= 100
    assert len(drawn.all("mark")) <= 400
    assert len(drawn.all(".note")) <= 40
    assert len(drawn.all("article *")) < 1500
    assert drawn.text(".goes-on") == "The draft goes on: the page has all of it."
    assert len(drawn.source) < 250_000


@pytest.mark.parametrize("draft", ENDLESS.values(), ids=ENDLESS)
def test_what_room_there_is_is_made_use_of(draft: Marked) -> None:
    """Something of the copy is there, however much is said of it."""
    assert Proof(draft, page=first_page(draft)).copy().strip()


@given(TEXTS)
def test_a_short_draft_is_all_front(text: str) -> None:
    """With what is said of it."""
    drawn = front(marked(text, comment(1, (0, 1)), comment(2)))
    assert drawn.text == text
    assert [one.number for one in drawn.comments] == [1, 2]


@given(st.integers(5800, 6200))
def test_no_link_and_no_word_is_cut(before: int) -> None:
    """It ends before either."""
    text = (
        "a " * (before // 2 - 30)
        + "[the data of the town](https://tarn.example/a) mayor "
        + "b " * 400
    )
    end = front(marked(text)).text
    assert text.startswith(end)
    left = text[len(end) :].lstrip()
    assert left.startswith(("a ", "[the data", "mayor", "b"))


def test_what_is_counted_is_counted_in_all_of_the_draft() -> None:
    """Flags, places and sentences; of who speaks those are named who do in what is drawn."""
    said = "“It was wet,” said Ida Quill.\n\n" * 400 + "“No,” said Tom Rook."
    flags = [comment(n, (n * 30, n * 30 + 4), (n, n + 3)) for n in range(1, 400)]
    draft = marked(said, comment(400, *((n * 30, n * 30 + 4) for n in range(400))), *flags)
    drawn = Proof(draft, page=first_page(draft))
    assert drawn.text(".counts") == "400 queries · 400 open"
    assert [n.text().split("\n")[0] for n in drawn.all(".map li")] == [
        "A Ida Quill 400 sentences",
        "and 1 other",
    ]
    assert "· 400 places a.b" in drawn.note(400)


def test_it_is_the_proof_where_that_is_short() -> None:
    """But for reasons, which are opened on a page."""
    draft = marked("One regime.\n\nTwo regime.", comment(7, (4, 10), (17, 23)))
    drawn = Proof(draft, page=first_page(draft))
    assert drawn.words(7) == ["regime", "regime"]
    assert not drawn.all(".why, .goes-on")

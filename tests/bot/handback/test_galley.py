"""A draft set for its proof: all of it, once, and marked where it is flagged."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import Level
from tests.bot.handback.proofs import Proof, comment, marked, solid

PIECES = st.sampled_from(
    ["mayor", "rose ", " ", "\n", "\n\n", "\r\n\r\n", "\t", "# ", "## ", "- ", "[", "](", ")", "é",
     "[the data](https://tarn.example/a_(b))", "[x](javascript:alert)", "https://tarn.example/q. ",
     "<b>", "&amp;", '"', "👩‍🚒", "שלום ", "\u202e", "\x00", "\x0b", "\u2028", "\ud800", "[stet]"]
)  # fmt: skip
TAGS = {
    "a", "article", "aside", "b", "code", "details", "div", "footer", "h1", "h2", "h3", "h4",
    "header", "input", "kbd", "label", "li", "main", "mark", "p", "q", "script", "section",
    "small", "span", "summary", "sup", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "aria-label", "aria-labelledby", "checked", "class", "data-n", "dir", "hidden", "href", "id",
    "rel", "role", "tabindex", "title", "type",
}  # fmt: skip
TEXTS = st.lists(PIECES, max_size=24).map("".join)
_SIGNS = re.compile(
    r"(?:(?<=[\n\r\x0b\u2028])|^)(?:\s*(?:#{1,6}|[-*•])[ \t]+(?=\S))"
    r"|\[(?=the data\]\(https:)|\]\(https://tarn\.example/a_\(b\)\)"
)
_CONTROL = re.compile("[\x00-\x08\x7f-\x84\x86-\x9f\ud800-\udfff]")


def shown(text: str, start: int = 0, end: int | None = None) -> str:
    """What a reader is to see of a part of the text, without blanks."""
    hidden = {at for sign in _SIGNS.finditer(text) for at in range(*sign.span())}
    end = len(text) if end is None else end
    seen = "".join(text[at] for at in range(start, end) if at not in hidden)
    return solid(_CONTROL.sub("\ufffd", seen))


@given(TEXTS, st.data())
def test_no_word_of_the_draft_is_lost_or_doubled(text: str, data: st.DataObject) -> None:
    """Whatever it holds and however flags lie over each other; and each is marked whole."""
    place = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(place, place), max_size=6))
    spans = [(min(pair), max(pair)) for pair in pairs]
    drawn = Proof(marked(text, *(comment(n, span) for n, span in enumerate(spans, 1))))
    assert solid(drawn.copy()) == shown(text)
    for number, span in enumerate(spans, 1):
        wanted = shown(text, *span)
        pieces = drawn.words(number)
        assert wanted in ("", solid("".join(pieces)))
        assert bool(pieces) is bool(shown(text))
        assert drawn.note(number)


@given(TEXTS, st.data())
def test_nor_where_the_rows_are_too_many(text: str, data: st.DataObject) -> None:
    """Then what follows is set close, its signs as they were typed, and marked all the same."""
    text = re.sub(r"[#-]", "", text)
    place = st.integers(0, len(text))
    start, end = sorted((data.draw(place), data.draw(place)))
    with pytest.MonkeyPatch.context() as few:
        few.setattr("bot.handback.galley.MOST_ROWS", 2)
        few.setattr("bot.handback.galley._MOST_CLOSE", 2)
        drawn = Proof(marked(text, comment(1, (start, end))))
    assert len(drawn.all(".row")) <= 4
    assert solid(drawn.copy()) == shown(text)
    assert shown(text, start, end) in ("", solid("".join(drawn.words(1))))


def test_lines_without_end_make_no_rows_without_end() -> None:
    """The page says that they stand close, keeps their ends, and is no burden to who opens it."""
    drawn = Proof(marked("# Bus plan\n" + "a\n" * 100_000))
    assert len(drawn.all(".row")) <= 3500
    assert len(drawn.source) < 3_000_000
    assert solid(drawn.copy()) == "Busplan" + "a" * 100_000
    assert "From paragraph 3,001 on" in drawn.all(".remark")[0].text()
    assert drawn.all(".close")[0].text().startswith("a\na\n")
    assert not drawn.all(".close .sign")


def test_of_a_flag_with_places_without_end_some_are_marked() -> None:
    """Its note says how many there are, and how many are not marked."""
    places = [(n * 5, n * 5 + 4) for n in range(20_000)]
    drawn = Proof(marked("word " * 20_000, comment(1, *places), comment(2, *places[:4])))
    assert len(drawn.words(1)) == 200
    assert "20,000 places, 19,800 of them not marked" in drawn.note(1)
    assert "· 4 places a.b" in drawn.note(2)


def test_flags_without_end_are_counted() -> None:
    """Those that come first are drawn, each with its first place at least."""
    flags = [comment(n, *((n * 5 + k, n * 5 + 4) for k in range(4))) for n in range(1, 2401)]
    drawn = Proof(marked("word " * 2402, *flags))
    assert len(drawn.all(".note")) == 2000
    assert all(drawn.all(f"#d-p{n}") for n in (1, 1000, 2000))
    assert len(drawn.all("mark sup")) <= 5000
    assert "the first 2,000 of its 2,400 flags" in drawn.text(".remark")


def test_marks_over_each_other_without_end_carry_some_of_their_numbers() -> None:
    """And each flag is still led to."""
    drawn = Proof(marked("word " * 400, *(comment(n, (0, 1600 - n)) for n in range(1, 400))))
    assert max(len(str(n.attributes["data-n"]).split()) for n in drawn.all("mark")) == 40
    assert len(drawn.all("mark sup a")) == 399


def test_links_without_end_stay_as_they_were_typed() -> None:
    """Not a word of them is lost."""
    drawn = Proof(marked("[a](http://b) " * 12_000))
    assert len(drawn.all("a.link")) == 10_000
    assert solid(drawn.copy()).endswith("aa" + "[a](http://b)" * 2000)


def test_marks_in_a_link_do_not_repeat_its_address_without_end() -> None:
    """When that is enough, the words are left, and their marks."""
    link = f"[{'ab ' * 130}end](https://tarn.example/{'&' * 1900}) "
    flags = [
        comment(
            n + 1, *((n * len(link) + 1 + k * 3, n * len(link) + 3 + k * 3) for k in range(130))
        )
        for n in range(10)
    ]
    drawn = Proof(marked(link * 10, *flags))
    assert len(drawn.source) < 6_000_000
    assert len(drawn.all("mark sup")) == 1300
    assert solid(drawn.copy()) == ("ab" * 130 + "end") * 10


@given(TEXTS, TEXTS)
def test_whatever_people_wrote_does_nothing(text: str, said: str) -> None:
    """No tag, no handler and no address comes out of a draft, a name or a reason but http(s)."""
    hostile = f'"><img src=x onerror=alert(1)>{said}</script><script>alert(1)</script>'
    drawn = Proof(marked(hostile + text, comment(1, (0, 1)), comment(2, (0, 9), decided=hostile)))
    assert {node.tag for node in drawn.all("body *")} <= TAGS
    assert {name for node in drawn.all("body *") for name in node.attributes} <= ATTRIBUTES
    assert len(drawn.all("script")) == 1
    where = {str(node.attributes["href"]) for node in drawn.all("[href]")}
    assert all(each.startswith(("#", "https://tarn.example/")) for each in where)


def test_paragraphs_are_set_as_what_they_are() -> None:
    """Headline, crosshead, list and copy; their signs are not drawn."""
    drawn = Proof(marked("# Bus plan\n\nDoes it?\n\n## Why\n\n- Can it?\n- May it?\n"))
    kinds = [(n.tag, n.attributes["class"], n.text()) for n in drawn.all(".copy > *")]
    assert kinds == [
        ("h3", "headline", "Bus plan"),
        ("p", "body", "Does it?"),
        ("h4", "crosshead", "Why"),
        ("p", "entry", "Can it?"),
        ("p", "entry", "May it?"),
    ]


def test_there_is_one_headline() -> None:
    """Whatever else looks like one stands below it."""
    drawn = Proof(marked("# Bus plan\n\nDoes it?\n\nThe mayor goes by bus every day now\n\nIt?"))
    assert [n.text() for n in drawn.all("h3.headline, h4.crosshead")] == [
        "Bus plan",
        "The mayor goes by bus every day now",
    ]
    assert len(drawn.all(".headline")) == 1


def test_a_link_is_drawn_by_its_words_and_says_where_it_leads() -> None:
    """Its address is small behind them; what leads to no page stays as it was typed."""
    drawn = Proof(marked("See [the data](https://www.tarn.example/a?b=1) or [x](javascript:y)."))
    link = drawn.one("a.link")
    assert (link.text(), link.attributes["href"]) == ("the data", "https://www.tarn.example/a?b=1")
    assert drawn.text(".host") == "tarn.example"
    assert drawn.copy() == "See the data or [x](javascript:y)."


def test_flags_over_each_other_are_cut_where_they_meet() -> None:
    """Every piece carries all its numbers and the hardest level; each number stands once."""
    drawn = Proof(
        marked(
            "The mayor slammed the plan.",
            comment(1, (4, 17)),
            comment(2, (10, 26), level=Level.HOLD),
            comment(3, (10, 17), level=Level.NOTE),
        )
    )
    pieces = [(n.attributes["class"], n.attributes["data-n"]) for n in drawn.all("mark")]
    assert pieces == [("is-query", "1"), ("is-hold", "1 3 2"), ("is-hold", "2")]
    assert ["".join(drawn.words(n)) for n in (1, 2, 3)] == [
        "mayor slammed",
        "slammed the plan",
        "slammed",
    ]
    assert [n.text() for n in drawn.all("mark sup")] == ["1", "3", "2"]


def test_a_flag_on_what_is_not_drawn_stands_at_the_words_beside_it() -> None:
    """In a link's address, at the sign of a heading, between two paragraphs."""
    text = "# Bus plan\n\nSee [the data](https://tarn.example/a).\n\nThe end."
    at = text.index("tarn")
    gap = text.index("\n\nThe")
    drawn = Proof(
        marked(text, comment(1, (at, at + 4)), comment(2, (0, 2)), comment(3, (gap, gap + 2)))
    )
    assert [drawn.words(n) for n in (1, 2, 3)] == [["data"], ["Bus"], ["."]]

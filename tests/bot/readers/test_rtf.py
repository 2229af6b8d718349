"""RTF: its paragraphs, its many ways to write a letter, and where each word stands."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import Unreadable
from bot.readers.copy import Copy, Format
from bot.readers.file import read_file
from bot.readers.rtf import read
from tests.bot.readers.leading import astray, heard
from tests.bot.readers.rtf import paragraphs, rtf, words_at
from tests.bot.readers.sample import TEXT, converted, draft

NAME = {"name": "ferry.rtf"}
FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fswiss\fcharset204 Arial CYR;}"
    r"{\f2\fswiss\fcharset161 Arial Greek;}{\f3\fswiss\fcharset238 Arial CE;}"
    r"{\f4\fnil\fcharset128 Mincho;}{\f5\fnil\fcharset2{\*\panose 05}Symbol;}}"
)
STYLES = (
    r"{\stylesheet{\ql\fs24 Normal;}{\s1\outlinelevel0\b heading 1;}{\s2 heading 2;}"
    r"{\s3 Title;}{\s4 Body Text;}{\*\cs10\additive Default Paragraph Font;}}"
)
TOKENS = [
    *"ab{}\\'",
    r"\par ",
    r"\u8220",
    r"\u-10179",
    r"\'93",
    r"{\*\x",
    r"{\field{\fldinst",
    r"{\fldrslt ",
    r"{\footnote ",
    r"{\shp{\*\shpinst{\shptxt ",
    r"\uc2 ",
    r"\bin2",
    r"\f4 ",
]
WORDS = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="[]#-"),
    min_size=1,
    max_size=20,
).filter(lambda words: words.strip() == words)


def copy(data: bytes) -> Copy:
    return heard(read(data, NAME), Format.RTF)


def text(body: str | bytes, head: str = "") -> str:
    return copy(rtf(body, head)).text


def test_a_draft_with_everything_in_it(tmp_path: Path) -> None:
    """What LibreOffice makes of a draft with bullets, a link, a tracked change and a note."""
    data = converted(draft(), tmp_path, "rtf")
    found = copy(data)
    assert found.text == TEXT
    assert found.title == "Harbour board backs the night ferry"
    lost = astray(found, lambda spot: data[spot.start : spot.end].decode("latin-1"))
    assert [word for word, _ in lost if word.isascii()] == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"caf\'e9 at \'80 5", "café at € 5"),
        (
            r"\ldblquote So,\rdblquote  he\rquote d said \endash  no \emdash\lquote x",
            "“So,” he’d said – no —‘x",
        ),
        (r"a\~b\_c\-d\\e\{f\}", "a\u00a0b\u2011cd\\e{f}"),
        (r"\u8220?So\u8221\'94 x", "“So” x"),
        (r"\uc0\u8220 So\uc1\u8221\rquote x", "“So”x"),
        (r"\uc2\u26085\'93\'fa\u26412?? x", "日本 x"),
        (r"\u-10179?\u-8512? sails", "🛀 sails"),
        (r"\uc0\u55357\uc1\u57024\'3f sails", "🛀 sails"),
        (r"{\uc3 \u233abc}d\u233?", "édé"),
        (r"\u8220{\i So}", "“So"),
        (r"\u8220\par So", "“\n\nSo"),
        (r"\u-10179?x", "x"),
        ("one\r\n two\nthree", "one twothree"),
        ("one\\\ntwo\\\r\nthree", "one\n\ntwo\n\nthree"),
        (r"one\tab two\line three", "one\ttwo\nthree"),
        (r"{\pict\bin5 }{\\x}one", "one"),
        (
            r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2} {\f2 \'e3\'e5\'e9} {\f3 \'b3\'f3d\'9f} \'f3",
            "Привет γει łódź ó",
        ),
        (r"{\f4 \'93\'fa\'96\'7b\'83A}x", "日本アx"),
        (r"{\f4 \'93}x", "x"),
        (r"{\f5 \'b7} or \u-3913?", "• or •"),
    ],
)
def test_letters(body: str, expected: str) -> None:
    """Every way to write a letter, by the font's code page or by its number."""
    assert text(body, FONTS) == expected


@pytest.mark.parametrize(
    ("word", "between"),
    [
        (word, "\n\n")
        for word in ["par", "sect", "page", "column", "cell", "nestcell", "row", "nestrow"]
    ]
    + [("line", "\n"), ("lbr0", "\n"), ("tab", "\t"), ("pmartabqr", "\t"), ("pindtabql", "\t")]
    + [(word, " ") for word in ("softline", "softpage", "softcol")],
)
def test_no_word_runs_into_the_next(word: str, between: str) -> None:
    """Whatever parts them: a page, a column, a cell, or where a line was wrapped."""
    assert text(f"one\\{word} two") == f"one{between}two"


def test_code_pages() -> None:
    """Where no font says otherwise, the code page of the file holds."""
    assert copy(b"{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0}").text == "Пр"
    assert (
        copy(b"{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset0 A;}}\\'cf\\'f0}").text == "Пр"
    )
    assert copy(b"{\\rtf1\\mac \\'d2So\\'d3}").text == "“So”"
    assert copy(b"{\\rtf1\\ansi\\ansicpg65001 caf\xc3\xa9 \\'c3\\'a9}").text == "café é"
    assert copy(b"{\\rtf1\\ansi\\ansicpg99 caf\\'e9}").text == "café"
    assert copy(b"{\\rtf1\\deff1{\\fonttbl{\\f1\\fcharset204 A;}}\\'cf\\plain\\'f0}").text == "Пр"
    assert copy(b"{\\rtf1{\\fonttbl\\f0\\cpg1253 A;}\\f0 \\'e3}").text == "γ"


def test_an_escape_is_a_whole() -> None:
    """With the letters behind it that stand for it elsewhere."""
    data = rtf(r"a\u8220\'93b\uc0\u55357\uc1\u57024\'3f")
    found = copy(data)
    (spot,) = found.spots(1, 2)
    assert data[spot.start : spot.end] == rb"\u8220" + rb"\'93"
    (spot,) = found.spots(3, 4)
    assert data[spot.start : spot.end] == rb"\u55357\uc1\u57024" + rb"\'3f"
    assert [data[spot.start : spot.end] for spot in found.spots(0, 1)] == [b"a"]


@pytest.mark.parametrize("before", [b"\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n "])
def test_a_mark_or_an_empty_line_may_stand_before_it(before: bytes) -> None:
    """And its words are still found where they stand."""
    data = before + rtf("Talks")
    found = read_file(data, "talks.txt")
    assert found.text == "Talks"
    assert [data[spot.start : spot.end] for spot in found.spots(0, 5)] == [b"Talks"]


def test_what_is_left_out() -> None:
    """Hidden and deleted words, headers, pictures, remarks and whatever is marked as new to us."""
    assert (
        text(
            r"{\info{\title No}}{\header No\par}{\footerf No}{\*\unheard{\of} No}"
            r"The {\deleted never }{\mvf No}ferry{\v  No\par} {\revised came}{\*\annotation No}"
            r"{\pict 0102}{\*\bkmkstart no}{\xe No}.\v No\v0\plain  Late.\deleted No\plain"
        )
        == "The ferry came. Late."
    )


def test_a_deleted_end_of_a_paragraph_ends_none() -> None:
    assert text(r"The ferry {\deleted\par}came.\par Late.") == "The ferry came.\n\nLate."


def test_headings() -> None:
    """By the name of a style, by the outline, or by what the style says of it."""
    body = (
        r"\pard\s3 Ferry late\par\pard\s4 By Ines Mallick\par\pard\s2 Why\par"
        r"\pard\outlinelevel3 Ice\par\pard\s1 Who\par\pard\outlinelevel9 Nobody\par"
    )
    found = copy(rtf(body, STYLES))
    assert found.text == (
        "# Ferry late\n\nBy Ines Mallick\n\n## Why\n\n## Ice\n\n## Who\n\nNobody"
    )
    assert found.title == "Ferry late"


@pytest.mark.parametrize(
    "body",
    [
        r"{\listtext\f5\'b7\tab}\pard\ls1 One\par{\listtext\f5\'b7\tab}Two\par\pard Three",
        r"\pard{\pntext\'B7\tab}{\*\pn{\pntxtb\'B7}}One\par{\pntext\'B7\tab}Two\par Three",
        "\\pard\\ls1{\\listtext\\tab \\uc0\\u8226 \\tab}One\\\n{\\listtext x}Two\\\n\\pard Three",
        r"{\pard\ls2 One\par}{\pard\ls2 Two\par}\pard\ls0 Three\par",
    ],
    ids=["Word", "WordPad", "TextEdit", "LibreOffice"],
)
def test_lists(body: str) -> None:
    """Entries are known however a program says so; their marks are none of their words."""
    assert text(body) == "- One\n\n- Two\n\nThree"


def test_tables_and_sections() -> None:
    """A cell is a paragraph, and so is what stands on the next page."""
    assert text(r"\trowd\cellx1\pard\intbl One\cell Two\cell\row\pard A\page B\sect C") == (
        "One\n\nTwo\n\nA\n\nB\n\nC"
    )


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (r'HYPERLINK "https://a.example/b"', "[the paper](https://a.example/b)"),
        (r'{\lang9 HYPERLINK }{"https://a.example/}{\i b"}', "[the paper](https://a.example/b)"),
        (r'HYPERLINK \\l "note"', "the paper"),
        (r'HYPERLINK "https://a.example/b" \\l "note"', "[the paper](https://a.example/b)"),
        (r"HYPERLINK https://a.example/b", "[the paper](https://a.example/b)"),
        (r'HYPERLINK "file:///C:\\\\x"', "the paper"),
        (r"PAGE", "the paper"),
    ],
)
def test_links(code: str, expected: str) -> None:
    """A link to a page stays one; of other fields what is seen of them stays."""
    body = rf"In {{\field{{\*\fldinst {code}}}{{\fldrslt{{\ul the paper}}}}}}, it says."
    assert text(body) == f"In {expected}, it says."


def test_notes_stand_at_the_end() -> None:
    """Without their marks; the paragraph they hang on goes on behind them."""
    body = (
        r"\pard\ls1 The ferry{\super\chftn{\footnote\pard\plain{\super\chftn} In May.}} came.\par"
        r"\pard Late{\*\footnote\ftnalt In June.\par}."
    )
    assert text(body) == "- The ferry came.\n\nLate.\n\nIn May.\n\nIn June."


def test_boxes() -> None:
    """Words in a box are read once, though they are there twice for older programs."""
    body = (
        r"The ferry {\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt A box.\par}}{\shprslt Old.}}came."
        r"{\upr{caf?}{\*\ud{ caf\u233?}}}"
    )
    assert text(body) == "The ferry came. café\n\nA box."


@settings(max_examples=100)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_paragraph_comes_back(found: list[str]) -> None:
    """Whatever words are written, those are read, and each of them leads back."""
    data = paragraphs(found)
    read_again = copy(data)
    assert read_again.text == "\n\n".join(found)
    assert astray(read_again, lambda spot: words_at(data, spot)) == []


@settings(max_examples=200)
@given(st.lists(st.sampled_from(TOKENS), max_size=30))
def test_any_tokens(tokens: list[str]) -> None:
    """Whatever is written, it is read or refused, and what is read stands in order in the file."""
    try:
        found = copy(rtf("".join(tokens), FONTS))
    except Unreadable:
        return
    for last, piece in pairwise(found.pieces):
        assert last.end <= piece.start
    assert all(piece.at < piece.to for piece in found.pieces)


def test_cut_off() -> None:
    """Half a file is not half a draft."""
    with pytest.raises(Unreadable, match="its end is missing"):
        read(rtf("The ferry came.")[:-1], NAME)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no RTF",
        b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_001,
        b"{\\rtf1" + b"\\" * 99,
    ],
    ids=["empty", "garbage", "deep", "backslashes"],
)
def test_damaged(data: bytes) -> None:
    """What cannot be read is an error, and soon."""
    with pytest.raises((Unreadable, ValueError)):
        read(data, NAME)

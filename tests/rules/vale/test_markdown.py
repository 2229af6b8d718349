"""Markdown as Vale cuts it: what is prose, which scope it has, and where it stands."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.model import Span
from rules.vale.config import Config
from rules.vale.ini import Ini
from rules.vale.mapped import Mapped
from rules.vale.markup import markup
from rules.vale.reading import sheets
from rules.vale.sentences import sentences
from rules.vale.walk import Words
from tests.rules.vale.house import House

WORDS = st.sampled_from(
    ["quay", "*quay*", "**quay**", "`quay`", "[quay](http://a.b/quay)", "![quay](q.png)", "é😀",
     "\\*", "&amp;", "<b>quay</b>", "~~quay~~", "_qu_ay", "\n", "\n\n", "\n- ", "\n> ", "\n# ",
     "\n1. ", "```\nquay\n```\n", "| a | b |\n|---|---|\n| quay | c \\| d |\n", "<!-- quay -->",
     "  \n", "$quay$", "\n$$\nquay\n$$\n", "[^q]", "\n[^q]: quay\n", "http://quay.example/a(b).",
     "<br/>", "<p class=code>quay", "&rsquo;", "\r\n", "\t", "[q]: /quay 'quay'\n", "<a\n", "(—"]
)  # fmt: skip


def scoped(house: House, scope: str, text: str) -> list[str]:
    house.rule("Quay", f'extends: existence\nmessage: m\nscope: "{scope}"\ntokens: [quay]\n')
    lines = [text.count("\n", 0, f.start) + 1 for f in house.read(text).flags]
    more = [text.count("\n", 0, start) + 1 for f in house.read(text).flags for start, _ in f.also]
    return [text.split("\n")[line - 1] for line in sorted(lines + more)]


PAGE = """# The quay

The quay is *the quay* of `quay` and [quay](quay.html).

## A quay

- quay one
- two quay

> said the quay

| quay | b |
|------|---|
| c    | the quay |
"""


def test_scopes_name_what_a_block_is(house: House) -> None:
    """A rule reads headings, lists, quotations or cells, if that is its scope."""
    assert scoped(house, "heading", PAGE) == ["# The quay", "## A quay"]
    assert scoped(house, "heading.h2", PAGE) == ["## A quay"]
    assert scoped(house, "list", PAGE) == ["- quay one", "- two quay"]
    assert scoped(house, "blockquote", PAGE) == ["> said the quay"]
    assert scoped(house, "table.cell", PAGE) == ["| c    | the quay |"]
    assert scoped(house, "table.header", PAGE) == ["| quay | b |"]


def test_scopes_are_joined_and_turned_round(house: House) -> None:
    """``&`` wants both, ``~`` wants what the block is not."""
    text = "# A quay\n\n> The quay.\n\nOur quay."
    assert scoped(house, "~heading & ~blockquote", text) == ["Our quay."]


def test_code_and_addresses_are_no_prose(house: House) -> None:
    """What is code, an address or a comment is not read; the words of a link are."""
    text = "`quay` <http://quay.example> [the quay](http://quay.example) <!-- quay -->"
    assert house.found(text) == ["Town.Quay: quay"]
    assert house.read(text).flags[0].start == text.index("the quay") + 4


def test_raw_is_the_file_as_it_is(house: House) -> None:
    """A rule with the scope raw reads code and addresses too."""
    house.rule("Quay", "extends: existence\nmessage: m\nscope: raw\ntokens: [quay]\n")
    assert len(house.found("`quay` [a](http://quay.example)")) == 2


def test_a_sentence_is_read_by_itself(house: House) -> None:
    """A rule for sentences begins and ends with each of them."""
    house.rule("Quay", "extends: existence\nmessage: m\nscope: sentence\nraw: ^The\n")
    assert house.found("The quay fell. The port did not.\nThe end.") == ["Town.Quay: The"] * 3


SENTENCES = [
    ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
    ("It is so. **** does it. - Then this.", ["It is so.", "**** does it.", "- Then this."]),
    ("It runs on\nand on. then it ends.", ["It runs on\nand on.", "then it ends."]),
    ("Dr. Roke of the U.S. Navy met J. Low, e.g. at sea.", None),
    (
        "He left the U.S. The port, etc. It shut.",
        ["He left the U.S.", "The port, etc.", "It shut."],
    ),
    ("(So it is.) “Is it?” she asked.", ["(So it is.)", "“Is it?” she asked."]),
    ("Wait... what? Well... No.", ["Wait... what?", "Well...", "No."]),
    ("Version 1.2.3 of node.js is out.", None),
]


@pytest.mark.parametrize(("text", "said"), SENTENCES)
def test_sentences_end_where_vale_ends_them(text: str, said: list[str] | None) -> None:
    """At every stop that is not an abbreviation's, whatever the next word is."""
    found = [text[start:end] for start, end in sentences(text, Span(0, len(text)))]
    assert found == (said or [text])


def test_front_matter_has_scopes_of_its_own(house: House) -> None:
    """A title above the copy is read as such, and only as such."""
    text = "---\ntitle: The quay\nslug: quay\ncount: 3\n---\n\nThe port.\n"
    assert scoped(house, "text.frontmatter.title", text) == ["title: The quay"]


def test_comments_switch_rules(house: House) -> None:
    """A comment switches everything, a style, a rule or one word off, until another."""
    text = (
        "<!-- vale off -->\n\nquay 1\n\n<!-- vale on -->\n\nquay 2\n\n"
        "<!-- vale Town.Quay = NO -->\n\nquay 3\n\n<!-- vale Town.Quay = YES -->\n\n"
        '<!-- vale Town.Quay["Quay"] = NO -->\n\nQuay 4 and quay 5\n'
    )
    read = house.read(text)
    places = sorted(p for f in read.flags for p in (f.start, *(a for a, _ in f.also)))
    assert [text[p : p + 6] for p in places] == ["quay 2", "quay 5"]
    assert {gone.because for gone in read.suppressed} == {"comment"}


def test_ignored_tokens_and_blocks_are_code(house: House) -> None:
    """What the configuration calls no prose is not read, and the rest keeps its place."""
    house.ini(
        "[*]\nBasedOnStyles = Town\nTokenIgnores = (\\{[^}]+\\})\nBlockIgnores = (?s) *(%%.*?%%)\n"
    )
    text = "A {quay} and a quay.\n\n%%\nquay\n%%\n\nThe quay.\n"
    starts = [p for f in house.read(text).flags for p in (f.start, *(a for a, _ in f.also))]
    assert starts == [text.index("a quay") + 2, text.index("The quay") + 4]


def test_line_ends_of_any_kind(house: House) -> None:
    """Places are true whatever ends the lines, and a byte order mark hides nothing."""
    for end in ("\n", "\r\n", "\r"):
        text = f"\ufeff# A port{end}{end}The{end}quay.{end}"
        [flag] = house.read(text).flags
        assert text[flag.start : flag.end] == "quay"


def test_parts_of_a_line_can_be_read_by_themselves(house: House) -> None:
    """A rule may ask for the words of links, of strong ones, emphasised ones, or code alone."""
    text = "a quay\n\n[the *quay*](http://b.example)\n\n**quay**\n\n`quay`\n\n- *quay*\n"
    written = [line for line in text.split("\n") if line]
    assert scoped(house, "link", text) == written[1:2]
    assert scoped(house, "strong", text) == written[2:3]
    assert scoped(house, "code", text) == written[3:4]
    assert scoped(house, "emphasis", text) == [written[1], written[4]]
    assert scoped(house, "text", text) == [written[n] for n in (0, 1, 2, 4)]


def test_what_follows_code_is_code_to_vale(house: House) -> None:
    """Vale takes emphasised words right behind code for code, and so do we."""
    assert house.found("The `x` and *the quay* and **the quay** and *the quay*.") == [
        "Town.Quay: quay",
        "Town.Quay: quay",
    ]


def test_words_keep_the_distance_they_have(house: House) -> None:
    """Behind markup there is a space only if one was written there."""
    house.rule("Quay", "extends: existence\nmessage: m\nnonword: true\ntokens: [' s', 'a ,']\n")
    assert house.found("The `quay`s, the **quay**, [a](http://b.example)\n, (*see*) —*so*") == []
    assert house.found("The *quay* s") == ["Town.Quay:  s"]


def test_an_item_is_read_before_the_list_in_it(house: House) -> None:
    """What a list item says, and the items below it, are read one by one."""
    house.rule(
        "End", "extends: existence\nmessage: m\nscope: list\nnonword: true\ntokens: ['.$']\n"
    )
    found = house.found("- one:\n  - two.\n  - three\n")
    assert found == ["Town.End: :", "Town.End: .", "Town.End: e"]


def test_formulas_are_code(house: House) -> None:
    """Formulas are not read, in lines of their own or within one; prices are."""
    text = (
        "$$\nquay\n$$\n\nA $quay+1$ costs $5 at the quay, $6 behind it.\n\n"
        "$$ quay\n\nquay $$ {#q}\n"
    )
    [flag] = house.read(text).flags
    assert text[: flag.start].endswith("at the ")


def test_footnotes_are_list_items(house: House) -> None:
    """A footnote is read as an item of a list; the mark in the copy is no word of it."""
    text = "The port.[^quay] No [^pier].\n\n[^quay]: A quay.\n\n    More of the quay.\n"
    assert scoped(house, "list", text) == ["[^quay]: A quay."]
    assert scoped(house, "text", text) == ["[^quay]: A quay.", "    More of the quay."]


def test_bare_addresses_are_links(house: House) -> None:
    """An address in the copy is not read, if it is one that a browser would know."""
    text = "See http://a.example/quay(quay), (https://quay.example). But http://quay:80/."
    [flag] = house.read(text).flags
    assert flag.start == text.index("quay:80")


def test_pictures_have_words(house: House) -> None:
    """What a picture shows is read by itself, and where it stands."""
    text = 'Above ![the *quay*](quay.png "quay").\n\n<img src="quay.png" alt="a&nbsp;quay">\n'
    assert scoped(house, "attr.alt", text) == text.split("\n")[0:3:2]
    assert house.read(text).flags[0].start == text.index("quay")


def test_cells_keep_their_bars(house: House) -> None:
    """A bar within a cell, and what follows in the row, stands where it is written."""
    text = "| a | b |\n|---|---|\n| x \\| quay | quay |\n"
    read = house.read(text)
    starts = [read.flags[0].start, *(start for start, _ in read.flags[0].also)]
    assert [text[start : start + 4] for start in starts] == ["quay", "quay"]


def test_pages_of_html_are_read(house: House) -> None:
    """A file of HTML is read tag by tag: what is hidden, commented or code is left out."""
    text = (
        "<html><style>quay</style><h1 class='x>y'>The quay</h1><!-- quay --><p>a &lt; b "
        "<code>quay</code><script>if (quay<b) {}</script><table><td>the quay"
    )
    assert scoped(house, "heading", text) == [text]
    assert [f.start for f in house.read(text, "page.html").flags] == [text.index("quay</h1>")]


def test_other_marks_can_begin_a_comment(house: House) -> None:
    """Where the configuration says so, comments are written in another way."""
    house.ini("[*]\nBasedOnStyles = Town\n[*.md]\nCommentDelimiters = {/*, */}\n")
    text = "{/* vale off */}\n\nquay\n\n{/* vale on */}\n\nThe quay.\n"
    assert [f.start for f in house.read(text).flags] == [text.index("The quay") + 4]


def test_a_part_of_a_paragraph_can_be_left_out(house: House) -> None:
    """Between a comment that switches everything off and one that switches it on."""
    text = "A quay, <!-- vale off -->a quay,<!-- vale on --> and a port."
    assert [f.start for f in house.read(text).flags] == [2]


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from(["draft.md", "draft.html"]))
@settings(max_examples=200)
def test_every_character_is_known_in_the_file(text: str, path: str) -> None:
    """Each rendered character has its place in the file, in order; each word stands there."""
    config = Config(Ini(Path("ini")), Path())
    for sheet in sheets(text, path, config, config.for_file(path)):
        assert len(sheet.words.text) == len(sheet.words.places)
        for start, end in sheet.blocks(("text", "raw")):
            places = list(sheet.words.places[start:end])
            assert places == sorted(places)
            assert all(0 <= place < len(text) for place in places)
        at = sheet.source.find("quay")
        while at >= 0:
            assert text[sheet.words.place(at) :].startswith(("quay", "_qu_ay", "qu_ay"))
            at = sheet.source.find("quay", at + 1)


MARKS = st.text(alphabet="<>!-/\"'= ab&;\n", max_size=60)


@given(MARKS)
def test_any_marks_are_markup(text: str) -> None:
    """Whatever is written between angle brackets, every word found in it stands there."""
    for event in markup(Mapped.whole(text)):
        if isinstance(event, Words):
            assert all(
                text[place] in (sign, "&")
                for sign, place in zip(event.words.text, event.words.places, strict=True)
            )

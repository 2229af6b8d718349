"""Markdown as Vale cuts it: what is prose, which scope it has, and where it stands."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.vale.config import Config
from rules.vale.ini import Ini
from rules.vale.reading import sheets
from tests.rules.vale.house import House

WORDS = st.sampled_from(
    ["quay", "*quay*", "**quay**", "`quay`", "[quay](http://a.b/quay)", "![quay](q.png)", "é😀",
     "\\*", "&amp;", "<b>quay</b>", "~~quay~~", "_qu_ay", "\n", "\n\n", "\n- ", "\n> ", "\n# ",
     "\n1. ", "```\nquay\n```\n", "| a | b |\n|---|---|\n| quay | c |\n", "<!-- quay -->", "  \n"]
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


@given(st.lists(WORDS, max_size=25).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_every_character_is_known_in_the_file(text: str) -> None:
    """The rendered words have a place for each character, none beyond the file."""
    config = Config(Ini(Path("ini")), Path())
    for sheet in sheets(text, "draft.md", config, config.for_file("draft.md")):
        assert len(sheet.words.text) == len(sheet.words.places)
        assert all(0 <= place <= len(text) for place in sheet.words.places)
        at = sheet.source.find("quay")
        while at >= 0:
            place = sheet.words.place(at)
            assert text[place : place + 4] in ("quay", "_qu_", "qu_a")
            at = sheet.source.find("quay", at + 1)

"""Files that nobody means well with: each is cut into blocks in bounded time and memory."""

import pytest

from tests.rules.vale.hostile import lengths

LONG = 50_000
RUNS = {
    "open brackets": ["[", "[a ", "![a ", "[^a "],
    "links": ["[a](b ", "[a](", "[a][", "[a](b \""],
    "footnotes": ["[^a]: ", "[^a]: b\n", "x[^a]\n\n[^a]: b\n\n"],
    "angles": ["<", "<a ", "<!-- ", "</ "],
    "tags": ['<a b="', "<div>\n\n", "<script>", "<b>"],
    "emphasis": ["*", "*a **b ", "_a ", "~~a "],
    "code": ["`", "`a ", "` `` ``` ", "```\n"],
    "formulas": ["$", "$a ", "$$\n", "$$ a\n"],
    "nesting": [">", "> ", "- ", "1. "],
    "lists": ["- a\n", "- a\n\n", "> a\n", "  - a\n"],
    "tables": ["| a ", "a|b\n-|-\n", "|", "| a |\n|---|\n"],
    "front matter": ["---\n", "---\na: [\n", "+++\na = \"b\"\n", "a: b\n---\n"],
    "line ends": ["\r", "\r\n", "\t", "  \n"],
    "letters": ["&amp;", "&", "\\", "&rsquo;"],
    "addresses": ["http://", "http://a.b ", "http://a.b(", "https://a."],
}  # fmt: skip


def run(piece: str) -> str:
    """``LONG`` characters of one thing."""
    return piece * (LONG // len(piece))


@pytest.mark.parametrize("runs", RUNS)
def test_a_long_run_of_one_thing_is_cut(runs: str) -> None:
    """A run of 50,000 characters of one thing is cut into blocks to its end."""
    files = [run(piece) for piece in RUNS[runs]]
    assert len(lengths(files, "draft.md")) == len(files)


def test_pages_of_one_thing_are_cut() -> None:
    """So is one in a page of HTML."""
    files = [run(piece) for pieces in RUNS.values() for piece in pieces]
    assert len(lengths(files, "page.html")) == len(files)

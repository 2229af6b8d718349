"""`copychief check --format html`: one page, an article for each draft."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.bot.cli.conftest import Shell

BUS = "# Bus plan\n\nThe mayor slammed the plan of the council in the town hall.\n"
RAIN = "# Rain\n\nRain fell.\n"


def titles(page: str) -> list[str]:
    """The titles of a page's articles."""
    return [node.text() for node in LexborHTMLParser(page).css("article h2")]


def test_one_draft_is_one_page(copychief: Shell, tmp_path: Path) -> None:
    """On standard output, whole; it counts as it would in any other form."""
    (tmp_path / "bus.md").write_text(BUS, encoding="utf-8")
    said = copychief("check", "bus.md", "--format", "html", "--fail-on", "query")
    assert said.out.startswith("<!doctype html>")
    assert said.out.rstrip().endswith("</html>")
    assert titles(said.out) == ["Bus plan"]
    assert LexborHTMLParser(said.out).css_first("mark sup a") is not None
    assert (said.code, said.err) == (1, "")


def test_several_drafts_are_one_page(copychief: Shell, tmp_path: Path) -> None:
    """In the order named, in the file that was asked for; the last line counts them."""
    (tmp_path / "bus.md").write_text(BUS, encoding="utf-8")
    (tmp_path / "rain.md").write_text(RAIN, encoding="utf-8")
    said = copychief("check", "rain.md", "bus.md", "--format", "html", "-o", "proofs.html")
    assert said == (0, "", "")
    page = (tmp_path / "proofs.html").read_text(encoding="utf-8")
    assert titles(page) == ["Rain", "Bus plan"]
    assert page.count("<!doctype html>") == page.count("</html>") == 1
    assert re.search(r"2 drafts: 1 query in \d+ words\.", page)


def test_a_draft_that_cannot_be_read_stops_no_other(copychief: Shell, tmp_path: Path) -> None:
    """It has its line on stderr, and no article."""
    (tmp_path / "bus.md").write_text(BUS, encoding="utf-8")
    said = copychief("check", "gone.md", "bus.md", "--format", "html")
    assert titles(said.out) == ["Bus plan"]
    assert "gone.md" in said.err
    assert said.code == 2


def test_what_a_page_always_has_need_not_be_asked_for(copychief: Shell, tmp_path: Path) -> None:
    """One line says so, and the page is made."""
    (tmp_path / "bus.md").write_text(BUS, encoding="utf-8")
    said = copychief("check", "bus.md", "--format", "html", "--sources")
    assert titles(said.out) == ["Bus plan"]
    assert said.err.splitlines() == [
        "copychief: --explain and --sources are for text; a page always shows who speaks."
    ]


def test_a_folder_of_vale_styles_is_enough(copychief: Shell, tmp_path: Path) -> None:
    """What its rules say stands in the margin, of copy in any language."""
    (tmp_path / "styles" / "House").mkdir(parents=True)
    (tmp_path / "styles" / "House" / "Verb.yml").write_text(
        "extends: existence\nmessage: Not '%s' again.\nlevel: error\ntokens: [slammed, Plan]\n",
        encoding="utf-8",
    )
    german = "Der Bürgermeister hat den Plan nicht unterschrieben, und das ist gut so.\n" * 5
    (tmp_path / "bus.md").write_text(BUS, encoding="utf-8")
    (tmp_path / "plan.md").write_text(german, encoding="utf-8")
    (tmp_path / "kurz.md").write_text(german.replace("Plan", "Rat"), encoding="utf-8")
    said = copychief("check", ".", "--style", "styles", "--format", "html")
    notes = [node.text() for node in LexborHTMLParser(said.out).css(".note .says")]
    assert notes == ["Not 'slammed' again.", "Not 'Plan' again."]
    assert "not in English" not in said.out
    assert said.code == 1

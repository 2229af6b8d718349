"""Vale's configuration: which rules run on which file, and how hard."""

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.files.form import RuleError
from rules.model import Level
from rules.vale import Styles
from rules.vale.globs import matches
from tests.rules.vale.house import House

OTHER = """
extends: substitution
message: "Use '%s', not '%s'."
level: error
swap: {wharf: quay}
"""


def test_a_section_chooses_files(house: House) -> None:
    """A glob with braces takes the files it names, in whatever folder."""
    house.ini("[*.{md,txt}]\nBasedOnStyles = Town\n")
    assert house.found("The quay.", "wire/draft.txt") == ["Town.Quay: quay"]
    assert house.found("The quay.", "draft.rst") == []


def test_the_last_section_that_fits_says_the_styles(house: House) -> None:
    """Styles of a later section replace those of an earlier; switches add up."""
    house.rule("Wharf", OTHER, style="Port")
    house.ini("[*]\nBasedOnStyles = Town\n[wire*]\nBasedOnStyles = Port\n")
    text = "The quay and the wharf."
    assert house.found(text, "draft.md") == ["Town.Quay: quay"]
    assert house.found(text, "wire.md") == ["Port.Wharf: wharf"]


def test_rules_are_switched_and_weighed(house: House) -> None:
    """NO switches a rule off, YES turns one on by itself, a level replaces the rule's own."""
    house.rule("Wharf", OTHER, style="Port")
    house.ini("[*]\nTown.Quay = NO\nPort.Wharf = suggestion\n")
    [flag] = house.read("The quay and the wharf.").flags
    assert (flag.rule, flag.level) == ("Port.Wharf", Level.NOTE)


def test_levels_are_ours(house: House) -> None:
    """An error is a hold, a warning a query; below the least level nothing is said."""
    house.rule("Wharf", OTHER)
    levels = {f.rule: f.level for f in house.read("The quay and the wharf.").flags}
    assert levels == {"Town.Quay": Level.QUERY, "Town.Wharf": Level.HOLD}
    house.ini("[*]\nBasedOnStyles = Town\n", "MinAlertLevel = error\n")
    assert house.found("The quay and the wharf.") == ["Town.Wharf: wharf"]


def test_a_vocabulary_is_heeded(house: House) -> None:
    """Accepted words are left alone and recorded, their spelling is asked for, others avoided."""
    house.words("Port", accept="Quay\n# a remark\n", reject="berth\n")
    house.ini("[*]\nBasedOnStyles = Town, Vale\n", "Vocab = Port\n")
    read = house.read("The Quay, the quay and the berth.")
    assert [(f.rule, f.note) for f in read.flags] == [
        ("Town.Quay", "'quay'?"),
        ("Vale.Terms", "Use 'Quay' instead of 'quay'."),
        ("Vale.Avoid", "Avoid using 'berth'."),
    ]
    assert [(gone.rule, gone.because) for gone in read.suppressed] == [("Town.Quay", "house")]


def test_kinds_that_are_not_read_are_named(house: House) -> None:
    """A rule of a kind that we cannot run is named once, and the others run."""
    house.rule("Case", "extends: capitalization\nmessage: m\nmatch: $title\nscope: heading\n")
    assert house.styles().unsupported == [
        "Town.Case: the kind capitalization is not supported yet; left out."
    ]
    assert house.found("The quay.") == ["Town.Quay: quay"]


def test_what_is_missing_is_named(house: House) -> None:
    """A style, a rule and a vocabulary that are not there are named; the rest is read."""
    house.ini("[*]\nBasedOnStyles = Town, Sea\nPort.Pier = YES\n", "Vocab = None\n")
    missing = "\n".join(house.styles().unsupported)
    assert all(name in missing for name in ("“None”", "“Sea”", "Port.Pier"))
    assert house.found("The quay.") == ["Town.Quay: quay"]


def test_a_level_holds_where_its_section_does(house: House) -> None:
    """A section can press harder on its files; a rule's own level holds elsewhere."""
    house.ini("[*]\nBasedOnStyles = Town\n[*.txt]\nTown = suggestion\nTown.Quay = error\n")
    assert house.read("The quay.", "draft.txt").flags[0].level is Level.HOLD
    assert house.read("The quay.", "draft.md").flags[0].level is Level.QUERY
    house.ini(
        "[*]\nBasedOnStyles = Town\n[*.txt]\nTown = suggestion\n", "MinAlertLevel = warning\n"
    )
    assert house.found("The quay.", "draft.md") == ["Town.Quay: quay"]
    assert house.found("The quay.", "draft.txt") == []


def test_what_is_said_twice_counts_once(house: House) -> None:
    """Of a switch the first word in a file counts; lists are added up."""
    house.rule("Wharf", OTHER, style="Port")
    house.ini("[*]\nBasedOnStyles = Town\nBasedOnStyles = Port\nTown.Quay = NO\nTown.Quay = YES\n")
    assert house.found("The quay and the wharf.") == ["Port.Wharf: wharf"]


def test_long_lines_go_on(house: House) -> None:
    r"""A line that ends with a backslash goes on, and ``\\,`` is a comma in a pattern."""
    house.ini(
        "[*] ; all files\nBasedOnStyles = Town # ours\n"
        "TokenIgnores = (a{2\\,3} quay), \\\n   (port [^ ]+)\n"
    )
    assert house.found("aa quay, port quay, aaa quay") == []
    assert house.found("a quay") == ["Town.Quay: quay"]


def test_packages_bring_their_own_settings(house: House) -> None:
    """What a package put into the folder of styles is read first; the house has the last word."""
    folder = house.folder / "styles" / ".vale-config"
    folder.mkdir()
    (folder / "1-Port.ini").write_text("[*]\nTown.Quay = error\nTokenIgnores = (old quay)\n")
    (folder / "0-Sea.ini").write_text("MinAlertLevel = error\n[*]\nTown.Quay = NO\n")
    house.ini("[*]\nBasedOnStyles = Town\n")
    [flag] = house.read("The old quay and the quay.").flags
    assert (flag.level, flag.quote) == (Level.HOLD, "quay")
    house.ini("[*]\nBasedOnStyles = Town\nTown.Quay = suggestion\n")
    assert house.read("The quay.").flags[0].level is Level.NOTE


def test_single_keys_of_a_rule_are_set(house: House) -> None:
    """A section can change one key of a rule that it did not write."""
    house.rule("Long", "extends: occurrence\nmessage: '%s words'\nmax: 9\ntoken: '\\w+'\n")
    house.ini("[*]\nBasedOnStyles = Town\nTown.Long[max] = 2\nTown.Quay = NO\n")
    assert [flag.note for flag in house.read("One two three.").flags] == ["3 words"]


def test_words_may_end_anywhere(house: House) -> None:
    """Where the house's words have no ends, a term is found within them."""
    house.ini("[*]\nBasedOnStyles = Town\n", "WordTemplate = (?m)(?:%s)\n")
    assert house.found("The quayside.") == ["Town.Quay: quay"]


@pytest.mark.parametrize(
    ("glob", "path", "is_meant"),
    [
        ("*.md", "wire/a.md", True),
        ("*.{md,txt}", "a.txt", True),
        ("wire/*.md", "wire/deep/a.md", True),
        ("wire/**/*.md", "wire/a.md", True),
        ("wire/**/*.md", "wire/b/c/a.md", True),
        ("**/*.md", "a.txt", False),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "b.md", False),
        ("a\\*.md", "ab.md", False),
        ("!*.md", "a.txt", True),
        ("?.md", "ab.md", False),
    ],
)
def test_globs_choose_files(glob: str, path: str, is_meant: bool) -> None:
    """A glob means the files that it means to Vale."""
    assert matches(glob, path) is is_meant


@given(st.text(alphabet="*?[]{}!,\\a/.-^", max_size=12))
def test_any_glob_is_one_or_is_refused(glob: str) -> None:
    """However a glob is written, it can be asked or is known to be none."""
    with contextlib.suppress(re.error):
        matches(glob, "a/b.md")


@pytest.mark.parametrize(
    ("ini", "said"),
    [
        ("[[b-a].md]\nBasedOnStyles = Town\n", r"\.vale\.ini:5: \[\[b-a\].md\]: not a glob"),
        ("[*.md]\nCommentDelimiters = {\n", r"\.vale\.ini:5: CommentDelimiters: give two"),
        ("[*]\nBasedOnStyles\n", r"\.vale\.ini:5: is neither"),
        ("[*]\nMinAlertLevel = error\n", r"\.vale\.ini:5: MinAlertLevel belongs above"),
        ("[*]\nTokenIgnores = (\n", r"\.vale\.ini:5: TokenIgnores: not a pattern"),
    ],
)
def test_a_wrong_line_is_named(house: House, ini: str, said: str) -> None:
    """What cannot be read in an ini is named with its line."""
    house.ini(ini)
    with pytest.raises(RuleError, match=said):
        house.found("The quay.")


def test_a_wrong_rule_is_named(house: House) -> None:
    """A key that no rule has is named with its file and line."""
    house.rule("Bad", "extends: existence\nmessage: m\ntoken: [a]\ntokens: [b]\n")
    with pytest.raises(RuleError, match=r"Bad\.yml:3: token: is not a key"):
        house.styles()


def test_rules_are_taken_as_vale_takes_them(house: House) -> None:
    """One word for a list, an empty entry, capitals in keys, a key that consistency never knew."""
    house.rule(
        "Quay", "extends: existence\nmessage: m\nIgnoreCase: true\ntokens: [quay, null, ~]\n"
    )
    house.rule("Port", "extends: existence\nmessage: m\ntokens: port\nexceptions: [null]\n")
    house.rule(
        "Pier", "extends: consistency\nmessage: m\nexceptions: [a]\neither: {pier: jetty}\n"
    )
    assert house.found("The Quay, the port, a pier and a jetty.") == [
        "Town.Quay: Quay",
        "Town.Port: port",
        "Town.Pier: jetty",
    ]


def test_a_folder_turns_everything_on(house: House, tmp_path: Path) -> None:
    """Without an ini every rule of every style runs, and a folder of rules is one style."""
    house.rule("Wharf", OTHER, style="Port")
    for folder in (house.folder / "styles", house.folder / "styles" / "Port"):
        assert "Port.Wharf" in [rule.id for rule in Styles.folder(folder).rules]
    (tmp_path / "empty").mkdir()
    with pytest.raises(RuleError, match="no rule"):
        Styles.folder(tmp_path / "empty")


def test_keys_of_ours_work_in_vales_rules(house: House) -> None:
    """A rule with a voice keeps silent where others speak, and one with a context heeds it."""
    house.rule(
        "Quay",
        "extends: existence\nmessage: m\nvoice: newsroom\n"
        "unless: {after: [walls?]}\ntokens: [quay]\n",
    )
    read = house.read("The quay. “The quay is ours,” Ana Roke said. The quay wall fell.")
    assert [f.start for f in read.flags] == [4]
    assert [gone.because for gone in read.suppressed] == ["quotation", "technical"]


def test_an_action_that_cannot_be_done_suggests_nothing(house: House) -> None:
    """Where an edit asks for a group that its pattern has not, the rule runs without it."""
    house.rule(
        "Quay",
        "extends: existence\nmessage: m\ntokens: [quay]\n"
        "action: {name: edit, params: [regex, '(q)uay', '$11. ']}\n",
    )
    [flag] = house.read("The quay.").flags
    assert flag.suggestions == ()

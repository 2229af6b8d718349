"""Vale's configuration: which rules run on which file, and how hard."""

from pathlib import Path

import pytest

from rules.form import RuleError
from rules.model import Level
from rules.vale import Styles
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


@pytest.mark.parametrize(
    ("ini", "said"),
    [
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

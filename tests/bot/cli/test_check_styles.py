"""`copychief check` with rules that are not ours: house, Vale styles; and what is settled."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Shell

DRAFT = b"The mayor slammed the plan. A wombat slept.\n"
WOMBAT = "extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: error\ntokens: [wombat]\n"
ODD = "extends: spelling\nmessage: \"Is '%s' right?\"\n"


def asked(copychief: Shell, *words: str, draft: bytes = DRAFT) -> list[str]:
    """The rules whose flags `check` prints for the draft."""
    said = copychief("check", "-", "--format", "json", *words, stdin=draft)
    return [flag["rule"] for flag in json.loads(said.out)["reviews"][0]["flags"]]


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A house folder, a folder of styles and a .vale.ini that turns one of them on."""
    for name, text in {
        "house/wombat.yml": WOMBAT,
        "styles/Zoo/Wombat.yml": WOMBAT,
        "styles/Zoo/Odd.yml": ODD,
        "styles/Farm/Sleep.yml": WOMBAT.replace("wombat", "slept"),
        ".vale.ini": "StylesPath = styles\n\n[*]\nBasedOnStyles = Farm\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (["--house", "house"], ["language.verb", "house.wombat"]),
        (["--house", "house", "--pack", "house"], ["house.wombat"]),
        (["--style", "styles"], ["Zoo.Wombat", "Farm.Sleep"]),
        (["--vale", ".vale.ini"], ["Farm.Sleep"]),
        (["--vale", ".vale.ini", "--style", "styles/Zoo"], ["Zoo.Wombat", "Farm.Sleep"]),
        (["--vale", ".vale.ini", "--pack", "language"], ["language.verb", "Farm.Sleep"]),
        (["--vale", ".vale.ini", "--house", "house"], ["house.wombat", "Farm.Sleep"]),
    ],
)
def test_whose_rules_are_read(
    copychief: Shell, there: Path, words: list[str], rules: list[str]
) -> None:
    """House rules come to ours; Vale styles stand alone unless a pack is named."""
    assert asked(copychief, *words) == rules


def test_their_levels_count(copychief: Shell, there: Path) -> None:
    """An error of Vale's is a hold, unless nothing is to fail."""
    assert copychief("check", "-", "--style", "styles", stdin=DRAFT).code == 1
    words = ("check", "-", "--style", "styles", "--fail-on", "never")
    assert copychief(*words, stdin=DRAFT).code == 0


def test_what_is_not_supported_is_named_once(copychief: Shell, there: Path) -> None:
    """One line on stderr for each rule that cannot be run, however many drafts are read."""
    (there / "a.md").write_bytes(DRAFT)
    (there / "b.md").write_bytes(DRAFT)
    said = copychief("check", "a.md", "b.md", "--style", "styles")
    [line] = said.err.splitlines()
    assert line.startswith("copychief: Zoo.Odd: the kind spelling")


def test_a_check_of_nothing_says_so(copychief: Shell, there: Path) -> None:
    """Drafts that no rule is on for are named, in one line however many."""
    for n in range(9):
        (there / f"{n}.md").write_bytes(DRAFT)
    (there / "a.rst").write_bytes(DRAFT)
    (there / ".vale.ini").write_text(
        "StylesPath = styles\n[*.rst]\nBasedOnStyles = Farm\n", "utf-8"
    )
    words = ("check", "*.md", "--vale", ".vale.ini")
    said = copychief(*words)
    [line] = said.err.splitlines()
    assert line.startswith("copychief: No rule of the styles is on for “0.md”, “1.md”, ")
    assert "“5.md” and 3 more: nothing was looked for there." in line
    assert "Nothing to query" not in said.out
    assert len(json.loads(copychief(*words, "--format", "json").out)["reviews"]) == 9
    lines = copychief("check", "--jsonl", "--vale", ".vale.ini", stdin=b'{"text": "Rain."}')
    assert "turn some on under [*]" in lines.err


def test_all_that_an_ini_names_wrongly_is_named(copychief: Shell, there: Path) -> None:
    """Each unknown rule, style and value has its own line."""
    switched = (
        "[*]\nBasedOnStyles = Zoo, Moon\nZoo.Wolf = YES\nFarm.Hen = YES\nZoo.Wombat = maybe\n"
        "BasedOnStyle = Zoo\n"
    )
    (there / ".vale.ini").write_text(f"StylePath = x\nStylesPath = styles\n{switched}", "utf-8")
    said = copychief("check", "-", "--vale", ".vale.ini", stdin=DRAFT)
    for line in (
        ".vale.ini:1: StylePath: is not a key we read here; did you mean StylesPath?",
        ".vale.ini:4: BasedOnStyles: there is no style “Moon” in styles",
        ".vale.ini:5: there is no rule Zoo.Wolf in styles",
        ".vale.ini:6: there is no rule Farm.Hen in styles",
        ".vale.ini:7: Zoo.Wombat: is YES, NO or one of suggestion, warning, error; read as NO",
        ".vale.ini:8: BasedOnStyle: is not a key we read; did you mean BasedOnStyles?",
    ):
        assert f"copychief: {line}" in said.err.splitlines()


def test_all_that_makes_an_ini_unusable_is_named(copychief: Shell, there: Path) -> None:
    """What stands in the wrong place, and what is none of what it has to be: a line for each."""
    (there / ".vale.ini").write_text(
        "MinAlertLevel = loud\nTokenIgnores = x\nStylesPath = nowhere\n"
        "[*]\nVocab = Sea\nTokenIgnores = (a\nBlockIgnores = (b, c\nZoo.Wombat = maybe\n",
        "utf-8",
    )
    said = copychief("check", "-", "--vale", ".vale.ini", stdin=DRAFT)
    assert (said.code, said.out) == (2, "")
    assert sorted(
        line.removeprefix("copychief: .vale.ini:")[0] for line in said.err.splitlines()
    ) == list("1235678")
    (there / ".vale.ini").write_text("[*]\nBasedOnStyles\nZoo\n", "utf-8")
    said = copychief("check", "-", "--vale", ".vale.ini", stdin=DRAFT)
    assert [line[11:25] for line in said.err.splitlines()] == [".vale.ini:2: i", ".vale.ini:3: i"]


def test_a_rule_of_the_house_takes_the_place_of_ours(copychief: Shell, there: Path) -> None:
    """Where both have one id, the newsroom's own is meant."""
    (there / "house" / "language").mkdir()
    (there / "house" / "language" / "verb.yml").write_text(
        WOMBAT.replace("wombat", "slept"), "utf-8"
    )
    assert asked(copychief, "--house", "house") == ["house.wombat", "language.verb"]


def test_a_report_names_the_packs_that_read(copychief: Shell, there: Path) -> None:
    """Ours are not named where only Vale styles were run."""
    for words, packs in (
        (["--style", "styles"], set()),
        (["--pack", "language"], {"language"}),
        ([], {"copy", "harm", "language", "legal", "sourcing"}),
    ):
        said = copychief("check", "-", "--format", "json", *words, stdin=DRAFT)
        assert set(json.loads(said.out)["tool"]["packs"]) == packs


def test_styles_read_every_language(copychief: Shell, there: Path) -> None:
    """That our rules are for English is said only where they were asked for."""
    german = "Der Bürgermeister hat den Plan am Montag und heute nicht gezeigt. ".encode() * 5
    not_run = "This copy is not in English; Copychief's rules were not run."
    assert not_run in copychief("check", "-", stdin=german).out
    assert not_run not in copychief("check", "-", "--style", "styles", stdin=german).out


def test_lines_are_read_with_them(copychief: Shell, there: Path) -> None:
    """`--jsonl` takes the same options."""
    said = copychief("check", "--jsonl", "--house", "house", stdin=b'{"text": "A wombat."}\n')
    assert [f["rule"] for f in json.loads(said.out)["review"]["flags"]] == ["house.wombat"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--house", "nowhere"], "There is no folder “nowhere”."),
        (["--house", "empty"], "There is no rule (.yml) and no accept.txt in “empty”."),
        (["--house", "broken"], "broken/x.yml:1: "),
        (["--house", "code"], "--allow-code"),
        (["--allow-code"], "--allow-code is for the rules of --house DIR"),
        (["--style", "nowhere"], "There is no folder “nowhere”"),
        (["--style", "house/wombat.yml"], "There is no folder “house/wombat.yml”"),
        (["--style", "empty"], "empty"),
        (["--vale", "nowhere.ini"], "There is no file “nowhere.ini”"),
        (["--vale", "styles"], "There is no file “styles”"),
        (["--house", "yaml"], "yaml/x.yaml:1: is read as a rule only if its name ends in .yml"),
        (["--vale", "broken/x.yml"], "broken/x.yml:1: "),
        (
            ["--pack", "zoo"],
            "There is no pack “zoo”; there are copy, harm, language, legal and sourcing.",
        ),
        (["--settled", "nowhere.json"], "I cannot read “nowhere.json”: No such file"),
        (["--settled", "house/wombat.yml"], "“house/wombat.yml” holds no marks"),
        (["--settled", "broken.json"], "“broken.json” holds no marks"),
    ],
)
def test_what_is_not_there_is_refused(
    copychief: Shell, there: Path, words: list[str], line: str
) -> None:
    """In one line that names it, before anything is read."""
    (there / "empty").mkdir()
    for name, text in {
        "broken/x.yml": "extends existence",
        "code/x.py": "",
        "yaml/x.yaml": WOMBAT,
        "broken.json": '{"reviews": 1}',
    }.items():
        (there / name).parent.mkdir(exist_ok=True)
        (there / name).write_text(text, encoding="utf-8")
    assert line in copychief("check", "-", *words, stdin=DRAFT).refusal


def test_what_was_settled_is_not_raised_again(copychief: Shell, tmp_path: Path) -> None:
    """An earlier report and a list of marks both say what is settled; --explain shows it."""
    first = copychief("check", "-", "--format", "json", "-o", "first.json", stdin=DRAFT)
    assert first.out == ""
    report = json.loads((tmp_path / "first.json").read_text(encoding="utf-8"))
    [flag] = report["reviews"][0]["flags"]
    (tmp_path / "marks.txt").write_text(f"{flag['mark']}\n\n", encoding="utf-8")
    longer = DRAFT + b"The regime fell.\n"
    for settled in ("first.json", "marks.txt"):
        assert asked(copychief, "--settled", settled, draft=longer) == ["language.label"]
        said = copychief("check", "-", "--explain", "--settled", settled, stdin=longer).out
        assert "    “slammed”: settled before. Does the verb take sides? (language.verb)" in said

"""A file is read once, whatever is asked of it, and each rule speaks as often as it may."""

from rules import Review, review
from rules.model import Source
from rules.vale import Styles
from tests.rules.vale.house import House

HEADINGS = "extends: occurrence\nmessage: '%s'\nscope: heading\n"


def test_a_limit_counts_what_is_reported(house: House) -> None:
    """What a comment silences and what is said in another block counts for the whole file."""
    house.rule("Quay", "extends: existence\nmessage: m\nlimit: 2\ntokens: [quay]\n")
    text = "<!-- vale off -->\n\nquay\n\n<!-- vale on -->\n\n# quay\n\nA quay.\n\nA quay.\n"
    read = house.read(text)
    assert [text.count("\n", 0, start) for start in _starts(read)] == [6, 8]


def _starts(read: Review) -> list[int]:
    return [start for f in read.flags for start in (f.start, *(also for also, _ in f.also))]


def test_what_is_missing_is_said_once_of_the_file(house: House) -> None:
    """Too few of a thing, and none at all, is reported at the head of the file, once."""
    house.rule(
        "Intro", "extends: occurrence\nmessage: '%s'\nscope: heading\nmin: 1\ntoken: Intro\n"
    )
    read = house.read("A port.\n\n# A port\n\n## A pier\n")
    assert [(f.start, f.note, f.also) for f in read.flags] == [(0, "0", ())]


def test_words_too_few_for_a_message(house: House) -> None:
    """The first place too many in a message stays empty."""
    house.rule("Quay", "extends: repetition\nmessage: \"'%s', '%s', %s\"\ntokens: ['\\w+']\n")
    assert [f.note for f in house.read("The quay quay.").flags] == ["'quay', '', %!s(MISSING)"]


def test_a_rule_given_twice_speaks_once(house: House) -> None:
    """A style that an ini names and that is given as a folder too reads the file once."""
    twice = house.styles().plus(Styles.folder(house.folder / "styles" / "Town"))
    source = Source(path="draft.md", type="markdown", sha256="")
    [flag] = review("The quay.", packs=(), styles=twice, source=source).flags
    assert flag.also == ()


def test_comments_are_remembered_one_by_one(house: House) -> None:
    """A comment that switches one of many rules leaves the others as they were."""
    many = "".join(f"<!-- vale Town.R{n} = NO -->\n\n" for n in range(50))
    text = (
        f"quay 1\n\n<!-- vale Town.Quay = NO -->\n\n{many}quay 2\n\n<!-- vale Town = YES -->\n\n"
    )
    text += "quay 3\n\n<!-- vale Town.Quay = YES -->\n\nquay 4\n"
    read = house.read(text)
    assert [text[at : at + 6] for at in _starts(read)] == ["quay 1", "quay 4"]


def test_a_rule_is_named_by_its_file_up_to_the_first_dot(house: House) -> None:
    """``Pier.de.yml`` is the rule Pier."""
    house.rule("Pier.de", "extends: existence\nmessage: m\ntokens: [pier]\n")
    assert house.found("The pier.") == ["Town.Pier: pier"]


def test_a_file_of_nothing_but_marks_is_plain_text(house: House) -> None:
    """Markup so thick that it would take long to read is not looked for."""
    styles = house.styles()
    assert not styles.read_file("`quay` " * 100, "draft.md").raised
    assert len(styles.read_file("`quay` " * 25_001, "draft.md").raised) == 25_001


def test_a_rule_that_has_no_end_is_stopped(house: House) -> None:
    """Past 60,000 places in one file a rule is stopped, and named; what it found is kept."""
    read = house.styles().read_file("quay " * 60_001, "draft.txt")
    assert (len(read.raised), read.timed_out) == (60_000, ("Town.Quay",))

"""Words by sense: where they are meant so, and how hard they press."""

from pathlib import Path

import pytest

from rules import Level
from rules.files.examples import marked
from rules.lexicon.senses import Listed, Senses
from rules.text import parse

FILE = """
# A remark.
{way}: door | gate

[attack: verb, query] What did they say?
slam !({way}|brake*) > criticise | oppose

[rule: noun, query] Whose word?
unless before: tax | training
regime, thug

[art: phrase, right]
lame duck

[mood: noun, note] How large is it?
duck, chaos ~(court|trial),
  Tory, squabble

[tone: adjective, off]
brutal
"""


@pytest.fixture
def senses(tmp_path: Path) -> Senses:
    path = tmp_path / "words.txt"
    path.write_text(FILE, encoding="utf-8")
    return Senses(path)


def found(senses: Senses, text: str) -> list[Listed]:
    return [one for one in senses.search(parse(text)) if not one.is_right]


@pytest.mark.parametrize(
    "case",
    [
        "Unions [[slam]] the plan that the mayor [[slammed]].",
        "He slammed the old door. She slammed her brakes on.",
        "The slam was heard in the street, and so was his slam.",
        "The Velan [[Regime]] shut the port; [[regimes]] do.",
        "The new tax regime starts in May.",
        "Colonel Thug said that he would come.",
        "The lame duck mayor fed a [[duck]].",
        "There was [[chaos]] in the hall.",
        "There was chaos in the hall where the trial was held.",
        "A [[Tory]] came.",
        "A regime-backed militia and a [[squabble]].",
    ],
)
def test_finds_words_in_their_sense(senses: Senses, case: str) -> None:
    """What is marked is meant so; the others are nouns, names, or right where they stand."""
    plain = case.replace("[[", "").replace("]]", "")
    assert marked(plain, [one.span for one in found(senses, plain)]) == case


def test_the_hit_has_the_strength_of_its_group(senses: Senses) -> None:
    """A word presses as hard as its group; one that is off presses only as the rule says."""
    loud, soft, mute = found(senses, "The thug made chaos, which was brutal.")
    assert [one.hit().level for one in (loud, soft, mute)] == [Level.QUERY, Level.NOTE, None]
    assert [one.hit().adds for one in (loud, soft, mute)] == [False, True, False]
    assert mute.is_off
    assert mute.hit(level=Level.NOTE).level is Level.NOTE
    assert loud.hit().note == "Whose word?"


def test_what_to_write_instead_has_the_form_of_the_word(senses: Senses) -> None:
    """Slammed becomes criticised, and slams criticises."""
    past, present = found(senses, "She slammed it, and he slams it.")
    assert past.instead == ("criticised", "opposed")
    assert present.instead == ("criticises", "opposes")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("thug, crook", "no [sense: part, strength] stands above"),
        ("[rule: adverb, query] Why?\nthug", "no such part of speech or strength"),
        ("[rule: noun, query]\nthug !(a", "cannot be read: thug !(a"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, file: str, said: str) -> None:
    """The error names the file and the line."""
    path = tmp_path / "words.txt"
    path.write_text(file, encoding="utf-8")
    with pytest.raises(ValueError, match=r"words\.txt: ") as error:
        list(Senses(path).search(parse("A thug.")))
    assert said in str(error.value)


def test_several_files_are_one_list(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("[attack: verb, query] What did they say?\nslam\n", encoding="utf-8")
    other.write_text("[rule: noun, note] Whose word?\nregime\n", encoding="utf-8")
    words = found(Senses(one, other), "They slammed the regime.")
    assert [word.entry.sense for word in words] == ["attack", "rule"]

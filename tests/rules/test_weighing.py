"""How hits press: levels of their own, notes that add up, rules that give way to others."""

from collections.abc import Iterator

import pytest

from rules import Hit, Level, Rule, review
from rules.text import Text


def rule(
    name: str, *words: str, yields: frozenset[str] = frozenset(), level: Level | None = None
) -> Rule:
    """A query that finds each of ``words`` once, at a ``level`` of its hits' own."""

    def find(text: Text) -> Iterator[Hit]:
        for word in words:
            if (at := text.folded.find(word)) >= 0:
                yield Hit(at, at + len(word), lemma=word, level=level, adds=level is Level.NOTE)

    return Rule(
        id=name, title="Is it?", why="w", fix="f", level=Level.QUERY, find=find, yields=yields
    )


def read(text: str, *rules: Rule, profile: str | None = "news") -> list[tuple[str, Level]]:
    flags = review(text, profile, packs=[], house=rules).flags
    return [(flag.quote, flag.level) for flag in flags]


LOUD = rule("language.loud", "grim", "bleak", level=Level.NOTE)


def test_a_note_of_a_rule_that_asks_stays_a_note() -> None:
    """A rule may press less hard on one of its words than on the others."""
    assert read("The night was grim.", LOUD) == [("grim", Level.NOTE)]


def test_two_coloured_words_in_a_sentence_are_asked_about() -> None:
    """One may be chance, two are a tone; in two sentences they are two notes."""
    assert read("The night was grim and bleak.", LOUD) == [
        ("grim", Level.QUERY),
        ("bleak", Level.QUERY),
    ]
    assert read("The night was grim. It was bleak.", LOUD) == [
        ("grim", Level.NOTE),
        ("bleak", Level.NOTE),
    ]


def test_a_rule_gives_way_to_one_that_asks_more_closely() -> None:
    """Who yields keeps silent on words that the other asks about, and only there."""
    close = rule("sourcing.close", "was grim")
    wide = rule("sourcing.wide", "night was", "fog", yields=frozenset({"sourcing.close"}))
    assert read("The night was grim and the fog thick.", close, wide) == [
        ("was grim", Level.QUERY),
        ("fog", Level.QUERY),
    ]


@pytest.mark.parametrize("profile", ["opinion", None])
def test_a_hold_among_notes_outlives_the_writers_label(profile: str | None) -> None:
    """The desk's own profile may switch it off; a label that the writer wrote may not."""
    chat = rule("language.chat", "certainly", level=Level.HOLD)
    text = "OPINION\n\nCertainly, here is the draft that I was asked for by the whole desk.\n"
    assert read(text, chat, profile=profile) == ([] if profile else [("Certainly", Level.HOLD)])


def test_a_rule_gives_way_only_to_one_that_presses_as_hard() -> None:
    """A query is not lost to a note about the same words."""
    soft = rule("sourcing.close", "grim", level=Level.NOTE)
    wide = rule("sourcing.wide", "grim", yields=frozenset({"sourcing.close"}))
    assert read("The night was grim.", soft, wide) == [
        ("grim", Level.NOTE),
        ("grim", Level.QUERY),
    ]

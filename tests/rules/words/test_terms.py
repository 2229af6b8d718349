"""What we add to Vale's terms: forms of a word, and contexts in which it is right."""

import pytest

from rules.suppress import heard
from rules.text import parse
from tests.rules.making import Make, hits, shown


def test_forms_find_and_suggest_the_same_form(rule: Make) -> None:
    """With forms, slammed is found for slam and criticised is suggested for it."""
    made = rule(
        "extends: substitution\nignorecase: true\nforms: verb\n"
        "swap: {slam: criticise, lash out: attack}"
    )
    found = hits(made, "She slammed it. He is slamming her. They lash out. It lashed out.")
    assert [hit.suggestions[0] for hit in found] == [
        "criticised",
        "criticising",
        "attack",
        "attacked",
    ]
    assert {hit.lemma for hit in found} == {"slam", "lash out"}


def test_forms_pass_over_nouns(rule: Make) -> None:
    """A noun that looks like the verb is no hit: the blast, her boasts, a gas blast."""
    made = rule(
        "extends: substitution\nignorecase: true\nforms: verb\nswap: {blast: fault, boast: say}"
    )
    text = "The blast was loud. Her boasts were louder. Unions blast it. A gas blast hurt two."
    assert shown(made, text) == text.replace("Unions blast", "Unions [[blast]]")


def test_forms_of_nouns(rule: Make) -> None:
    """Nouns change in their last word, irregular ones too."""
    made = rule(
        "extends: existence\nignorecase: true\nforms: noun\ntokens: [henchman, puppet state]"
    )
    assert (
        shown(made, "Two henchmen of puppet states.") == "Two [[henchmen]] of [[puppet states]]."
    )


@pytest.mark.parametrize(
    ("unless", "text"),
    [
        ("{before: [tax]}", "The new tax regime starts."),
        ("{after: [change]}", "They want regime change now."),
        ("{after: ['doors?']}", "The regime shut every door."),
        ("{sentence: [fitness]}", "His regime, in matters of fitness, is strict."),
        ("{paragraph: [gym]}", "He joined a gym. The regime is strict."),
        ("{of: [regime], after: [change]}", "They want regime change now."),
        ("{of: [Regime], after: [change]}", "They want regime change now."),
        ("[{after: ['(x)y']}, {after: ['(c)hange']}]", "They want regime change now."),
        ("[{after: ['(x)y']}, {after: ['(o)\\1ps']}]", "They want regime oops."),
        ("[{after: ['(?V0)x']}, {after: ['(?V1)change']}]", "They want regime change now."),
    ],
)
def test_unless_keeps_silent_and_says_so(rule: Make, unless: str, text: str) -> None:
    """A context that makes a word right keeps the rule silent, and is recorded as technical."""
    made = rule(f"extends: existence\nignorecase: true\ntokens: [regime]\nunless: {unless}")
    assert [because for _, because in heard(made, parse(text))] == ["technical"]


@pytest.mark.parametrize(
    ("unless", "text"),
    [
        ("{before: [tax]}", "It cut the tax, and the regime fell."),
        ("{before: [tax]}", "A tax on rope and salt and tar hurt the regime."),
        ("{sentence: [gym]}", "He joined a gym. The regime is strict."),
        ("{of: [junta], after: [change]}", "They want regime change now."),
    ],
)
def test_unless_reaches_no_further(rule: Make, unless: str, text: str) -> None:
    """A context ends at a stop, after a few words, at the sentence, and at its own terms."""
    made = rule(f"extends: existence\nignorecase: true\ntokens: [regime, junta]\nunless: {unless}")
    assert len(hits(made, text)) == 1


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "extends: substitution\nswap: {Slam: hit}\nunless: {of: [slam], after: [door]}",
            "slam door",
        ),
        (
            "extends: existence\ntokens: ['colou?r']\nunless: {of: ['colou?r'], after: [bar]}",
            "colour bar",
        ),
    ],
)
def test_a_context_is_meant_for_a_term_however_it_is_written(
    rule: Make, said: str, text: str
) -> None:
    """``of`` names a term as it stands in the file, a pattern or with capitals."""
    assert shown(rule(f"ignorecase: true\n{said}"), f"A {text}, a {text.split()[0]}.") == (
        f"A {text}, a [[{text.split()[0]}]]."
    )
